import { opendir } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { referredTo } from './referred-to.ts';

/** Asked about at once. */
const batch = 1000;

/**
 * Keys of bytes to which nothing that is kept refers, a folder at a time. A request that was refused after its bytes had come leaves some, and
 * may bring back what a scarto had destroyed.
 */
export async function* unreferencedDocuments(pool: pg.Pool, dataDir: string): AsyncGenerator<string> {
  for await (const folder of entriesOf(path.join(dataDir, 'documents'))) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue;
    let keys: string[] = [];
    for await (const name of entriesOf(path.join(dataDir, 'documents', folder))) {
      keys.push(`${folder}/${name}`);
      if (keys.length < batch) continue;
      yield* await unknownOf(pool, keys);
      keys = [];
    }
    yield* await unknownOf(pool, keys);
  }
}

async function unknownOf(pool: pg.Pool, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const { rows } = await pool.query<{ key: string }>(
    `SELECT k.key FROM unnest($1::text[]) AS k (key) WHERE NOT ${referredTo('k.key')}`,
    [keys],
  );
  return rows.map(({ key }) => key);
}

async function* entriesOf(folder: string): AsyncGenerator<string> {
  const opened = await opendir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (opened) for await (const { name } of opened) yield name;
}
