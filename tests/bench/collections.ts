/**
 * Collections and changes of manifests as their routes give them, where a fifth of all units is digitised: of the roots, of a fonds, of a unit with
 * thousands of parts; beside the same of before, which walked up from every unit with images.
 */
import type pg from 'pg';
import { composition } from '#lib/composition.ts';
import { answerCollection } from '#lib/http/iiif/answer-collection.ts';
import { answerDiscovery } from '#lib/http/iiif/answer-discovery.ts';
import { stampChanges } from '#lib/store/dissemination/stamp-changes.ts';
import { generateHoldings } from './generate-search.ts';
import type { Row } from './table.ts';

const rounds = 21;
const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

export async function benchCollections(pool: pg.Pool, appUrl: string, records: number): Promise<Row[]> {
  process.env['ELI4U_APP_URL'] = appUrl;
  const client = await pool.connect();
  await client.query('BEGIN');
  const { wideParent, fonds } = await generateHoldings(client, records);
  await client.query('COMMIT');
  client.release();
  await digitiseSome(pool, wideParent);
  const started = performance.now();
  const looked = await stampChanges(pool, Date.now);
  const stamping = (performance.now() - started) / 1000;
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await stampChanges(pool, Date.now);
  await pool.query('VACUUM ANALYZE');
  const { rows } = await pool.query<{ sets: number; wide: number; activities: number }>(
    `SELECT (SELECT count(*)::integer FROM eli4u.image_set) AS sets, (SELECT max(n)::integer FROM eli4u.manifest_activity) AS activities,
       (SELECT count(*)::integer FROM eli4u.image_branch WHERE parent_id = $1) AS wide`,
    [wideParent],
  );
  const [{ sets = 0, wide = 0, activities = 0 } = {}] = rows;
  const collection = (name: string) => timed(() => answerCollection(asking(name), name.split('?')[0] ?? ''));
  const changes = (name: string) => timed(() => answerDiscovery(asking(name), name));
  const row = {
    records,
    digitised: sets,
    'root, ms': await collection('root.json'),
    'a fonds, ms': await collection(`${fonds[0] ?? ''}.json`),
    [`of ${wide} parts, ms`]: await collection(`${wideParent}.json`),
    'its first page, ms': await collection(`${wideParent}.json?page=1`),
    'its last page, ms': await collection(`${wideParent}.json?page=${Math.ceil(wide / 500)}`),
    'walking up, ms': await timed(() => walkUp(pool)),
    'changes, ms': await changes('activity.json'),
    'first page of them, ms': await changes('page-0.json'),
    'last page of them, ms': await changes(`page-${Math.floor(activities / 1000)}.json`),
    'stamping, records/s': looked / stamping,
  };
  await composition().pool.end();
  return [row];
}

const asking = (name: string): Request => new Request(`http://localhost/iiif/collection/${name}`);

async function timed(work: () => Promise<Response>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    const answer = await work();
    const body = await answer.text();
    times.push(performance.now() - begun);
    if (answer.status !== 200) throw new Error(body);
  }
  return median(times);
}

/** A page each for a fifth of all units and for all parts of one; no files: collections read none. */
async function digitiseSome(pool: pg.Pool, wideParent: string): Promise<void> {
  await pool.query(
    `INSERT INTO eli4u.image_set (record_id, origin, source_name, source_hash)
       SELECT id, 'folder', 'bench', 'bench' FROM eli4u.record WHERE child_count = 0 AND (hashtext(id) % 5 = 0 OR parent_id = $1)`,
    [wideParent],
  );
  await pool.query(
    `INSERT INTO eli4u.digital_object (id, record_id, position, href, of_images)
       SELECT 'b' || record_id, record_id, 1, '/iiif/image/b' || record_id || '/full/max/0/default.jpg', true FROM eli4u.image_set`,
  );
  await pool.query(
    `INSERT INTO eli4u.image (id, record_id, page, width, height, original_name, original_hash, pyramid_key)
       SELECT 'b' || record_id, record_id, 1, 4000, 5000, '1.jpg', 'x', record_id FROM eli4u.image_set`,
  );
}

/** How roots were found before: from every unit with images upward. */
async function walkUp(pool: pg.Pool): Promise<Response> {
  const { rows } = await pool.query(
    `WITH RECURSIVE up AS (
        SELECT r.id, r.parent_id FROM eli4u.image_set s JOIN eli4u.record r ON r.id = s.record_id WHERE r.visibility = 'open' AND r.deleted_at IS NULL
        UNION SELECT p.id, p.parent_id FROM up JOIN eli4u.record p ON p.id = up.parent_id WHERE p.deleted_at IS NULL)
      SELECT id FROM up WHERE parent_id IS NULL`,
  );
  return Response.json(rows);
}
