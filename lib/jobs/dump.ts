import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { PassThrough, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import type { Config } from '#lib/config.ts';
import { movedClock } from '#lib/moved-clock.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';
import { exitWith, withStore } from './connect.ts';
import { gzipLevel } from './dump/make-dump.ts';
import { writeDump, type DumpCounts } from './dump/write-dump.ts';
import { siteAddress } from './site-address.ts';

const usage = `npm run dump -- --out FILE
  all public data as N-Quads, a graph for each record, agent and institution
  FILE that ends with .gz is compressed; - is the standard output`;

/** Lines that say how far it is: one in so many items. */
const tellEvery = 50_000;

/** `npm run dump`: exit code 0, or 2 when it could not run. What it says goes to the error output, so that `-` gives nothing but data. */
async function dump(): Promise<number> {
  const { values } = parseArgs({ options: { out: { type: 'string' }, help: { type: 'boolean', default: false } } });
  const place = values.out;
  if (values.help || !place) {
    console.error(usage);
    return values.help ? 0 : 2;
  }
  return withStore('dump', async (pool, config) => {
    const counts = await write(place, pool, config);
    console.error(`${counts.items} items, ${counts.statements} statements`);
    return 0;
  });
}

/** A file is in its place only when it is whole. */
async function write(place: string, pool: pg.Pool, config: Config): Promise<DumpCounts> {
  const types = createProcedureTypes('schemas/procedures', pool);
  await types.refresh();
  const parts = { pool, types, today: romeDay(movedClock(config.clock)()), base: siteAddress(config) };
  if (place === '-') return through(parts, process.stdout, false);
  const draft = `${place}.draft`;
  try {
    const counts = await through(parts, createWriteStream(draft), place.endsWith('.gz'));
    await rename(draft, place);
    return counts;
  } finally {
    await rm(draft, { force: true });
  }
}

async function through(parts: Parameters<typeof writeDump>[0], out: Writable, zipped: boolean): Promise<DumpCounts> {
  let told = 0;
  const tell = ({ items }: DumpCounts) => {
    if (items - told < tellEvery) return;
    told = items;
    console.error(`${items} items written`);
  };
  const plain = new PassThrough({ highWaterMark: 1 << 20 });
  const end = out === process.stdout ? { end: false } : {};
  const [counts] = await Promise.all([
    writeDump(parts, plain, { tell }),
    zipped ? pipeline(plain, createGzip({ level: gzipLevel }), out, end) : pipeline(plain, out, end),
  ]);
  return counts;
}

exitWith(dump());
