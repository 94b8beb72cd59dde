import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WorldError } from '#lib/errors.ts';
import { createImageWorkers } from '#lib/images/image-workers.ts';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-workers-'));
  file = path.join(folder, '1.jpg');
  await sharp({ create: { width: 20, height: 10, channels: 3, background: '#a33' } })
    .jpeg()
    .toFile(file);
});
afterAll(() => rm(folder, { recursive: true }));

const childrenOf = (): number[] =>
  execFileSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, ...rest]) => parent === String(process.pid) && rest.join(' ').includes('image-worker'))
    .map(([pid]) => Number(pid));

it('one that dies while nobody asks it anything is replaced by the next question', async () => {
  const workers = createImageWorkers(1);
  try {
    expect(await workers.look(file)).toEqual({ pages: 1, mediaType: 'image/jpeg', cut: 0 });
    const pids = childrenOf();
    expect(pids).toHaveLength(1);
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    await expect.poll(childrenOf, { timeout: 5000 }).toEqual([]);
    expect(await workers.make(file, 1, path.join(folder, '1.tif'))).toEqual({ width: 20, height: 10 });
  } finally {
    workers.close();
  }
}, 60_000);

it('one that takes too long is ended, and those that wait for it are answered', async () => {
  const workers = createImageWorkers(1, { milliseconds: 1 });
  try {
    const answers = await Promise.allSettled([workers.look(file), workers.look(file)]);
    expect(answers.map((one) => one.status === 'rejected' && String(one.reason))).toEqual(
      Array(2).fill('Error: it takes longer than 0.001 seconds to read'),
    );
    await expect.poll(childrenOf, { timeout: 5000 }).toEqual([]);
  } finally {
    workers.close();
  }
}, 60_000);

it('one that takes too much memory is ended, and those that wait for it are answered', async () => {
  // An interlaced PNG is whole in memory before its first row is known.
  const heavy = path.join(folder, 'heavy.png');
  await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#375' } })
    .png({ progressive: true, compressionLevel: 1 })
    .toFile(heavy);
  const workers = createImageWorkers(1, { bytes: 300 * 1024 * 1024 });
  try {
    const answers = await Promise.allSettled([
      workers.make(heavy, 1, path.join(folder, 'heavy.tif')),
      workers.make(file, 1, path.join(folder, 'light.tif')),
    ]);
    expect(answers).toMatchObject([
      { status: 'rejected', reason: new Error('it takes more than 300 MiB of memory to read') },
      { status: 'fulfilled', value: { width: 20, height: 10 } },
    ]);
  } finally {
    workers.close();
  }
}, 60_000);

it('where nothing can be written, it is not the file that is at fault', async () => {
  const workers = createImageWorkers(1);
  try {
    // A folder below a file.
    const made = workers.make(file, 1, path.join(file, 'ab', '1.tif'));
    await expect(made).rejects.toThrow(WorldError);
    await expect(made).rejects.toThrow(/^no pyramid can be written: /);
    expect(await workers.make(file, 1, path.join(folder, '2.tif'))).toEqual({ width: 20, height: 10 });
  } finally {
    workers.close();
  }
}, 60_000);
