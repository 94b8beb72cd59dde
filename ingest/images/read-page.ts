import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { mostWords } from '#ingest/page-text/page-lines.ts';
import { readPageText } from '#ingest/page-text/read-page-text.ts';
import type { ImageWorkers } from '#lib/images/image-workers.ts';
import { BadImage } from '#lib/images/make-pyramid.ts';
import { pyramidKeyOf, pyramidPath } from '#lib/store/images/pyramid-path.ts';
import type { NewImage } from '#lib/store/images/write-image-set.ts';
import { placeBelow } from './file-below.ts';
import type { SourcePage } from './set-source.ts';
import { sumOf } from './sum-of.ts';

/** What makes pages, and where. */
export interface PageMaking {
  workers: ImageWorkers;
  dataDir: string;
  /** Where a dry run makes pyramids, to throw them away; null: they are kept. */
  scratch: string | null;
}

/** A page whose file was read, or why not. */
export type ReadPage =
  /** `notes`: what was passed over in it, in words; `lost`: what of its several pages could not be read. */
  | { ok: true; images: NewImage[]; notes: string[]; lost: LostPages[] }
  /** `at`: the file at fault; null where there is none to be had. */
  | { ok: false; message: string; at: string | null };

/** Pages of a file of several, from 1, and why they are none. */
export interface LostPages {
  from: number;
  to: number;
  message: string;
}

/** After so many lost pages the rest of a file is not tried: each may take minutes. */
const mostLost = 20;

/** The text of a page that cannot be read: told with the page it is of. */
class BadText extends BadImage {
  constructor(
    message: string,
    readonly file: string,
  ) {
    super(message);
  }
}

/** Makes the images of a file that lies below the folder of its source: one, or as many as it has pages. */
export async function readPage(
  page: SourcePage,
  print: { sha256: string; bytes: number },
  folder: string,
  making: PageMaking,
): Promise<ReadPage> {
  const file = path.join(folder, page.file);
  try {
    if (page.checksum) {
      const { algorithm, value } = page.checksum;
      const found = await sumOf(file, algorithm);
      if (found !== null && found !== value.toLowerCase())
        return { ok: false, message: `its ${algorithm} is ${found}, and ${value} was told`, at: file };
    }
    const { pages, mediaType, cut } = await making.workers.look(file);
    const text = page.textFile === null ? null : await placeBelow(folder, page.textFile);
    const notes = [
      ...(cut > 0 ? [`${page.file}: of its ${pages + cut} pages the first ${pages} are taken`] : []),
      ...(page.textFile !== null && text === null ? [`${page.file}: its text ${page.textFile} is not there`] : []),
    ];
    const images: NewImage[] = [];
    const lost: LostPages[] = [];
    for (let number = 1; number <= pages; number++) {
      if (lost.length === mostLost) {
        lost.push({ from: number, to: pages, message: `not tried after ${mostLost} that cannot be read` });
        break;
      }
      const pyramidKey = pyramidKeyOf(print.sha256, number);
      const size = await sizeOf(file, number, pyramidKey, making).catch((error: unknown) => {
        if (pages === 1 || !(error instanceof BadImage)) throw error;
        lost.push({ from: number, to: number, message: error.message });
        return null;
      });
      if (size === null) continue;
      const written = text === null ? null : await textOf(text, size, number);
      if (written?.cut) notes.push(`${page.file}: of what is written on it the first ${mostWords} words are taken`);
      images.push({
        originalName: page.file,
        originalPage: number,
        label: pages > 1 && page.label !== null ? `${page.label} (${number})` : page.label,
        ...size,
        mediaType,
        rightsUri: page.rightsUri,
        place: { kind: 'held', pyramidKey, hash: print.sha256, bytes: print.bytes, type: mediaType },
        text: written && { language: written.language, origin: written.origin, lines: written.lines },
      });
    }
    const [first] = lost;
    if (first && images.length === 0)
      return { ok: false, message: `none of its ${pages} pages can be read: ${first.message}`, at: file };
    return { ok: true, images, notes: [...notes, ...otherSize(page, images)], lost };
  } catch (error) {
    if (error instanceof BadText) return { ok: false, message: error.message, at: error.file };
    if (error instanceof BadImage) return { ok: false, message: error.message, at: file };
    throw error;
  }
}

/** MIX tells the pixels of the file, also of one that is shown turned: said where they are others, and no bar. */
function otherSize({ file, size }: SourcePage, [image, ...more]: readonly NewImage[]): string[] {
  if (size === null || !image || more.length > 0) return [];
  const isSo = (a: number, b: number) => size.width === a && size.height === b;
  if (isSo(image.width, image.height) || isSo(image.height, image.width)) return [];
  return [`${file}: it has ${image.width} × ${image.height} pixels, and ${size.width} × ${size.height} were told`];
}

/** Also a dry run makes the pyramid: only who has decoded the last row knows that the file is whole. */
async function sizeOf(
  file: string,
  page: number,
  key: string,
  { workers, dataDir, scratch }: PageMaking,
): Promise<{ width: number; height: number }> {
  if (scratch === null) return workers.make(file, page, pyramidPath(dataDir, key));
  const target = path.join(scratch, `${randomUUID()}.tif`);
  try {
    return await workers.make(file, page, target);
  } finally {
    await rm(target, { force: true });
  }
}

/** What a file says is written on a page. */
async function textOf(file: string, size: { width: number; height: number }, page: number) {
  const read = readPageText(await readFile(file), size, page);
  if (!read.ok) throw new BadText(`its text (${path.basename(file)}) cannot be read: ${read.reason}`, file);
  return read;
}

/** A page that lies with another. */
export const linkedPage = (
  { file, label, rightsUri }: SourcePage,
  { width, height, mediaType }: NonNullable<SourcePage['onTheWeb']>,
): NewImage => ({
  originalName: file,
  originalPage: 1,
  label,
  width,
  height,
  mediaType,
  rightsUri,
  place: { kind: 'file', href: file },
  text: null,
});
