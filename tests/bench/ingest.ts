/**
 * `npm run bench -- ingest [SIZE…]`: components a second until searchable, against the bare floor of the same run (streaming parse, and
 * COPY of the very same record and search rows into tables with the same indexes); re-ingest with 1 % changed; peak memory.
 */
import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { SaxesParser } from 'saxes';
import { createPool } from '#lib/store/pool.ts';
import { freshDatabase } from '#tests/setup/database.ts';
import { writeEad } from './generate-ead.ts';

export interface IngestRow {
  components: number;
  megabytes: number;
  seconds: number;
  componentsPerSecond: number;
  floorSeconds: number;
  timesFloor: number;
  againSeconds: number;
  againTimesFaster: number;
  peakMb: number;
}

const tables = [
  ['floor_record', 'eli4u.record'],
  ['floor_search', 'eli4u.search_document_public'],
] as const;

export async function benchIngest(sizes: readonly number[]): Promise<IngestRow[]> {
  const rows: IngestRow[] = [];
  for (const components of sizes) rows.push(await benchSize(components));
  return rows;
}

async function benchSize(components: number): Promise<IngestRow> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-bench-'));
  const database = await freshDatabase();
  try {
    const first = path.join(folder, 'first.xml');
    const again = path.join(folder, 'again.xml');
    await writeEad(first, { components });
    await writeEad(again, { components, changeEvery: 100 });
    const measured = await child(first, database.appUrl);
    const floorSeconds = await floor(database.ownerUrl, first, folder);
    const repeated = await child(again, database.appUrl);
    return {
      components,
      megabytes: (await stat(first)).size / 1e6,
      seconds: measured.seconds,
      componentsPerSecond: components / measured.seconds,
      floorSeconds,
      timesFloor: measured.seconds / floorSeconds,
      againSeconds: repeated.seconds,
      againTimesFaster: measured.seconds / repeated.seconds,
      peakMb: Math.max(measured.peakMb, repeated.peakMb),
    };
  } finally {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function child(file: string, url: string): Promise<{ seconds: number; peakMb: number }> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', new URL('./ingest-child.ts', import.meta.url).pathname, file, url],
    {
      maxBuffer: 1 << 26,
    },
  );
  const result = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as {
    seconds: number;
    peakMb: number;
    counts: { quarantined: number; read: number };
  };
  if (result.counts.quarantined > 0 || result.counts.read === 0)
    throw new Error(`the generated file was not loaded whole: ${stdout}`);
  return result;
}

/** What nobody can be faster than: parsing while the same rows go into the same tables, nothing compared and nothing decided. */
async function floor(url: string, xml: string, folder: string): Promise<number> {
  const pool = createPool(url, { applicationName: 'bench floor', max: 2 });
  const client = await pool.connect();
  try {
    for (const [copy, table] of tables) {
      await client.query(
        `CREATE TABLE ${copy} (LIKE ${table} INCLUDING ALL)${copy === 'floor_search' ? ' WITH (toast_tuple_target = 128)' : ''}`,
      );
      await pipeline(client.query(copyTo(`COPY ${table} TO STDOUT`)), createWriteStream(path.join(folder, copy)));
    }
    const started = performance.now();
    const parsing = parse(xml);
    await client.query('BEGIN');
    for (const [copy] of tables)
      await pipeline(createReadStream(path.join(folder, copy)), client.query(copyFrom(`COPY ${copy} FROM STDIN`)));
    await client.query('COMMIT');
    await client.query(`SELECT gin_clean_pending_list('floor_search_words_idx')`);
    await parsing;
    return (performance.now() - started) / 1000;
  } finally {
    client.release();
    await pool.end();
  }
}

async function parse(file: string): Promise<void> {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', () => undefined);
  parser.on('text', () => undefined);
  parser.on('closetag', () => undefined);
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 18 }))
    parser.write(chunk as string);
  parser.close();
}
