/** One ingest in a process of its own, so that its memory is its own: prints {seconds, peakMb, counts}. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { run } from '#ingest/run.ts';
import { createPool } from '#lib/store/pool.ts';

const [file, url] = process.argv.slice(2);
if (!file || !url) throw new Error('usage: ingest-child FILE DATABASE_URL');
const pool = createPool(url, { applicationName: 'bench', max: 4 });
const dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-bench-data-'));
const started = performance.now();
const watch = { files: () => undefined, progress: () => undefined, file: () => undefined };
const counts = await run(
  { paths: [file], dryRun: false, repository: null },
  { pool, dataDir, today: '2026-11-23', baseUrl: 'http://localhost:3000', watch },
);
const seconds = (performance.now() - started) / 1000;
await pool.end();
await rm(dataDir, { recursive: true, force: true });
console.log(JSON.stringify({ seconds, peakMb: process.resourceUsage().maxRSS / 1024, counts }));
