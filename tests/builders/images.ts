import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import sharp from 'sharp';
import { makePyramid } from '#lib/images/make-pyramid.ts';
import type { PageText } from '#lib/records/page-text.ts';
import { pyramidKeyOf, pyramidPath } from '#lib/store/images/pyramid-path.ts';
import { writeImageSet, type NewImage, type NewRange } from '#lib/store/images/write-image-set.ts';

export interface PagesGiven {
  pages?: number;
  width?: number;
  height?: number;
  structures?: readonly NewRange[];
  rightsUri?: string | null;
  requiredStatement?: string | null;
  text?: (page: number) => Omit<PageText, 'imageId'> | null;
}

/** Puts plain pages on a record, each of another colour with its number on it, with pyramids in a folder of data. @returns ids of the images, in order */
export async function putPages(
  pool: pg.Pool,
  dataDir: string,
  recordId: string,
  given: PagesGiven = {},
): Promise<string[]> {
  const {
    pages = 3,
    width = 1200,
    height = 1600,
    structures = [],
    rightsUri = null,
    requiredStatement = null,
    text = () => null,
  } = given;
  const images: NewImage[] = [];
  for (let page = 1; page <= pages; page++)
    images.push(await pageOf(dataDir, page, { width, height, text: text(page) }));
  await writeImageSet(pool, {
    recordId,
    origin: 'folder',
    sourceName: 'test',
    sourceHash: createHash('sha256')
      .update(JSON.stringify([pages, width, height, images]))
      .digest('hex'),
    viewingDirection: 'left-to-right',
    paged: true,
    rightsUri,
    requiredStatement,
    images,
    structures,
  });
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM eli4u.image WHERE record_id = $1 ORDER BY page', [
    recordId,
  ]);
  return rows.map(({ id }) => id);
}

async function pageOf(
  dataDir: string,
  page: number,
  { width, height, text }: { width: number; height: number; text: Omit<PageText, 'imageId'> | null },
): Promise<NewImage> {
  const drawn = await sharp({
    create: { width, height, channels: 3, background: `hsl(${(page * 47) % 360}, 30%, 80%)` },
  })
    .composite([
      {
        input: Buffer.from(
          `<svg width="${width}" height="${height}"><circle cx="${width / 2}" cy="${height / 3}" r="${width / 6}" fill="#543"/><rect x="${width / 10}" y="${height / 2}" width="${(width * 4 * page) / (5 * (page + 1))}" height="${height / 40}" fill="#222"/></svg>`,
        ),
      },
    ])
    .jpeg()
    .toBuffer();
  const hash = createHash('sha256').update(drawn).digest('hex');
  const file = path.join(os.tmpdir(), `eli4u-page-${hash}.jpg`);
  await writeFile(file, drawn);
  const pyramidKey = pyramidKeyOf(hash, 1);
  const size = await makePyramid(file, 0, pyramidPath(dataDir, pyramidKey));
  await rm(file);
  return {
    originalName: `${String(page).padStart(4, '0')}.jpg`,
    originalPage: 1,
    label: `c. ${Math.ceil(page / 2)}${page % 2 ? 'r' : 'v'}`,
    ...size,
    mediaType: 'image/jpeg',
    rightsUri: null,
    place: { kind: 'held', pyramidKey, hash, bytes: drawn.length, type: 'image/jpeg' },
    text,
  };
}
