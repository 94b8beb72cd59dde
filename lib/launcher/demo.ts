import { spawn } from 'node:child_process';
import { withClient } from '#lib/store/prepare-database.ts';
import { lacksDemoPages } from '#lib/store/images/demo-pages.ts';
import { readDemoProgress } from '#lib/store/procedures/demo-progress.ts';
import { unlessStopped } from './stopping.ts';

/** Serialises first starts: the second waits and finds the holdings there. */
const demoLock = 4_104_006;

/**
 * Loads the demonstration on the first start: the holdings by the same ingest as any, then the cases of three years through the engine. A failure
 * is told and does not keep the site down.
 */
export async function loadDemoOnce(appUrl: string, signal: AbortSignal): Promise<void> {
  await withClient(appUrl, async (client) => {
    await unlessStopped(signal, client.query('SELECT pg_advisory_lock($1)', [demoLock]));
    const known = await client.query(`SELECT FROM eli4u.setting WHERE key = 'demo_loaded'`);
    if (!known.rowCount) {
      console.log('demonstration holdings: loading');
      const code = await runProgram(['ingest/cli.ts', '--demo'], signal);
      signal.throwIfAborted();
      if (code !== 0) console.error('demonstration holdings: not loaded; the site starts without them');
    }
    const progress = await readDemoProgress(client);
    if (progress && progress.state !== 'begun') return;
    const code = await runProgram(['ingest/demo/procedures/load.ts'], signal);
    signal.throwIfAborted();
    if (code !== 0) console.error('demonstration procedures: not all loaded; the site starts with what is there');
  });
}

/**
 * Draws the pages of the demonstration beside a site that runs already, on its first start or until all are there: a minute and a half of one
 * core, which nobody shall wait for.
 */
export async function loadDemoPages(appUrl: string, signal: AbortSignal): Promise<void> {
  const lacks = await withClient(appUrl, lacksDemoPages);
  if (!lacks || signal.aborted) return;
  console.log('demonstration pages: being drawn; the site can be used meanwhile');
  // With an arena of memory for each of libvips's threads it held 1 GB, with two 350 MB (2026-11-27).
  const code = await runProgram(['ingest/demo/pages/load.ts'], signal, { MALLOC_ARENA_MAX: '2' });
  if (code !== 0 && !signal.aborted) console.error('demonstration pages: not all drawn; the next start goes on');
}

/** Returns when the child is gone, also when it was told to end: it holds the database, and the last one out stops that. */
function runProgram(argv: readonly string[], signal: AbortSignal, env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', ...argv], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    const abandon = () => child.kill();
    process.once('exit', abandon);
    signal.addEventListener('abort', abandon);
    if (signal.aborted) abandon();
    const ended = (code: number) => {
      process.off('exit', abandon);
      signal.removeEventListener('abort', abandon);
      resolve(code);
    };
    child.on('exit', (exit) => ended(exit ?? 1));
    child.on('error', () => ended(1));
  });
}
