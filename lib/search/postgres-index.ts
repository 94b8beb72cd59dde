import type pg from 'pg';
import { markDue } from '#lib/store/europeana/mark-due.ts';
import { announceSearchChange } from './postgres-index-changes.ts';
import { SearchRowMaker } from './postgres-index-rows.ts';
import { Ancestry, readSources, type Located } from './postgres-index-source.ts';

/** A query whose first column gives record ids, each at most once. */
export interface RecordSelection {
  sql: string;
  values: unknown[];
}

export interface IndexOptions {
  /** Where new facet values are committed at once (see FacetNumbers); without it, in the caller's transaction. */
  dictionary?: pg.Pool;
  batchSize?: number;
  /** False: only these rows are made again, nothing changed that an outer index would have to learn. */
  announce?: boolean;
  /** Called after each batch with the records done so far. */
  onProgress?: (done: number) => void;
}

let cursors = 0;

/**
 * Brings the search rows of the selected records up to date, in the caller's transaction; those of deleted records go. Constant memory.
 * While PostgreSQL takes in one batch, the next one, read before, is projected here.
 * @returns how many records were looked at.
 */
export async function indexRecords(
  client: pg.ClientBase,
  selection: RecordSelection,
  options: IndexOptions = {},
): Promise<number> {
  const { batchSize = 2000, dictionary = null, announce = true, onProgress } = options;
  const ancestry = new Ancestry();
  const rows = new SearchRowMaker(dictionary ?? client, dictionary);
  const cursor = `search_selection_${++cursors}`;
  await client.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${selection.sql}`, selection.values);

  const read = async (): Promise<{ ids: string[]; records: Located[] }> => {
    const fetched = await client.query<string[]>({ text: `FETCH ${batchSize} FROM ${cursor}`, rowMode: 'array' });
    const ids = fetched.rows.flatMap(([id]) => (id === undefined ? [] : [id]));
    return { ids, records: await readSources(client, ids, ancestry) };
  };

  let done = 0;
  let writing: Promise<void> = Promise.resolve();
  let batch = await read();
  while (batch.ids.length > 0) {
    const prepared = await rows.prepare(batch.records);
    await writing;
    const { ids } = batch;
    batch = await read();
    writing = client
      .query('DELETE FROM eli4u.search_document WHERE record_id = ANY($1)', [ids])
      .then(() => rows.copy(client, prepared))
      .then(() => (announce ? announceSearchChange(client, ids) : undefined))
      // Whatever changes what is found of a unit changes what it is worth to Europeana.
      .then(() => markDue(client, ids));
    // awaited with the next batch in hand; until then a failure must not count as unhandled
    writing.catch(() => undefined);
    done += ids.length;
    onProgress?.(done);
  }
  await writing;
  await client.query(`CLOSE ${cursor}`);
  return done;
}

/** Merges what was written into the word index at once, so that the next reader need not walk the pending list. After commit. */
export async function flushSearchIndex(client: Pick<pg.ClientBase, 'query'>): Promise<void> {
  await client.query('SELECT eli4u.flush_search_index()');
}
