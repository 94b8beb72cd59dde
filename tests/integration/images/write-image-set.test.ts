import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findImageSet } from '#lib/store/images/find-image-set.ts';
import { findPages, countPages } from '#lib/store/images/find-pages.ts';
import { writeImageSet, type NewImage, type NewImageSet } from '#lib/store/images/write-image-set.ts';
import { createPool } from '#lib/store/pool.ts';
import { putPages } from '#tests/builders/images.ts';
import { loadDemoHoldings } from '#tests/bench/relevance/demo-holdings.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

let database: FreshDatabase;
let pool: pg.Pool;
let dataDir: string;
let unit = '';

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-images-'));
  await loadDemoHoldings(pool);
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM eli4u.record WHERE level = 'file' AND visibility = 'open' AND NOT digital ORDER BY id LIMIT 1`,
  );
  unit = rows[0]?.id ?? '';
}, 120_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const elsewhere = (name: string): NewImage => ({
  originalName: name,
  originalPage: 1,
  label: name,
  width: 100,
  height: 200,
  mediaType: 'image/jpeg',
  rightsUri: null,
  place: {
    kind: 'service',
    id: `https://iiif.example.org/${name}`,
    type: 'ImageService3',
    profile: 'level2',
    href: `https://iiif.example.org/${name}/full/max/0/default.jpg`,
  },
  text: null,
});

const setOf = (images: NewImage[], more: Partial<NewImageSet> = {}): NewImageSet => ({
  recordId: unit,
  origin: 'manifest',
  sourceName: 'https://example.org/manifest.json',
  sourceHash: images.map(({ originalName }) => originalName).join(),
  viewingDirection: 'left-to-right',
  paged: false,
  rightsUri: null,
  requiredStatement: null,
  images,
  structures: [],
  ...more,
});

describe('the images of a record', () => {
  it('are kept with their places, and make the record one with images, also where it is looked for', async () => {
    const ids = await putPages(pool, dataDir, unit, {
      pages: 3,
      structures: [{ label: 'Parte', images: [0, 2], ranges: [] }],
    });
    const set = await findImageSet(pool, unit);
    expect(
      set?.images.map(({ id, page, label, width, height, place }) => ({ id, page, label, width, height, place })),
    ).toEqual([
      { id: ids[0], page: 1, label: 'c. 1r', width: 1200, height: 1600, place: { kind: 'held' } },
      { id: ids[1], page: 2, label: 'c. 1v', width: 1200, height: 1600, place: { kind: 'held' } },
      { id: ids[2], page: 3, label: 'c. 2r', width: 1200, height: 1600, place: { kind: 'held' } },
    ]);
    expect(set?.structures).toEqual([{ id: 'r1', label: 'Parte', images: [ids[0], ids[2]], ranges: [] }]);
    const { rows } = await pool.query<{ digital: boolean }>('SELECT digital FROM eli4u.record WHERE id = $1', [unit]);
    expect(rows[0]?.digital).toBe(true);
    expect(await countPages(pool, unit)).toEqual({ total: 3, rightsUri: null, requiredStatement: null });
    expect((await findPages(pool, unit, 2, 2)).map(({ id }) => id)).toEqual([ids[1]]);
  });

  it('keep their ids while their files keep their names, in another order too; what is not told goes', async () => {
    const [a, b, c] = [elsewhere('a'), elsewhere('b'), elsewhere('c')];
    const first = await writeImageSet(pool, setOf([a, b, c]));
    expect(first).toMatchObject({ created: 3, deleted: 3 });
    const before = new Map((await findImageSet(pool, unit))?.images.map(({ label, id }) => [label, id]));
    const second = await writeImageSet(pool, setOf([c, elsewhere('d'), { ...a, label: 'altro nome' }]));
    expect(second).toEqual({ outcome: 'changed', created: 1, changed: 0, unchanged: 2, deleted: 1 });
    const after = (await findImageSet(pool, unit))?.images ?? [];
    expect(after.map(({ label, page }) => [label, page])).toEqual([
      ['c', 1],
      ['d', 2],
      ['altro nome', 3],
    ]);
    expect(after[0]?.id).toBe(before.get('c'));
    expect(after[2]?.id).toBe(before.get('a'));
  });

  it('stay when the finding aid is loaded again', async () => {
    const before = await findImageSet(pool, unit);
    await pool.query(`UPDATE eli4u.source SET file_hash = NULL, mapping_version = NULL`);
    await pool.query(`UPDATE eli4u.record SET content_hash = NULL WHERE id = $1`, [unit]);
    await loadDemoHoldings(pool);
    expect(await findImageSet(pool, unit)).toEqual(before);
    const { rows } = await pool.query<{ digital: boolean }>('SELECT digital FROM eli4u.record WHERE id = $1', [unit]);
    expect(rows[0]?.digital).toBe(true);
  }, 120_000);
});
