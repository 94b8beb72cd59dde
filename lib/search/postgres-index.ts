import { setImmediate } from 'node:timers/promises';
import type pg from 'pg';
import { toSearchDocument, type SearchDocument } from '#lib/projections/search-document.ts';
import { copyLine, copyRows } from '#lib/store/writing/copy-rows.ts';
import { codeSortKey, titleSortKey } from './code.ts';
import { marksOf, sampleTier } from './lexemes.ts';
import { FacetNumbers } from './postgres-index-facets.ts';
import { Ancestry, readSources, type SourceRow } from './postgres-index-source.ts';
import { Stems } from './postgres-stems.ts';
import type { Scope } from './search.ts';
import { documentWords, vectorText, type DocumentWords } from './vector.ts';

/** A query whose first column gives record ids, each at most once. */
export interface RecordSelection {
  sql: string;
  values: unknown[];
}

export interface IndexOptions {
  /** Where new facet values are committed at once (see FacetNumbers); without it, in the caller's transaction. */
  dictionary?: pg.Pool;
  batchSize?: number;
  /** Called after each batch with the records done so far. */
  onProgress?: (done: number) => void;
}

interface Prepared {
  document: SearchDocument;
  words: DocumentWords;
}

const scopes: readonly Scope[] = ['public', 'internal'];
const columns =
  'scope, record_id, root_id, facet_set, sample, standing, year_start, year_end, date_start, date_end, title_sort, code_sort, has_internal, words';
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
  const { batchSize = 2000, dictionary = null, onProgress } = options;
  const ancestry = new Ancestry(client);
  const facets = new FacetNumbers(client, dictionary);
  const stems = new Stems();
  const cursor = `search_selection_${++cursors}`;
  await client.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${selection.sql}`, selection.values);

  const read = async (): Promise<{ ids: string[]; rows: SourceRow[] }> => {
    const { rows } = await client.query<string[]>({ text: `FETCH ${batchSize} FROM ${cursor}`, rowMode: 'array' });
    const ids = rows.flatMap(([id]) => (id === undefined ? [] : [id]));
    const sources = ids.length > 0 ? await readSources(client, ids) : [];
    await ancestry.learn(sources);
    return { ids, rows: sources };
  };

  let done = 0;
  let writing: Promise<void> = Promise.resolve();
  let batch = await read();
  while (batch.ids.length > 0) {
    const prepared = await prepare(batch.rows, ancestry);
    await writing;
    await stems.learn(client, allWords(prepared));
    await facets.learn(prepared.map(({ document }) => document.facets));
    const { ids } = batch;
    batch = await read();
    writing = write(client, ids, prepared, stems, facets);
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

async function prepare(rows: readonly SourceRow[], ancestry: Ancestry): Promise<(Prepared & { scope: Scope })[]> {
  const prepared: (Prepared & { scope: Scope })[] = [];
  for (const [index, row] of rows.entries()) {
    for (const scope of scopes) {
      const document = toSearchDocument(row, ancestry.contextOf(row, scope), scope);
      if (document) prepared.push({ scope, document, words: documentWords(document) });
    }
    // lets the lines of the batch before go out to PostgreSQL
    if (index % 100 === 99) await setImmediate();
  }
  return prepared;
}

function* allWords(prepared: readonly Prepared[]): Generator<string> {
  for (const { words } of prepared) {
    yield* words.title;
    yield* words.names;
    yield* words.terms;
    yield* words.body;
  }
}

async function write(
  client: pg.ClientBase,
  ids: readonly string[],
  prepared: readonly (Prepared & { scope: Scope })[],
  stems: Stems,
  facets: FacetNumbers,
): Promise<void> {
  await client.query('DELETE FROM eli4u.search_document WHERE record_id = ANY($1)', [ids]);
  for (const scope of scopes) {
    const own = prepared.filter((row) => row.scope === scope);
    if (own.length > 0)
      await copyRows(client, `eli4u.search_document_${scope} (${columns})`, lines(own, stems, facets));
  }
}

function* lines(
  prepared: readonly (Prepared & { scope: Scope })[],
  stems: Stems,
  facets: FacetNumbers,
): Generator<string> {
  for (const { scope, document: d, words } of prepared) {
    yield copyLine([
      scope,
      d.recordId,
      d.rootId,
      facets.setOf(d.facets),
      sampleTier(d.recordId),
      d.standing,
      d.yearStart,
      d.yearEnd,
      d.dateStart,
      d.dateEnd,
      titleSortKey(d.title),
      codeSortKey(d.code),
      d.hasInternal,
      vectorText(words, marksOf(d), stems.of),
    ]);
  }
}
