/**
 * All that is public as N-Quads, compressed, over so many records, in a process of its own; beside it what PostgreSQL takes to give the bare rows,
 * compressed alike, and the memory at its highest, for it shall not grow with the holdings.
 */
import { execFile } from 'node:child_process';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { z } from 'zod';
import { gzipLevel } from '#lib/jobs/dump/make-dump.ts';
import { generateHoldings } from './generate-search.ts';
import type { Row } from './table.ts';

const run = promisify(execFile);

const dumpedSchema = z.object({
  seconds: z.number(),
  cpuSeconds: z.number(),
  peakMb: z.number(),
  bytes: z.number(),
  items: z.number(),
  statements: z.number(),
});

export async function benchDump(pool: pg.Pool, appUrl: string, records: number): Promise<Row[]> {
  const client = await pool.connect();
  try {
    await generateHoldings(client, records);
  } finally {
    client.release();
  }
  await pool.query('VACUUM ANALYZE');
  const floor = await copyRows(pool);
  const { seconds, cpuSeconds, peakMb, bytes, items, statements } = await dump(appUrl);
  return [
    {
      records,
      s: round(seconds),
      'records/s': Math.round(items / seconds),
      'statements/record': round(statements / items),
      'statements/s': Math.round(statements / seconds),
      'processor of node, µs/record': Math.round((cpuSeconds / items) * 1e6),
      'highest memory, MB': Math.round(peakMb),
      'MB compressed': Math.round(bytes / 1e6),
      'floor: COPY of the rows, s': round(floor),
      goal: '8,000 records/s',
    },
  ];
}

/** As `npm run dump` runs. */
async function dump(appUrl: string): Promise<z.infer<typeof dumpedSchema>> {
  const child = new URL('./dump-child.ts', import.meta.url).pathname;
  const { stdout } = await run(process.execPath, ['--max-semi-space-size=64', '--import', 'tsx', child, appUrl]);
  return dumpedSchema.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
}

async function copyRows(pool: pg.Pool): Promise<number> {
  const client = await pool.connect();
  const started = performance.now();
  try {
    const nowhere = new Writable({ write: (_piece, _encoding, done) => done() });
    await pipeline(client.query(copyTo('COPY eli4u.record TO STDOUT')), createGzip({ level: gzipLevel }), nowhere);
  } finally {
    client.release();
  }
  return (performance.now() - started) / 1000;
}

const round = (value: number): number => Math.round(value * 100) / 100;
