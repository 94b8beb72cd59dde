import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readImageRequest } from '#lib/iiif/image/image-request.ts';
import { imageLimits } from '#lib/http/images/answer-image.ts';
import { isRefused } from '#lib/iiif/image/refused.ts';
import { makePyramid } from '#lib/images/make-pyramid.ts';
import { levelsOf, levelSize } from '#lib/images/pyramid-level.ts';
import { render } from '#lib/images/render.ts';

const size = { width: 1001, height: 700 };
let folder = '';
let file = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-render-'));
  file = path.join(folder, 'page.tif');
  // White lines, 1 pixel wide, on black.
  const data = Buffer.alloc(size.width * size.height * 3);
  for (let x = 0; x < size.width; x += 8)
    for (let y = 0; y < size.height; y++) data.fill(255, (y * size.width + x) * 3, (y * size.width + x) * 3 + 3);
  await makePyramid({ data, ...size, channels: 3 }, 0, file);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function brightest(region: string, coarsest: number): Promise<number> {
  const asked = readImageRequest({ region, size: 'max', rotation: '0', name: 'gray.png' }, size, imageLimits);
  if (isRefused(asked)) throw new Error(asked.refused);
  const { channels } = await sharp(await render(file, size, asked, coarsest)).stats();
  return channels[0]?.max ?? 0;
}

it('pyramids have the levels that are counted on', async () => {
  const { pages } = await sharp(file).metadata();
  expect(levelsOf(size)).toBe(pages);
  for (let level = 0; level < levelsOf(size); level++)
    expect(await sharp(file, { page: level }).metadata()).toMatchObject(levelSize(size, level));
});

it('what is shown smaller only is never drawn from what is finer, however small the part', async () => {
  expect(await brightest('400,300,1,1', 0)).toBeGreaterThan(200);
  expect(await brightest('400,300,1,1', 2)).toBeLessThan(100);
});
