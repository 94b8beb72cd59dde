import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isBrokenWorld } from '#ingest/broken-world.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-world-'));
});
afterAll(() => rm(folder, { recursive: true }));

const saidOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

it('a file that is gone, is a folder or is longer than can be read whole ends no run', async () => {
  const long = path.join(folder, 'mets.xml');
  await writeFile(long, '<mets/>');
  // Nothing of it is on the disk.
  await truncate(long, 3 * 1024 ** 3);
  for (const place of [long, folder, path.join(folder, 'none')]) {
    const said = await saidOf(readFile(place));
    expect(said).toBeInstanceOf(Error);
    expect([place, isBrokenWorld(said)]).toEqual([place, false]);
  }
});

it('a full disk and a database that is gone do', () => {
  expect(isBrokenWorld(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }))).toBe(true);
  expect(isBrokenWorld(new Error('Connection terminated unexpectedly'))).toBe(true);
});
