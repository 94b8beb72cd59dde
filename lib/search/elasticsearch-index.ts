import type pg from 'pg';
import { searchScopes, toSearchDocument } from '#lib/projections/search-document.ts';
import type { Client } from './elasticsearch.ts';
import { writeAll, type BulkSettings, type Write, type Written } from './elasticsearch-bulk.ts';
import { toIndexDocument, type IndexDocument } from './elasticsearch-document.ts';
import { scopes, type IndexNames } from './elasticsearch-indices.ts';
import { Ancestry, contextOf, readSources, type Located } from './postgres-index-source.ts';
import type { Scope } from './search.ts';

/** What was read of the store in one look at it. */
export interface Reading {
  /** Every id that was asked for; those without a record below are removed. */
  ids: readonly string[];
  records: readonly Located[];
  /** How late the look was (`snapshotOf`). */
  version: number;
}

/** Records read and written at a time. */
const batch = 1000;

/**
 * Brings the documents of these records up to date; those of deleted or hidden records go. To be called once what changed is committed.
 * While a reindex runs, the indices it fills get the same.
 */
export async function indexInElasticsearch(
  client: Client,
  names: IndexNames,
  pool: pg.Pool,
  ids: readonly string[],
  settings: BulkSettings = {},
): Promise<Written> {
  const filling = await client.indices.existsAlias({ name: names.next.public });
  return writeAll(client, readWrites(pool, names, ids, filling), settings);
}

async function* readWrites(
  pool: pg.Pool,
  names: IndexNames,
  ids: readonly string[],
  filling: boolean,
): AsyncGenerator<Write> {
  for (let start = 0; start < ids.length; start += batch)
    yield* writesOf(await readRecords(pool, ids.slice(start, start + batch)), names, filling);
}

async function readRecords(pool: pg.Pool, ids: readonly string[]): Promise<Reading> {
  const database = await pool.connect();
  try {
    await database.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { latest } = await snapshotOf(database);
    const records = await readSources(database, ids, new Ancestry());
    await database.query('COMMIT');
    database.release();
    return { ids, records, version: latest };
  } catch (error) {
    database.release(true);
    throw error;
  }
}

function* writesOf({ ids, records, version }: Reading, names: IndexNames, filling: boolean): Generator<Write> {
  const byId = new Map(records.map((record) => [record.source.id, record]));
  for (const id of ids) {
    const record = byId.get(id);
    for (const scope of scopes) {
      const document = record ? documentOf(record, scope) : null;
      yield { alias: names[scope], scope, id, version, document, optional: false };
      if (filling) yield { alias: names.next[scope], scope, id, version, document, optional: true };
    }
  }
}

/** The document of a record in a scope; null when it has none there. */
export function documentOf(record: Located, scope: Scope): IndexDocument | null {
  if (!searchScopes(record.source).includes(scope)) return null;
  const document = toSearchDocument(record.source, contextOf(record, scope), scope);
  return document && toIndexDocument(document, scope);
}

/**
 * When a transaction looks at the store, by PostgreSQL's own count of transactions: all numbers below `earliest` had ended, none from
 * `latest` on. A change that a look missed is of a number from its `earliest` on, and whoever sees it has a higher `latest`: so a reindex
 * writes by the first and never takes the place of what was indexed since by the second.
 */
export async function snapshotOf(database: pg.ClientBase): Promise<{ earliest: number; latest: number }> {
  const { rows } = await database.query<{ earliest: string; latest: string }>(
    `SELECT pg_snapshot_xmin(s)::text AS earliest, pg_snapshot_xmax(s)::text AS latest FROM pg_current_snapshot() s`,
  );
  return { earliest: Number(rows[0]?.earliest), latest: Number(rows[0]?.latest) };
}
