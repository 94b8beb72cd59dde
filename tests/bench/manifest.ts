/** Manifests as the route gives them: the database asked, the manifest made, the JSON written; beside the JSON alone. */
import type pg from 'pg';
import { composition } from '#lib/composition.ts';
import { answerManifest } from '#lib/http/iiif/answer-presentation.ts';
import { loadDemoHoldings } from './relevance/demo-holdings.ts';
import type { Row } from './table.ts';

const rounds = 21;
const median = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/** @param sizes pages of a unit */
export async function benchManifest(pool: pg.Pool, appUrl: string, sizes: readonly number[]): Promise<Row[]> {
  process.env['ELI4U_APP_URL'] = appUrl;
  await loadDemoHoldings(pool);
  const rows: Row[] = [];
  for (const pages of sizes) rows.push(await benchPages(pool, pages));
  await composition().pool.end();
  return rows;
}

async function benchPages(pool: pg.Pool, pages: number): Promise<Row> {
  const id = await putRows(pool, pages);
  const times: number[] = [];
  const floors: number[] = [];
  let kilobytes = 0;
  for (let round = 0; round < rounds; round++) {
    let begun = performance.now();
    const answer = await answerManifest(new Request(`http://localhost/iiif/presentation/${id}/manifest.json`), id);
    const bytes = Buffer.from(await answer.arrayBuffer());
    times.push(performance.now() - begun);
    const text = bytes.toString();
    if (answer.status !== 200) throw new Error(text);
    kilobytes = text.length / 1000;
    const json: unknown = JSON.parse(text);
    begun = performance.now();
    JSON.stringify(json);
    floors.push(performance.now() - begun);
  }
  return {
    pages,
    kB: kilobytes,
    'route, ms': median(times),
    'first, ms': times[0] ?? 0,
    'JSON alone, ms': median(floors),
    goal: '2,000 pages ≤ 60 ms',
  };
}

/** Rows of images without files: the manifest reads none. */
async function putRows(pool: pg.Pool, pages: number): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM eli4u.record r WHERE level = 'file' AND visibility = 'open' AND NOT digital
       AND NOT EXISTS (SELECT FROM eli4u.image_set s WHERE s.record_id = r.id) ORDER BY id LIMIT 1`,
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('no unit is left without images');
  await pool.query(
    `INSERT INTO eli4u.image_set (record_id, origin, source_name, source_hash) VALUES ($1, 'folder', 'bench', 'bench')`,
    [id],
  );
  await pool.query(
    `INSERT INTO eli4u.digital_object (id, record_id, position, href, label, media_type, of_images)
     SELECT 'b' || $2 || '-' || n, $1, n, '/iiif/image/b' || $2 || '-' || n || '/full/max/0/default.jpg', 'c. ' || n || 'r', 'image/jpeg', true
       FROM generate_series(1, $2::integer) n`,
    [id, pages],
  );
  await pool.query(
    `INSERT INTO eli4u.image (id, record_id, page, width, height, original_name, original_hash, pyramid_key)
     SELECT 'b' || $2 || '-' || n, $1, n, 4000, 5000, n || '.jpg', 'x', 'aa/' || repeat('a', 64) || '-' || n || '.tif' FROM generate_series(1, $2::integer) n`,
    [id, pages],
  );
  return id;
}
