import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
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
    let known = await hashOf(image);
    if (known === null) {
      const sheet = page.sheet();
      await writeWhole(alto, toAlto(sheet, set.language, `${name}.jpg`));
      await writeWhole(image, await toJpeg(sheet));
      known = await hashOf(image);
    }
    files.push({
      image: `${name}.jpg`,
      imageSha256: known ?? '',
      alto: `${name}.xml`,
      altoSha256: (await hashOf(alto)) ?? '',
    });
    onPage?.();
  }
  const mets = path.join(folder, 'mets.xml');
  await writeWhole(mets, toMets(set, files));
  return mets;
}

async function hashOf(file: string): Promise<string | null> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return bytes && createHash('sha256').update(bytes).digest('hex');
}

async function writeWhole(file: string, content: string | Buffer): Promise<void> {
  await writeFile(`${file}.draft`, content);
  await rename(`${file}.draft`, file);
}
