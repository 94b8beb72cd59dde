import pg from 'pg';
import { generateHoldings } from '#tests/bench/generate-search.ts';
import { indexRecords, flushSearchIndex } from '#lib/search/postgres-index.ts';
const [db, n, mode] = process.argv.slice(2);
const pool = new pg.Pool({ host: '127.0.0.1', port: 55432, user: 'postgres', database: db });
const c = await pool.connect();
let t = performance.now();
const lap = (w: string, k?: number) => {
  const s = (performance.now() - t) / 1000;
  console.log(
    w,
    s.toFixed(1) + 's',
    k ? Math.round(k / s) + '/s' : '',
    Math.round(process.memoryUsage().rss / 1e6) + 'MB',
  );
  t = performance.now();
};
if (mode !== 'index') {
  await c.query(
    'TRUNCATE eli4u.institution, eli4u.record, eli4u.agent, eli4u.search_document, eli4u.facet_term, eli4u.facet_set CASCADE',
  );
  await c.query('BEGIN');
  console.log(await generateHoldings(c, Number(n)));
  await c.query('COMMIT');
  lap('generated', Number(n));
  await c.query('ANALYZE eli4u.record');
  lap('analyze');
} else await c.query('TRUNCATE eli4u.search_document, eli4u.facet_term, eli4u.facet_set');
t = performance.now();
const orig = c.query.bind(c) as any;
const times = new Map<string, number>();
(c as any).query = (q: any, ...r: any[]) => {
  const key = (typeof q === 'string' ? q : (q.text ?? 'COPY')).replace(/\s+/g, ' ').slice(0, 50);
  const s0 = performance.now();
  const res = orig(q, ...r);
  const add = () => times.set(key, (times.get(key) ?? 0) + performance.now() - s0);
  if (res?.then) res.then(add);
  else res.on?.('finish', add);
  return res;
};
await c.query('BEGIN');
const k = await indexRecords(
  c,
  { sql: 'SELECT id FROM eli4u.record ORDER BY root_id, parent_id, position', values: [] },
  { dictionary: pool },
);
lap('indexed', k);
await c.query('COMMIT');
lap('commit');
await flushSearchIndex(c);
lap('flush');
await c.query('VACUUM ANALYZE eli4u.search_document_public');
await c.query('VACUUM ANALYZE eli4u.facet_set');
lap('vacuum');
c.release();
await pool.end();
console.log(times);
