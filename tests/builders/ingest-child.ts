/** Loads a folder and says how far it is, a line each page, until it is killed. */
import { run } from '#ingest/run.ts';
import { createPool } from '#lib/store/pool.ts';

const [url = '', dataDir = '', folder = '', record = ''] = process.argv.slice(2);
const pool = createPool(url, { applicationName: 'test ingest', max: 3 });
const watch = {
  files: () => undefined,
  progress: (_file: string, _index: number, pages: number) => console.log(`pages ${pages}`),
  file: () => console.log('loaded'),
};
await run(
  { paths: [folder], dryRun: false, repository: null, record },
  { pool, dataDir, today: '2026-11-27', baseUrl: 'http://localhost:3000', watch, imageProcesses: 1 },
);
await pool.end();
