/**
 * All that is public as N-Quads, compressed, over so many records; beside it what PostgreSQL takes to give the bare rows, compressed alike, and the
 * memory at its highest, for it shall not grow with the holdings.
 */
import { PassThrough, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { gzipLevel } from '#lib/jobs/dump/make-dump.ts';
import { writeDump } from '#lib/jobs/dump/write-dump.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';
import { generateHoldings } from './generate-search.ts';
import type { Row } from './table.ts';

const base = 'https://archivio.example.it';

export async function benchDump(pool: pg.Pool, records: number): Promise<Row[]> {
  const client = await pool.connect();
  try {
    await generateHoldings(client, records);
  } finally {
    client.release();
  }
  await pool.query('VACUUM ANALYZE');
  const floor = await seconds(() => copyRows(pool));
  const types = createProcedureTypes('schemas/procedures');
  let highest = 0;
  const look = () => (highest = Math.max(highest, process.memoryUsage().rss));
  const measure = { counts: { items: 0, statements: 0 }, bytes: 0 };
  const took = await seconds(async () => {
    const plain = new PassThrough({ highWaterMark: 1 << 20 });
    const out = nowhere((bytes) => (measure.bytes += bytes));
    const [counts] = await Promise.all([
      writeDump({ pool, types, today: '2026-11-26', base }, plain, { tell: look }),
      pipeline(plain, createGzip({ level: gzipLevel, chunkSize: 1 << 18 }), out),
    ]);
    measure.counts = counts;
  });
  const { items, statements } = measure.counts;
  return [
    {
      records,
      s: took,
      'records/s': Math.round(items / took),
      'statements/record': Math.round((statements / items) * 10) / 10,
      'statements/s': Math.round(statements / took),
      'MB compressed': Math.round(measure.bytes / 1e6),
      'highest memory, MB': Math.round(highest / 1e6),
      'floor: COPY of the rows, s': floor,
      goal: '8,000 records/s',
    },
  ];
}

async function copyRows(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    const rows = client.query(copyTo('COPY eli4u.record TO STDOUT'));
    await pipeline(
      rows,
      createGzip({ level: gzipLevel }),
      nowhere(() => undefined),
    );
  } finally {
    client.release();
  }
}

const nowhere = (count: (bytes: number) => void): Writable =>
  new Writable({
    write(piece: Buffer, _encoding, done) {
      count(piece.length);
      done();
    },
  });

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round((performance.now() - start) / 10) / 100;
}
