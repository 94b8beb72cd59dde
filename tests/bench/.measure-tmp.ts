import pg from 'pg';
import { measureSearch } from '#tests/bench/search.ts';
import { createPostgresSearch } from '#lib/search/postgres.ts';
const [db, rounds] = process.argv.slice(2);
const pool = new pg.Pool({ host: '127.0.0.1', port: 55432, user: 'postgres', database: db });
const f = (await pool.query('select id from eli4u.record where parent_id is null order by reference_code')).rows.map(
  (r) => r.id,
);
const k = (
  await pool.query(
    'select parent_id, count(*) from eli4u.record where parent_id is not null group by 1 order by 2 desc limit 1',
  )
).rows[0].parent_id;
const n = (await pool.query('select count(*)::int n from eli4u.record')).rows[0].n;
const rows = await measureSearch(
  createPostgresSearch(pool),
  { records: n, fonds: f, wideParent: k, narrowParent: k },
  Number(rounds),
);
for (const r of rows) console.log(r.name.padEnd(32), String(r.p50).padStart(8), String(r.p95).padStart(8), r.note);
await pool.end();
