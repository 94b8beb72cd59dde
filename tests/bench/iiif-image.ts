import { fork, type ChildProcess } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import sharp from 'sharp';
import { makePyramid } from '#lib/images/make-pyramid.ts';
import { pyramidKeyOf, pyramidPath } from '#lib/store/images/pyramid-path.ts';
import { writeImageSet } from '#lib/store/images/write-image-set.ts';
import { loadDemoHoldings } from './relevance/demo-holdings.ts';
import { startIipImage } from './iipimage.ts';
import { peakMemory } from './peak-memory.ts';
import { quantile } from './quantile.ts';
import type { Row } from './table.ts';

/** Tiles of the finest level: 256 pixels a side. */
interface Tiled {
  id: string;
  width: number;
  height: number;
  file: string;
}

const readers = 200;
const tilesEach = 12;
const pauseMs = 5000;

/**
 * A 256 px tile as viewers ask for it, over kept-open connections, the client in this process and the server in its own: cold (never drawn), warm (from
 * memory or disk), by the second, and 200 readers who ask for 12 tiles and look at them for 5 s. Beside it a bare server that sends 10 kB, and npm's
 * iiif-processor and, where it is installed, IIPImage behind nginx on the same pyramid.
 */
export async function benchIiifImage(pool: pg.Pool, appUrl: string, megapixels: readonly number[]): Promise<Row[]> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-bench-images-'));
  await loadDemoHoldings(pool);
  const { rows: units } = await pool.query<{ id: string }>(
    `SELECT id FROM eli4u.record WHERE level = 'file' AND visibility = 'open' AND NOT digital ORDER BY id LIMIT ${megapixels.length}`,
  );
  const rows: Row[] = [];
  try {
    for (const [at, mp] of megapixels.entries()) {
      const image = await putImage(pool, dataDir, units[at]?.id ?? '', mp);
      rows.push(await measure(image, appUrl, dataDir, mp));
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
  return rows;
}

async function measure(image: Tiled, appUrl: string, dataDir: string, mp: number): Promise<Row> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers });
  const all = tilesOf(image);
  const ours = await started('ours', appUrl, dataDir, image.file);
  const at = (base: string, tile: string) => timed(`${base}/iiif/image/${image.id}/${tile}`, agent);
  const cold = await oneByOne(all.slice(0, 100), (tile) => at(ours.url, tile));
  const warm = await oneByOne([...all.slice(0, 100), ...all.slice(0, 100), ...all.slice(0, 100)], (tile) =>
    at(ours.url, tile),
  );
  const some = all.slice(0, 100);
  const perSecond = await bySecond(some, (tile) => at(ours.url, tile));
  const reading = { p95: 0, errors: 0 };
  const memory = await peakMemory(ours.child.pid ?? 0, async () => {
    Object.assign(reading, await readersOf(all, (tile) => at(ours.url, tile)));
  });
  ours.child.disconnect();
  const disk = await started('disk', appUrl, dataDir, image.file);
  await oneByOne(some, (tile) => at(disk.url, tile));
  const fromDisk = await oneByOne([...some, ...some, ...some], (tile) => at(disk.url, tile));
  const fromDiskPerSecond = await bySecond(some, (tile) => at(disk.url, tile));
  disk.child.disconnect();
  const floor = await started('floor', appUrl, dataDir, image.file);
  await bySecond(some, (tile) => at(floor.url, tile));
  const bare = quantile(await oneByOne([...some, ...some], (tile) => at(floor.url, tile)), 0.5);
  const barePerSecond = await bySecond(some, (tile) => at(floor.url, tile));
  floor.child.disconnect();
  const theirs = await started('processor', appUrl, dataDir, image.file);
  await at(theirs.url, all[0] ?? '');
  const processor = quantile(await oneByOne(all.slice(1, 21), (tile) => at(theirs.url, tile)), 0.5);
  theirs.child.disconnect();
  const iip = await besideIipImage(image, some, agent);
  agent.destroy();
  const coldMs = quantile(cold, 0.5);
  return {
    megapixels: mp,
    'pyramid MB': Math.round((await stat(image.file)).size / 2 ** 20),
    'cold ms': coldMs,
    'warm ms': Math.round(median(warm) * 100) / 100,
    'warm tiles/s': perSecond,
    'from disk ms': Math.round(median(fromDisk) * 100) / 100,
    'from disk tiles/s': fromDiskPerSecond,
    'bare server ms': bare,
    'bare server tiles/s': barePerSecond,
    'iiif-processor ms': processor,
    'times as fast cold': Math.round(processor / Math.max(coldMs, 0.1)),
    ...iip,
    '200 readers p95 ms': reading.p95,
    errors: reading.errors,
    'memory MB': memory,
  };
}

/** The same tiles by IIPImage: first asked for, asked for again, and by the second. */
async function besideIipImage(image: Tiled, tiles: readonly string[], agent: Agent): Promise<Row> {
  const iip = await startIipImage();
  if (iip === null) return { IIPImage: 'not installed' };
  try {
    const at = (tile: string) => timed(iip.tile(image.file, tile.split('/')[0] ?? '', 256), agent);
    const first = await oneByOne(tiles, at);
    const again = await oneByOne([...tiles, ...tiles], at);
    return {
      'IIPImage cold ms': quantile(first, 0.5),
      'IIPImage warm ms': Math.round(median(again) * 100) / 100,
      'IIPImage tiles/s': await bySecond(tiles, at),
    };
  } finally {
    await iip.end();
  }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

function tilesOf({ width, height }: Tiled): string[] {
  const tiles: string[] = [];
  for (let y = 0; y + 256 <= height; y += 256)
    for (let x = 0; x + 256 <= width; x += 256) tiles.push(`${x},${y},256,256/256,256/0/default.jpg`);
  // Not in the order in which they lie.
  const order = (tile: string): string => createHash('sha256').update(tile).digest('hex');
  return tiles.toSorted((one, other) => order(one).localeCompare(order(other)));
}

async function oneByOne(tiles: readonly string[], ask: (tile: string) => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (const tile of tiles) times.push(await ask(tile));
  return times;
}

/** Answers in a second, 16 asked for at once. */
async function bySecond(tiles: readonly string[], ask: (tile: string) => Promise<number>): Promise<number> {
  const begun = performance.now();
  let answered = 0;
  await Promise.all(
    Array.from({ length: 16 }, async (_, at) => {
      for (let n = at; performance.now() - begun < 4000; n += 16) {
        await ask(tiles[n % tiles.length] ?? '');
        answered++;
      }
    }),
  );
  return Math.round(answered / ((performance.now() - begun) / 1000));
}

/** Each begins at another moment, asks for the tiles of a view at once, looks, and goes on; for three views. */
async function readersOf(tiles: readonly string[], ask: (tile: string) => Promise<number>) {
  const times: number[] = [];
  let errors = 0;
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  await Promise.all(
    Array.from({ length: readers }, async (_, reader) => {
      await wait((reader * pauseMs) / readers);
      for (let view = 0; view < 3; view++) {
        const seen = Array.from(
          { length: tilesEach },
          (__, n) => tiles[(reader * 7 + view * 31 + n) % Math.min(tiles.length, 400)] ?? '',
        );
        await Promise.all(
          seen.map(async (tile) => {
            const time = await ask(tile).catch(() => null);
            if (time === null) errors++;
            else if (view > 0) times.push(time);
          }),
        );
        await wait(pauseMs);
      }
    }),
  );
  return { p95: quantile(times, 0.95), errors };
}

const timed = (url: string, agent: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    const begun = performance.now();
    get(url, { agent }, (response) => {
      response.on('data', () => undefined);
      response.on('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - begun);
        else reject(new Error(`${url}: ${response.statusCode}`));
      });
      response.on('error', reject);
    }).on('error', reject);
  });

async function started(...given: string[]): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(path.join(import.meta.dirname, 'iiif-server-child.ts'), given);
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(String(message)));
    child.once('exit', () => reject(new Error(`${given[0]} has ended`)));
  });
  return { child, url };
}

/** Paper with grain: tiles of some 10 kB, as scans have them. */
async function putImage(pool: pg.Pool, dataDir: string, recordId: string, megapixels: number): Promise<Tiled> {
  const width = Math.round(Math.sqrt((megapixels * 1e6 * 4) / 3));
  const height = Math.round((width * 3) / 4);
  const grain = await sharp({
    create: {
      width: Math.round(width / 2),
      height: Math.round(height / 2),
      channels: 3,
      background: '#d8c9a8',
      noise: { type: 'gaussian', mean: 200, sigma: 30 },
    },
  })
    .png()
    .toBuffer();
  const { data, info } = await sharp(grain, { limitInputPixels: false })
    .resize(width, height, { fit: 'fill' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const hash = createHash('sha256').update(randomUUID()).digest('hex');
  const pyramidKey = pyramidKeyOf(hash, 1);
  const file = pyramidPath(dataDir, pyramidKey);
  if (info.channels !== 3) throw new Error('the image has no three channels');
  await makePyramid({ data, width, height, channels: 3 }, 0, file);
  await writeImageSet(pool, {
    recordId,
    origin: 'folder',
    sourceName: 'bench',
    sourceHash: hash,
    viewingDirection: 'left-to-right',
    paged: false,
    rightsUri: null,
    requiredStatement: null,
    structures: [],
    images: [
      {
        originalName: 'page.tif',
        originalPage: 1,
        label: null,
        width,
        height,
        mediaType: 'image/tiff',
        rightsUri: null,
        place: { kind: 'held', pyramidKey, hash, bytes: data.length, type: 'image/tiff' },
        text: null,
      },
    ],
  });
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM eli4u.image WHERE record_id = $1', [recordId]);
  return { id: rows[0]?.id ?? '', width, height, file };
}
