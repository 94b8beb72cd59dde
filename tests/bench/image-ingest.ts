/**
 * Scans made into pyramids, by as many processes as there are cores, as ingest does it; beside the floor: one sharp that only decodes the same files
 * and writes each as one JPEG of the same quality.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { createImageWorkers } from '#lib/images/image-workers.ts';
import { fewAtOnce } from '#lib/few-at-once.ts';
import type { Row } from './table.ts';

const pages = 12;
const rounds = 3;

/** @param sizes megapixels of a page */
export async function benchImageIngest(sizes: readonly number[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const megapixels of sizes)
    for (const kind of ['jpeg', 'tiff'] as const) rows.push(await benchPages(megapixels, kind));
  return rows;
}

async function benchPages(megapixels: number, kind: 'jpeg' | 'tiff'): Promise<Row> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-bench-images-'));
  const cores = os.availableParallelism();
  try {
    const files = await writePages(folder, megapixels, kind);
    const workers = createImageWorkers(cores);
    await fewAtOnce(files.slice(0, cores), cores, (file) => workers.look(file));
    const times: number[] = [];
    const floors: number[] = [];
    for (let round = 0; round < rounds; round++) {
      times.push(
        await seconds(() =>
          fewAtOnce(files, cores, (file, at) => workers.make(file, 1, path.join(folder, `${round}-${at}.tif`))),
        ),
      );
      floors.push(
        await seconds(() =>
          fewAtOnce(files, cores, (file) =>
            sharp(file)
              .jpeg({ quality: 85 })
              .toFile(path.join(folder, 'floor.jpg').replace('floor', `floor-${path.basename(file)}`)),
          ),
        ),
      );
    }
    workers.close();
    const all = megapixels * pages;
    return {
      'MP a page': megapixels,
      kind,
      pages,
      'MP/s': all / median(times),
      'floor, MP/s': all / median(floors),
      'of the floor, %': (100 * median(floors)) / median(times),
      goal: '40 MP/s',
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Pages of grain and strokes, so that they are neither plain nor noise alone. */
async function writePages(folder: string, megapixels: number, kind: 'jpeg' | 'tiff'): Promise<string[]> {
  const width = Math.round(Math.sqrt(megapixels * 1e6 * 0.75));
  const height = Math.round((megapixels * 1e6) / width);
  const lines = Array.from(
    { length: 60 },
    (_, at) =>
      `<rect x="${width / 10}" y="${(height * (at + 2)) / 64}" width="${(width * (40 + ((at * 37) % 40))) / 100}" height="${height / 200}" fill="#432"/>`,
  ).join('');
  const grain = await sharp({
    create: {
      width: 512,
      height: 512,
      channels: 3,
      background: '#c8b690',
      noise: { type: 'gaussian', mean: 190, sigma: 12 },
    },
  })
    .png()
    .toBuffer();
  return fewAtOnce(Array.from({ length: pages }), 2, async (_, at) => {
    const file = path.join(folder, `page-${at}.${kind === 'jpeg' ? 'jpg' : 'tif'}`);
    const page = sharp({ create: { width, height, channels: 3, background: '#d8c8a0' } }).composite([
      { input: grain, tile: true, blend: 'multiply' },
      { input: Buffer.from(`<svg width="${width}" height="${height}">${lines}</svg>`) },
    ]);
    await (kind === 'jpeg' ? page.jpeg({ quality: 92 }) : page.tiff({ compression: 'none' })).toFile(file);
    return file;
  });
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
