import type pg from 'pg';
import type { Client, estypes } from './elasticsearch.ts';
import { writeAll, type BulkSettings, type Write, type Written } from './elasticsearch-bulk.ts';
import { documentOf, snapshotOf } from './elasticsearch-index.ts';
import { createIndex, indicesBehind, scopes, type IndexNames } from './elasticsearch-indices.ts';
import { Ancestry, readSources } from './postgres-index-source.ts';

export interface ReindexSettings extends BulkSettings {
  batchSize?: number;
  onProgress?: (done: number) => void;
}

/**
 * All records into new indices, to which the aliases then switch in one step: a reader finds the old documents or the new ones, all of them.
 * One at a time: the caller sees to it. What a broken run left behind is dropped first.
 */
export async function reindexElasticsearch(
  client: Client,
  names: IndexNames,
  pool: pg.Pool,
  settings: ReindexSettings = {},
): Promise<Written> {
  await dropFilling(client, names);
  const suffix = Date.now().toString(36);
  const fresh = scopes.map((scope) => ({ scope, index: `${names[scope]}-${suffix}` }));
  // Before the first record is read: what changes from then on is written to them too.
  for (const { scope, index } of fresh) await createIndex(client, index, names.next[scope]);
  const index = fresh.map((each) => each.index);
  try {
    await client.indices.putSettings({ index, settings: { refresh_interval: '-1' } });
    const result = await writeAll(client, everyRecord(pool, names, settings), settings);
    await client.indices.putSettings({ index, settings: { refresh_interval: '1s' } });
    await client.indices.refresh({ index });
    await client.indices.updateAliases({ actions: await switching(client, names, fresh) });
    return result;
  } catch (error) {
    await client.indices.delete({ index, ignore_unavailable: true });
    throw error;
  }
}

async function dropFilling(client: Client, names: IndexNames): Promise<void> {
  for (const scope of scopes)
    for (const index of await indicesBehind(client, names.next[scope])) await client.indices.delete({ index });
}

async function switching(
  client: Client,
  names: IndexNames,
  fresh: readonly { scope: 'public' | 'internal'; index: string }[],
): Promise<estypes.IndicesUpdateAliasesAction[]> {
  const actions: estypes.IndicesUpdateAliasesAction[] = [];
  for (const { scope, index } of fresh) {
    actions.push({ add: { index, alias: names[scope] } }, { remove: { index, alias: names.next[scope] } });
    for (const old of await indicesBehind(client, names[scope])) actions.push({ remove_index: { index: old } });
  }
  return actions;
}

/** Every live record in one look at the store, a batch at a time: the next is read when there is room for it. */
async function* everyRecord(
  pool: pg.Pool,
  names: IndexNames,
  { batchSize = 1000, onProgress }: ReindexSettings,
): AsyncGenerator<Write> {
  const database = await pool.connect();
  try {
    await database.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = 0`);
    const { earliest: version } = await snapshotOf(database);
    const ancestry = new Ancestry();
    await database.query(
      `DECLARE every_record NO SCROLL CURSOR FOR SELECT id FROM eli4u.record WHERE deleted_at IS NULL`,
    );
    for (let done = 0; ;) {
      const { rows } = await database.query<{ id: string }>(`FETCH ${batchSize} FROM every_record`);
      if (rows.length === 0) break;
      const ids = rows.map(({ id }) => id);
      for (const record of await readSources(database, ids, ancestry)) {
        for (const scope of scopes) {
          const document = documentOf(record, scope);
          if (document) yield { alias: names.next[scope], id: document.id, version, document, optional: false };
        }
      }
      done += rows.length;
      onProgress?.(done);
    }
    await database.query('COMMIT');
  } finally {
    // Also when the writing failed and the rest is not wanted: the transaction goes with the connection.
    database.release(true);
  }
}
