import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createWriteStream, type WriteStream } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { makeFolder } from '#lib/store/make-folder.ts';

const noteSchema = z.object({
  /** The moment that the dump shows. */
  madeAt: z.string(),
  /** The latest change that harvests had been told of then. */
  latest: z.string(),
  items: z.number(),
  statements: z.number(),
});
export type DumpNote = z.infer<typeof noteSchema>;

const folderOf = (dataDir: string): string => path.join(dataDir, 'dump');
const noteOf = (dataDir: string): string => path.join(folderOf(dataDir), 'dump.json');

/** Where the dump lies. */
export const dumpPath = (dataDir: string): string => path.join(folderOf(dataDir), 'dump.nq.gz');

/** What is known of the dump that there is; null before the first. */
export async function readDumpNote(dataDir: string): Promise<DumpNote | null> {
  try {
    await stat(dumpPath(dataDir));
    return noteSchema.parse(JSON.parse(await readFile(noteOf(dataDir), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Writes a dump beside the one that is served and puts it in its place when it is whole. */
export async function replaceDump(dataDir: string, write: (file: WriteStream) => Promise<DumpNote>): Promise<DumpNote> {
  const folder = folderOf(dataDir);
  await makeFolder(folder);
  const draft = path.join(folder, `draft-${process.pid}.nq.gz`);
  try {
    const note = await write(createWriteStream(draft, { flush: true }));
    await rename(draft, dumpPath(dataDir));
    await writeFile(`${noteOf(dataDir)}.draft`, JSON.stringify(note));
    await rename(`${noteOf(dataDir)}.draft`, noteOf(dataDir));
    return note;
  } finally {
    await rm(draft, { force: true });
  }
}
