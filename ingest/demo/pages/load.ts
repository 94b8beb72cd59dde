/** Draws the pages of the demonstration: started by the launcher beside a site that runs already, until all are there once. */
import os from 'node:os';
import sharp from 'sharp';
import { readConfig } from '#lib/config.ts';
import { describeFailure } from '#lib/launcher/failure.ts';
import { attachDatabase } from '#lib/store/cluster.ts';
import { noteDemoPages } from '#lib/store/images/demo-pages.ts';
import { createPool } from '#lib/store/pool.ts';
import { loadPageSets } from './load-page-sets.ts';
import { pageSets } from './page-sets.ts';

async function main(): Promise<number> {
  // Whoever reads comes first, and one page at a time is enough.
  os.setPriority(os.constants.priority.PRIORITY_LOW);
  sharp.concurrency(1);
  sharp.cache(false);
  const config = readConfig(process.env);
  const database = await attachDatabase(config);
  try {
    const pool = createPool(database.appUrl, { applicationName: 'eli4u demonstration pages', max: 2 });
    try {
      const started = performance.now();
      const say = (line: string) => console.log(line);
      const { dataDir } = config;
      const made = await loadPageSets({
        pool,
        dataDir,
        sets: pageSets(),
        say,
        today: new Date().toISOString().slice(0, 10),
        baseUrl: config.web.baseUrl ?? `http://localhost:${config.web.port}`,
      });
      await noteDemoPages(pool, made);
      say(`demonstration pages: ready, ${made} drawn in ${Math.round((performance.now() - started) / 1000)} s`);
      return 0;
    } finally {
      await pool.end();
    }
  } finally {
    await database.release();
  }
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(`demonstration pages: ${describeFailure(error)}`);
  return 1;
});
