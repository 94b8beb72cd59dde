import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stampChanges } from '#lib/store/dissemination/stamp-changes.ts';
import { createPool } from '#lib/store/pool.ts';
import { generateHoldings } from '#tests/bench/generate-search.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

let database: FreshDatabase;
let pool: pg.Pool;
let second = Date.parse('2026-11-26T10:00:00Z');

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 3 });
  const client = await pool.connect();
  await client.query('BEGIN');
  await generateHoldings(client, 600);
  await client.query('COMMIT');
  client.release();
  await pool.query(
    `INSERT INTO eli4u.image_set (record_id, origin, source_name, source_hash)
       SELECT id, 'folder', 'f', 'h' FROM eli4u.record WHERE hashtext(id) % 10 = 0`,
  );
  await pool.query(
    `INSERT INTO eli4u.digital_object (id, record_id, position, href, of_images)
       SELECT 'p' || record_id, record_id, 1, '/iiif/image/p' || record_id || '/full/max/0/default.jpg', true FROM eli4u.image_set`,
  );
  await pool.query(
    `INSERT INTO eli4u.image (id, record_id, page, width, height, original_name, original_hash, pyramid_key, service_id)
       SELECT 'p' || record_id, record_id, 1, 10, 10, 'a', CASE WHEN hashtext(record_id) % 3 <> 0 THEN 'h' END, CASE WHEN hashtext(record_id) % 3 <> 0 THEN 'k' END,
         CASE WHEN hashtext(record_id) % 3 = 0 THEN 'https://immagini.esempio.it/' || record_id END FROM eli4u.image_set`,
  );
}, 120_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const lines = async (sql: string): Promise<string[]> =>
  (await pool.query<{ line: string }>(sql)).rows.map(({ line }) => line);

/** What leads to images, found from the images up, as the law of sight says it. */
const fromBelow = `WITH RECURSIVE up AS (
    SELECT r.id, r.parent_id, r.position, true AS own FROM eli4u.record r JOIN eli4u.institution i ON i.id = r.repository_id
     WHERE r.deleted_at IS NULL AND NOT r.internal AND (
       (r.visibility = 'open' AND EXISTS (SELECT FROM eli4u.image m WHERE m.record_id = r.id))
       OR (r.visibility = 'described' AND i.reserved_image_side > 0 AND EXISTS (SELECT FROM eli4u.image m WHERE m.record_id = r.id AND m.pyramid_key <> '')))
    UNION SELECT p.id, p.parent_id, p.position, false FROM up JOIN eli4u.record p ON p.id = up.parent_id
     WHERE p.deleted_at IS NULL AND p.visibility <> 'hidden' AND NOT p.internal)
  SELECT concat_ws(' ', id, parent_id, position, bool_or(own), bool_or(NOT own)) AS line FROM up GROUP BY id, parent_id, position ORDER BY 1`;
const kept = `SELECT concat_ws(' ', id, parent_id, position, has_images, has_below) AS line FROM eli4u.image_branch ORDER BY 1`;
const told = `SELECT DISTINCT ON (record_id) record_id AS line FROM (
    SELECT record_id, first_value(kind) OVER (PARTITION BY record_id ORDER BY n DESC) AS kind FROM eli4u.manifest_activity) a
   WHERE kind <> 'Delete' ORDER BY 1`;
const given = `SELECT id AS line FROM eli4u.image_branch WHERE has_images ORDER BY 1`;

/** A tenth of them, another each time. */
const some = (salt: number, level: string) =>
  `id IN (SELECT id FROM eli4u.record WHERE level IN (${level}) AND hashtext(id || '${salt}') % 10 = 0)`;
const changes = (salt: number): string[] => [
  `UPDATE eli4u.record SET visibility = (ARRAY['open', 'described', 'hidden'])[1 + abs(hashtext(id || '${salt}')) % 3] WHERE ${some(salt, `'file', 'item'`)}`,
  `UPDATE eli4u.record SET visibility = CASE visibility WHEN 'hidden' THEN 'open' ELSE 'hidden' END WHERE ${some(salt + 1, `'series', 'fonds'`)}`,
  `UPDATE eli4u.record SET parent_id = (SELECT s.id FROM eli4u.record s WHERE s.level = 'series' ORDER BY hashtext(s.id || '${salt}') LIMIT 1), position = position + 1
     WHERE ${some(salt + 2, `'file'`)}`,
  `UPDATE eli4u.record SET deleted_at = CASE WHEN deleted_at IS NULL THEN now() END WHERE ${some(salt + 3, `'file', 'series'`)}`,
  `UPDATE eli4u.institution SET reserved_image_side = CASE WHEN reserved_image_side IS NULL THEN 300 END`,
  `UPDATE eli4u.record SET position = position * 2 WHERE ${some(salt + 4, `'file'`)}`,
  `DELETE FROM eli4u.image_set WHERE record_id IN (SELECT record_id FROM eli4u.image_set ORDER BY hashtext(record_id || '${salt}') LIMIT 1)`,
];

it('knows what leads to images, whatever is hidden, shown, moved, deleted or lent smaller', async () => {
  for (let round = 0; round < 8; round++) {
    for (const change of round === 0 ? ['SELECT 1'] : changes(round)) {
      await pool.query(change);
      second += 2000;
      await stampChanges(pool, () => second);
      const [is, should] = [await lines(kept), await lines(fromBelow)];
      expect({ change, lines: is }).toEqual({ change, lines: should });
      expect(await lines(told)).toEqual(await lines(given));
    }
    expect((await lines(kept)).length).toBeGreaterThan(10);
  }
  const numbers = await lines(`SELECT n::text AS line FROM eli4u.manifest_activity ORDER BY n`);
  expect(numbers).toEqual(numbers.map((_, at) => String(at)));
}, 120_000);
