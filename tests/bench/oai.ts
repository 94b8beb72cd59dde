/**
 * OAI-PMH as a harvester meets it: all records in oai_dc through sickle on loopback, beside a floor of one table without a rule; and ten changes among
 * all. Servers run in processes of their own.
 */
import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type pg from 'pg';
import { z } from 'zod';
import { stampChanges } from '#lib/store/dissemination/stamp-changes.ts';
import { harvestBy, missingPython } from '#tests/setup/harvesters/python.ts';
import { generateHoldings } from './generate-search.ts';
import { peakMemory } from './peak-memory.ts';
import { quantile } from './quantile.ts';
import type { Row } from './table.ts';

const harvestSchema = z.object({ records: z.number(), seconds: z.number(), pages: z.array(z.number()) });
const changes = 10;
const increments = 20;
/** Pages at either end of which the time is taken. */
const ends = 20;

export async function benchOai(pool: pg.Pool, appUrl: string, records: number): Promise<Row[]> {
  const missing = missingPython('sickle');
  if (missing) throw new Error(missing);
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await generateHoldings(client, records);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
  const stamping = await seconds(() => stampChanges(pool, Date.now));
  // The last of them are seen once their second is there.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await stampChanges(pool, Date.now);
  await pool.query('VACUUM ANALYZE');
  const floor = await withServer('floor', appUrl, (url) => harvest(url));
  return withServer('oai', appUrl, async (url, child) => {
    let whole = { records: 0, seconds: 1, pages: [0] };
    const resident = await peakMemory(child.pid ?? 0, () => harvest(url, 'set=digital'));
    const peak = await peakMemory(child.pid ?? 0, async () => (whole = await harvest(url)));
    const increment = await incremental(pool, url);
    const rate = whole.records / whole.seconds;
    const mean = (some: readonly number[]) =>
      (1000 * some.reduce((sum, one) => sum + one, 0)) / Math.max(some.length, 1);
    const [first, last] = [mean(whole.pages.slice(1, ends + 1)), mean(whole.pages.slice(-ends))];
    return [
      {
        records,
        harvested: whole.records,
        'records/s': rate,
        'floor, records/s': floor.records / floor.seconds,
        'of the floor, %': (100 * rate) / (floor.records / floor.seconds),
        'first pages, ms': first,
        'last pages, ms': last,
        'last/first': last / first,
        'node after few pages, MB': resident,
        'node at most, MB': peak,
        'ten changes, ms p50': quantile(increment.harvests, 0.5),
        p95: quantile(increment.harvests, 0.95),
        'stamping ten, ms p50': quantile(increment.stampings, 0.5),
        'stamping all, records/s': whole.records / stamping,
      },
    ];
  });
}

const harvest = async (url: string, ...given: string[]) =>
  harvestSchema.parse(await harvestBy('sickle', url, '--times', ...given));

/** The dates of ten units are written otherwise; a harvester comes for what is new since. */
async function incremental(pool: pg.Pool, url: string) {
  const harvests: number[] = [];
  const stampings: number[] = [];
  for (let n = 0; n < increments; n++) {
    await pool.query(
      `UPDATE eli4u.record SET date_display = coalesce(date_display, '') || '.' WHERE id IN (SELECT id FROM eli4u.record WHERE level = 'file' AND child_count = 0 ORDER BY id OFFSET $1 LIMIT ${changes})`,
      [n * changes],
    );
    const stamp = await pool.query<{ at: string }>(
      `SELECT to_char(greatest(published, given) AT TIME ZONE 'UTC' + interval '1 second', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at FROM eli4u.dissemination_clock`,
    );
    stampings.push(1000 * (await seconds(() => stampChanges(pool, Date.now))));
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await stampChanges(pool, Date.now);
    const query = `verb=ListRecords&metadataPrefix=oai_dc&from=${stamp.rows[0]?.at}`;
    let text = '';
    harvests.push(1000 * (await seconds(async () => (text = await (await fetch(`${url}?${query}`)).text()))));
    const found = text.split('<record>').length - 1;
    if (found !== changes) throw new Error(`${found} records were harvested where ${changes} had changed`);
  }
  return { harvests, stampings };
}

async function withServer<T>(
  mode: 'oai' | 'floor',
  appUrl: string,
  work: (url: string, child: ChildProcess) => Promise<T>,
): Promise<T> {
  const child = fork(path.join(import.meta.dirname, 'oai-server-child.ts'), [mode, appUrl], {
    execArgv: ['--import', 'tsx'],
  });
  try {
    const url = await new Promise<string>((resolve, reject) => {
      child.once('message', (message) => resolve(String(message)));
      child.once('exit', (code) => reject(new Error(`the server of ${mode} ended with ${code}`)));
    });
    return await work(url, child);
  } finally {
    child.kill();
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
