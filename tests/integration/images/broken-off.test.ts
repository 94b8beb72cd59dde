/** A load that dies midway, as by `kill -9`: loaded again, nothing is there twice and nothing is lost. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { unreferencedPyramids, lostPyramids, sweepPyramids } from '#lib/store/images/unreferenced-pyramids.ts';
import { imagesFolder } from '#lib/store/images/pyramid-path.ts';
import { openScanStage, plainPicture, type ScanStage } from '#tests/builders/scan-stage.ts';

const pages = 12;
let stage: ScanStage;
beforeAll(async () => {
  stage = await openScanStage();
});
afterEach(() => stage.clear());
afterAll(() => stage.end());

const nameOf = (page: number): string => `c_${String(page).padStart(3, '0')}r.jpg`;

async function writePages(): Promise<void> {
  for (let page = 1; page <= pages; page++)
    await writeFile(
      path.join(stage.scans, nameOf(page)),
      await plainPicture(1500, 1000, `hsl(${page * 25}, 40%, 60%)`)
        .jpeg()
        .toBuffer(),
    );
}

/** Loads in a process of its own, and kills it once so many pages are made. @returns whether it was killed before it had done */
async function loadUntil(page: number): Promise<boolean> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'tests/builders/ingest-child.ts', stage.url, stage.dataDir, stage.scans, stage.record],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  let done = false;
  for await (const line of createInterface(child.stdout)) {
    if (line === 'loaded') done = true;
    if (line === `pages ${page}`) child.kill('SIGKILL');
  }
  await ended;
  return !done;
}

/** Pyramids by name, with what tells one from another that was made anew. */
async function pyramids(): Promise<Map<string, number>> {
  const root = imagesFolder(stage.dataDir);
  const files = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const found = new Map<string, number>();
  for (const file of files)
    if (file.isFile() && file.name.endsWith('.tif'))
      found.set(file.name, (await stat(path.join(file.parentPath, file.name))).ino);
  return found;
}

it('goes on with what is lacking, however often it dies, and what was made is not made again', async () => {
  await writePages();
  let before = new Map<string, number>();
  for (const page of [3, 7]) {
    expect(await loadUntil(page)).toBe(true);
    expect(await stage.images()).toEqual([]);
    const made = await pyramids();
    expect(made.size).toBeGreaterThanOrEqual(page);
    for (const [name, inode] of before) expect(made.get(name)).toBe(inode);
    before = made;
  }
  expect(await stage.load()).toMatchObject({ read: pages, created: pages, quarantined: 0, problems: [] });
  const made = await pyramids();
  expect(made.size).toBe(pages);
  for (const [name, inode] of before) expect(made.get(name)).toBe(inode);
  const images = await stage.images();
  expect(images.map(({ label }) => label)).toEqual(Array.from({ length: pages }, (_, at) => `c. ${at + 1}r`));
  for (const { page } of images)
    expect(await sharp(await stage.pyramid(page)).metadata()).toMatchObject({ width: 1500, height: 1000 });
  expect(await lostPyramids(stage.pool, stage.dataDir)).toEqual([]);
  expect(await stage.load()).toMatchObject({ unchanged: pages, created: 0, changed: 0 });
  expect((await stage.images()).map(({ id }) => id)).toEqual(images.map(({ id }) => id));
  // Drafts that were being written are the sweep's, a day later.
  const day = 25 * 60 * 60 * 1000;
  await sweepPyramids(stage.pool, stage.dataDir, Date.now() + day);
  for await (const key of unreferencedPyramids(stage.pool, stage.dataDir)) expect(key).toBe('');
  expect((await pyramids()).size).toBe(pages);
}, 120_000);

it('that was told before keeps its images until the next is whole', async () => {
  await writePages();
  await stage.load();
  const first = await stage.images();
  await writeFile(path.join(stage.scans, nameOf(5)), await plainPicture(1500, 1000, '#000').jpeg().toBuffer());
  await writeFile(path.join(stage.scans, nameOf(13)), await plainPicture(1500, 1000, '#fff').jpeg().toBuffer());
  expect(await loadUntil(2)).toBe(true);
  expect(await stage.images()).toEqual(first);
  expect(await stage.load()).toMatchObject({ created: 1, changed: 1, unchanged: pages - 1 });
  expect((await stage.images()).slice(0, pages)).toEqual(first);
}, 120_000);

it('where no pyramid can be written ends with that reason, no page being at fault; run again, it goes on', async () => {
  await writePages();
  // A file where the folder should be: to root, too, a place where nothing can be written.
  await rm(imagesFolder(stage.dataDir), { recursive: true, force: true });
  await writeFile(imagesFolder(stage.dataDir), '');
  await expect(stage.load()).rejects.toThrow(/no pyramid can be written/);
  expect(await stage.images()).toEqual([]);
  expect(await readdir(path.join(stage.dataDir, 'quarantine')).catch(() => [])).toEqual([]);
  await rm(imagesFolder(stage.dataDir));
  expect(await stage.load()).toMatchObject({ created: pages, quarantined: 0, problems: [] });
}, 120_000);
