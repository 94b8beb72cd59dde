import { readConfig } from '#lib/config.ts';
import { disseminate } from '#lib/jobs/disseminate.ts';
import { feedIndex } from '#lib/jobs/feed-index.ts';
import { openDue } from '#lib/jobs/open-due.ts';
import { drainOutbox } from '#lib/jobs/outbox.ts';
import { sealAudit } from '#lib/jobs/seal-audit.ts';
import { openOuterIndex } from '#lib/search/outer-index.ts';
import { createPool } from '#lib/store/pool.ts';

const pause = 1000;
const url = process.env.ELI4U_APP_URL;
if (!url) throw new Error('the worker is started by the launcher: ELI4U_APP_URL is missing');
const pool = createPool(url, { applicationName: 'eli4u worker', max: 6 });
const index = openOuterIndex(readConfig(process.env), pool);
const ending = new AbortController();
const { signal } = ending;
let lastDay = '';

for (const cause of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(cause, () => ending.abort());

/** One round: what the outbox asks for, the audit chain, and once a day what has become free to read. */
async function round(): Promise<void> {
  while ((await drainOutbox(pool, disseminate)) > 0 && !signal.aborted);
  await sealAudit(pool);
  const today = new Date().toISOString().slice(0, 10);
  if (today === lastDay) return;
  const opened = await openDue(pool, today);
  lastDay = today;
  if (opened > 0) console.log(`${opened} records became free to read on ${today}`);
}

async function rounds(): Promise<void> {
  while (!signal.aborted) {
    try {
      await round();
    } catch (error) {
      // The database may be restarting; the next round tries again.
      console.error(error);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

await Promise.all([rounds(), feedIndex(pool, index, console.log, signal)]);
await index?.close();
await pool.end();
