/** Loads the procedures of the demonstration: started by the launcher on the first start, after the demonstration holdings. */
import path from 'node:path';
import { readConfig } from '#lib/config.ts';
import { describeFailure } from '#lib/launcher/failure.ts';
import { movedClock } from '#lib/moved-clock.ts';
import { attachDatabase } from '#lib/store/cluster.ts';
import { createPool } from '#lib/store/pool.ts';
import { lanes, loadProcedures } from './load-procedures.ts';

async function main(): Promise<number> {
  const config = readConfig(process.env);
  // Invented cases belong to invented people: without them nobody of the staff would be who acted.
  if (config.signIn.kind !== 'demo') return 0;
  const database = await attachDatabase(config);
  try {
    // What a crash could lose here is done again from its key: none of some thousand commits need wait for the disk.
    const pool = createPool(database.appUrl, {
      applicationName: 'eli4u demonstration',
      max: lanes + 1,
      unhurriedCommits: true,
    });
    try {
      const folder = path.resolve(import.meta.dirname, '../../../schemas/procedures');
      await loadProcedures({
        pool,
        dataDir: config.dataDir,
        folder,
        now: movedClock(process.env['CLOCK'])(),
        say: (line) => console.log(line),
      });
      return 0;
    } finally {
      await pool.end();
    }
  } finally {
    await database.release();
  }
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(`demonstration procedures: ${describeFailure(error)}`);
  return 1;
});
