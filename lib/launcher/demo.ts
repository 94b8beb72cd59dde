import { spawn } from 'node:child_process';
import { withClient } from '#lib/store/prepare-database.ts';

/** Serialises first starts: the second waits and finds the holdings there. */
const demoLock = 4_104_006;

/** Loads the demonstration holdings on the first start, by the same ingest as any; a failure is told and does not keep the site down. */
export async function loadDemoOnce(appUrl: string): Promise<void> {
  await withClient(appUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [demoLock]);
    const known = await client.query(`SELECT FROM eli4u.setting WHERE key = 'demo_loaded'`);
    if (known.rowCount) return;
    console.log('demonstration holdings: loading');
    const code = await new Promise<number>((resolve) => {
      const child = spawn(process.execPath, ['--import', 'tsx', 'ingest/cli.ts', '--demo'], {
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      const abandon = () => child.kill();
      process.once('exit', abandon);
      child.on('exit', (exit) => {
        process.off('exit', abandon);
        resolve(exit ?? 1);
      });
      child.on('error', () => resolve(1));
    });
    if (code !== 0) console.error('demonstration holdings: not loaded; the site starts without them');
  });
}
