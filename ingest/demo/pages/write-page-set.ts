import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { fingerprint } from '#lib/store/source-files.ts';
import type { DemoPageSet } from './page-set.ts';
import { toAlto } from './to-alto.ts';
import { toJpeg } from './to-jpeg.ts';
import { toMets, type PageFiles } from './to-mets.ts';

/** A folder that bears the name of a code. */
export const folderOf = ({ fonds, code }: DemoPageSet): string => `${fonds} ${code}`.replace(/[^\p{L}\p{N}.,]+/gu, '_');

/**
 * Draws the pages of a unit into a folder below another; those that are there already, whole, are left.
 * @returns the METS file, written last
 */
export async function writePageSet(
  set: DemoPageSet,
  below: string,
  { signal, onPage }: { signal?: AbortSignal; onPage?: () => void } = {},
): Promise<string> {
  const folder = path.join(below, folderOf(set));
  await mkdir(folder, { recursive: true });
  const files: PageFiles[] = [];
  for (const [at, page] of set.pages.entries()) {
    signal?.throwIfAborted();
    const name = String(at + 1).padStart(4, '0');
    const image = path.join(folder, `${name}.jpg`);
    const alto = path.join(folder, `${name}.xml`);
    if (!(await exists(image))) {
      const sheet = page.sheet();
      await writeWhole(alto, toAlto(sheet, set.language, `${name}.jpg`));
      await writeWhole(image, await toJpeg(sheet));
    }
    const { sha256, bytes } = await fingerprint(image);
    const { width, height } = await sharp(image).metadata();
    files.push({
      image: `${name}.jpg`,
      imageSha256: sha256,
      imageBytes: bytes,
      width,
      height,
      alto: `${name}.xml`,
      altoSha256: (await fingerprint(alto)).sha256,
    });
    onPage?.();
  }
  const mets = path.join(folder, 'mets.xml');
  await writeWhole(mets, toMets(set, files));
  return mets;
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

async function writeWhole(file: string, content: string | Buffer): Promise<void> {
  await writeFile(`${file}.draft`, content);
  await rename(`${file}.draft`, file);
}
