import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDerivedFiles, derivedFolder } from '#lib/images/derived-files.ts';

const key = `ab/${'a'.repeat(64)}-1.tif`;
const tile = Buffer.alloc(10_000, 7);
let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-derived-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const kept = async (): Promise<string[]> =>
  (await readdir(derivedFolder(dataDir), { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

describe('answers that were drawn', () => {
  it('are kept where the disk has room, which is asked for many at once', async () => {
    let asked = 0;
    const files = createDerivedFiles(dataDir, 1e9, async () => {
      asked++;
      return true;
    });
    for (let n = 0; n < 40; n++) await files.write(key, `tile ${n}`, tile);
    expect(await kept()).toHaveLength(40);
    expect(await files.read(key, 'tile 7')).toEqual(tile);
    expect(asked).toBe(1);
  });

  it('are not kept where it has none, and are again when it has some', async () => {
    let hasRoom = false;
    const files = createDerivedFiles(dataDir, 1e9, async () => hasRoom);
    await files.write(key, 'tile', tile);
    expect([await kept(), await files.read(key, 'tile')]).toEqual([[], null]);
    hasRoom = true;
    await files.write(key, 'tile', tile);
    expect(await files.read(key, 'tile')).toEqual(tile);
  });

  it('take no more than they may: what was unused for longest goes', async () => {
    const files = createDerivedFiles(dataDir, 10 * 12_288);
    for (let n = 0; n < 30; n++) await files.write(key, `tile ${n}`, tile);
    await expect.poll(async () => (await kept()).length).toBe(10);
    expect(await files.read(key, 'tile 0')).toBeNull();
    expect(await files.read(key, 'tile 29')).toEqual(tile);
  });
});
