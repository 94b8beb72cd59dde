/**
 * The night's look at what has become free to read, over so many records of which a tenth wait for their day: documents of a year open on the
 * same day, in files of nine. Beside it what a look at every record would take.
 */
import type pg from 'pg';
import { openDue } from '#lib/store/visibility/open-due.ts';
import type { Row } from './table.ts';

const nightBefore = '2026-01-01';
const night = '2026-12-31';
const idleNights = 5;

export async function benchVisibility(pool: pg.Pool, records: number): Promise<Row[]> {
  await generate(pool, records);
  await openDue(pool, nightBefore);
  await pool.query('VACUUM ANALYZE eli4u.record');
  const everything = await seconds(() =>
    pool.query(
      `SELECT count(*) FROM eli4u.record WHERE visibility = 'described' AND date_end + interval '40 years' <= $1`,
      [night],
    ),
  );
  await pool.query('DELETE FROM eli4u.dissemination_mark');
  let opened = 0;
  const busy = await seconds(async () => (opened = await openDue(pool, night)));
  const touched = await written(pool);
  const idle: number[] = [];
  for (let n = 0; n < idleNights; n++) idle.push(await seconds(() => openDue(pool, night)));
  return [
    {
      records,
      opened,
      'rows written': touched,
      'busy night, s': busy,
      'idle night, ms': Math.max(...idle) * 1000,
      'reading every record, s': everything,
      goal: '60 s',
    },
  ];
}

/** A fonds of series of 1,000 files of nine documents each; the documents of every tenth file hold data kept back for 40 years. */
async function generate(pool: pg.Pool, records: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      `INSERT INTO eli4u.institution (id, code, name, stub) VALUES ('bench-house', 'bench', 'Bench', true)`,
    );
    await client.query(
      `INSERT INTO eli4u.record (id, repository_id, root_id, position, depth, level, title) VALUES ('bench-fonds', 'bench-house', 'bench-fonds', 0, 0, 'fonds', 'Fondo')`,
    );
    await client.query(
      `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, title)
       SELECT 's' || n, 'bench-house', 'bench-fonds', 'bench-fonds', n * 1000, 1, 'series', 'Serie ' || n FROM generate_series(0, $1::integer / 10000) n`,
      [records],
    );
    // Documents and their file: ten records.
    await client.query(
      `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, title, date_start, date_end, sensitivity, consultable_from, visibility)
       SELECT CASE WHEN n % 10 = 0 THEN 'f' || n / 10 ELSE 'd' || n END, 'bench-house', CASE WHEN n % 10 = 0 THEN 's' || n / 10000 ELSE 'f' || n / 10 END,
              'bench-fonds', n::bigint * 1000, CASE WHEN n % 10 = 0 THEN 2 ELSE 3 END, CASE WHEN n % 10 = 0 THEN 'file' ELSE 'item' END,
              'Carte del ' || year || ', ' || n, make_date(year, 1, 1), make_date(year, 12, 31),
              CASE WHEN kept THEN 'judicialOrSensitive' ELSE 'none' END,
              CASE WHEN kept THEN make_date(year + 40, 12, 31) END, CASE WHEN kept AND year + 40 > 2025 THEN 'described' ELSE 'open' END
         FROM (SELECT n, 1950 + (n / 10) / 10 % 70 AS year, (n / 10) % 10 = 0 AS kept FROM generate_series(0, $1::integer - 1) n) g`,
      [records],
    );
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

/** Records that are shown otherwise than before: each left its mark. */
async function written(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ n: string }>(
    `SELECT count(DISTINCT id) AS n FROM eli4u.dissemination_mark, unnest(ids) id WHERE kind = 'record'`,
  );
  return Number(rows[0]?.n ?? 0);
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
