import { randomUUID } from 'node:crypto';
import { rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { WorldError } from '#lib/errors.ts';
import { makeFolder } from '#lib/store/make-folder.ts';

/** What a pyramid was made of, and how large it is as shown. */
export interface MadePyramid {
  width: number;
  height: number;
}

/** Larger than any scan of a map (60,000 × 60,000 pixels claimed by a small file would fill the memory). */
export const mostPixels = 600_000_000;

/** Why a file is no image that can be kept, in words for whoever sent it. */
export class BadImage extends Error {}

/**
 * Makes the pyramid of an image: tiled TIFF of 256 pixels a side, JPEG of quality 85, each level half of the one before (what the Image API
 * reads from). As it is shown: turned by its EXIF orientation, in sRGB by its own profile, 8 bits, on white where it is transparent; of what
 * moves, the first picture. Written beside and renamed: a file under its name is whole. What is there already is not made again.
 * @param source path of the file, or its pixels
 * @param page from 0, of a file that has several
 * @throws BadImage for what cannot be decoded or is too large; WorldError where nothing can be written
 */
export async function makePyramid(
  source: string | { data: Buffer; width: number; height: number; channels: 3 | 4 },
  page: number,
  target: string,
): Promise<MadePyramid> {
  const known = await sizeOf(target);
  if (known) return known;
  await makeFolder(path.dirname(target)).catch((error: unknown) => {
    throw cannotWrite(error);
  });
  const draft = `${target}.${randomUUID()}`;
  try {
    const image =
      typeof source === 'string'
        ? sharp(source, { page, limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true }).autoOrient()
        : sharp(source.data, { raw: source, limitInputPixels: mostPixels });
    const { width, height } = await image
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .tiff({
        compression: 'jpeg',
        quality: 85,
        tile: true,
        tileWidth: 256,
        tileHeight: 256,
        pyramid: true,
        bigtiff: false,
      })
      .toFile(draft);
    await rename(draft, target);
    return { width, height };
  } catch (error) {
    await rm(draft, { force: true });
    if (isOfDisk(error)) throw cannotWrite(error);
    throw new BadImage(reasonOf(error), { cause: error });
  }
}

/** Null: none is there, or one that a broken disk left unreadable. */
async function sizeOf(target: string): Promise<MadePyramid | null> {
  if (!(await stat(target).catch(() => null))) return null;
  const known = await sharp(target)
    .metadata()
    .catch(() => null);
  if (!known) return null;
  // Nobody names it until the whole set is written; what is old and named by nobody is swept.
  await utimes(target, new Date(), new Date());
  return { width: known.width, height: known.height };
}

const cannotWrite = (error: unknown): WorldError =>
  new WorldError(`no pyramid can be written: ${reasonOf(error)}`, error);

const isOfDisk = (error: unknown): boolean =>
  error instanceof Error && /ENOSPC|EACCES|EROFS|no space left|unable to open .* for writing/i.test(error.message);

/** libvips says several lines, of its own files too. */
const reasonOf = (error: unknown): string => {
  const lines = error instanceof Error ? error.message.split('\n') : [String(error)];
  const said = lines.find((line) => /no space left/i.test(line)) ?? lines[0] ?? '';
  return said.replace(/(?:\/[^\s:]+)+/g, 'the file');
};
