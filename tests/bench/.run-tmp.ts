import pg from 'pg';
import { runSearchBench } from '#tests/bench/search.ts';
const [db, n, rounds] = process.argv.slice(2);
const pool = new pg.Pool({ host:'127.0.0.1', port:55432, user:'postgres', database: db });
const rows = await runSearchBench({ pool, records: Number(n), rounds: Number(rounds) });
for (const r of rows) console.log(r.name.padEnd(32), String(r.p50).padStart(8), String(r.p95).padStart(8), r.note);
console.log(Math.round(process.memoryUsage().rss/1e6)+'MB rss');
await pool.end();
