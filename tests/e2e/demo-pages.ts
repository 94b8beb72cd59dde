import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

/** Pages of the demonstration are drawn beside the site: whoever needs them waits until they are all there, or for so many milliseconds. */
export async function waitForDemoPages(pool: pg.Pool, patience = 600_000): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    const { rowCount } = await pool.query(`SELECT FROM eli4u.setting WHERE key = 'demo_pages'`);
    if (rowCount === 1) return;
    if (Date.now() > deadline) throw new Error('the pages of the demonstration are not all there yet');
    await sleep(500);
  }
}
