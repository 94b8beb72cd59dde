import type pg from 'pg';
import { WorldError } from '#lib/errors.ts';
import type { Client, estypes } from './elasticsearch.ts';
import { writeAll, type BulkSettings, type Write, type Written } from './elasticsearch-bulk.ts';
import { documentOf, snapshotOf } from './elasticsearch-index.ts';
import {
  createIndex,
  indicesBehind,
  mergeSegments,
  beginFilling,
  endFilling,
  scopes,
  type IndexNames,
} from './elasticsearch-indices.ts';
import {
  beginReindex,
  endReindex,
  knownReindex,
  noteProgress,
  type ReindexState,
} from './elasticsearch-reindex-state.ts';
import { Ancestry, readSources } from './postgres-index-source.ts';
import type { Scope } from './search.ts';

export interface ReindexSettings extends BulkSettings {
  /** Records read, written and noted as done at a time: 2,000 unless told. */
  batchSize?: number;
  /** Of the new indices: as settings.json says unless told. */
  shards?: number | undefined;
  onProgress?: (done: number) => void;
  /** The new index is in use; what follows only makes it quicker. */
  onSwitched?: () => void;
}

export interface Reindexed extends Written {
  /** Records that an earlier run, broken off, had done already. */
  resumedAfter: number;
}

/** What a reindex fills, by scope. */
type Fresh = { scope: Scope; index: string }[];

/**
 * All records into new indices, to which the aliases then switch in one step: a reader finds the old documents or the new ones, all of them.
 * Where an earlier run broke off, it goes on. One at a time: the caller sees to it.
 */
export async function reindexElasticsearch(
  client: Client,
  names: IndexNames,
  pool: pg.Pool,
  settings: ReindexSettings = {},
): Promise<Reindexed> {
  const state = (await toResume(client, names, pool)) ?? (await begin(client, names, pool, settings.shards));
  const fresh = freshIndices(names, state);
  const written = await fill(client, names, pool, state, settings);
  await endFilling(
    client,
    fresh.map(({ index }) => index),
  );
  await client.indices.updateAliases({ actions: await switching(client, names, fresh) });
  await endReindex(pool, names);
  settings.onSwitched?.();
  await mergeSegments(
    client,
    fresh.map(({ index }) => index),
  ).catch((error: unknown) => {
    throw new WorldError('the new index is in use, but its parts could not be merged into fewer', error);
  });
  return { ...written, resumedAfter: state.done };
}

const freshIndices = (names: IndexNames, { suffix }: ReindexState): Fresh =>
  scopes.map((scope) => ({ scope, index: `${names[scope]}-${suffix}` }));

/** A run of the same schema whose indices are still there. */
async function toResume(client: Client, names: IndexNames, pool: pg.Pool): Promise<ReindexState | null> {
  const state = await knownReindex(pool, names);
  if (state === null) return null;
  for (const { scope, index } of freshIndices(names, state))
    if (!(await indicesBehind(client, names.next[scope])).includes(index)) return null;
  return state;
}

async function begin(
  client: Client,
  names: IndexNames,
  pool: pg.Pool,
  shards: number | undefined,
): Promise<ReindexState> {
  for (const scope of scopes)
    for (const index of await indicesBehind(client, names.next[scope])) await client.indices.delete({ index });
  const state = await beginReindex(pool, names);
  const fresh = freshIndices(names, state);
  // Before the first record is read: what changes from then on is written to them too.
  for (const { scope, index } of fresh) await createIndex(client, index, names.next[scope], shards);
  await beginFilling(
    client,
    fresh.map(({ index }) => index),
  );
  return state;
}

/** Batches on their way to Elasticsearch at once: one alone leaves it idle while the next is put into words. */
const atOnce = 2;

/** The next batch is read and made into documents while those before are written; progress is noted in their order. */
async function fill(
  client: Client,
  names: IndexNames,
  pool: pg.Pool,
  state: ReindexState,
  { batchSize = 2000, onProgress, onSwitched: _onSwitched, shards: _shards, ...bulk }: ReindexSettings,
): Promise<Written> {
  const total: Written = { written: 0, unchanged: 0, rejected: [] };
  const underWay: Promise<void>[] = [];
  let noted: Promise<void> = Promise.resolve();
  for (let at = state; ;) {
    const { ids, writes } = await readBatch(pool, names, at.last, batchSize);
    if (underWay.length >= atOnce) await underWay.shift();
    const last = ids.at(-1);
    if (last === undefined) break;
    const reached: ReindexState = { ...at, last, done: at.done + ids.length };
    const before = noted;
    noted = write(client, writes, bulk, total).then(async () => {
      await before;
      await noteProgress(pool, names, reached);
      onProgress?.(reached.done);
    });
    // Awaited in its turn; until then a failure must not count as unhandled.
    noted.catch(() => undefined);
    underWay.push(noted);
    at = reached;
  }
  await Promise.all(underWay);
  return total;
}

async function write(client: Client, writes: readonly Write[], bulk: BulkSettings, total: Written): Promise<void> {
  const { written, unchanged, rejected } = await writeAll(client, writes, bulk);
  total.written += written;
  total.unchanged += unchanged;
  total.rejected.push(...rejected);
}

/** Live records after an id, in one look at the store, what stands above them too: a parent remembered from before may have changed since. */
async function readBatch(
  pool: pg.Pool,
  names: IndexNames,
  after: string,
  limit: number,
): Promise<{ ids: string[]; writes: Write[] }> {
  const database = await pool.connect();
  try {
    await database.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { earliest: version } = await snapshotOf(database);
    const { rows } = await database.query<{ id: string }>(
      `SELECT id FROM eli4u.record WHERE id > $1 AND deleted_at IS NULL ORDER BY id LIMIT $2`,
      [after, limit],
    );
    const ids = rows.map(({ id }) => id);
    const records = await readSources(database, ids, new Ancestry());
    await database.query('COMMIT');
    database.release();
    const writes = records.flatMap((record) =>
      scopes.flatMap((scope): Write[] => {
        const document = documentOf(record, scope);
        return document
          ? [{ alias: names.next[scope], scope, id: document.id, version, document, optional: false }]
          : [];
      }),
    );
    return { ids, writes };
  } catch (error) {
    database.release(true);
    throw error;
  }
}

async function switching(
  client: Client,
  names: IndexNames,
  fresh: Fresh,
): Promise<estypes.IndicesUpdateAliasesAction[]> {
  const actions: estypes.IndicesUpdateAliasesAction[] = [];
  for (const { scope, index } of fresh) {
    actions.push({ add: { index, alias: names[scope] } }, { remove: { index, alias: names.next[scope] } });
    for (const old of await indicesBehind(client, names[scope])) actions.push({ remove_index: { index: old } });
  }
  return actions;
}
