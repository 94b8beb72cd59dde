import { setImmediate } from 'node:timers/promises';
import type pg from 'pg';
import { searchScopes, toSearchDocument, type SearchDocument } from '#lib/projections/search-document.ts';
import { copyLine, copyRows } from '#lib/store/writing/copy-rows.ts';
import { codeSortKey, titleSortKey } from './code.ts';
import { marksOf, sampleTier } from './lexemes.ts';
import { FacetNumbers } from './postgres-index-facets.ts';
import { contextOf, type Located } from './postgres-index-source.ts';
import { Stems, type Queryable } from './postgres-stems.ts';
import type { Scope } from './search.ts';
import { documentWords, vectorText, type DocumentWords } from './vector.ts';

/** Search rows ready to be written, by scope. */
export type SearchRows = Record<Scope, PreparedRow[]>;

interface PreparedRow {
  document: SearchDocument;
  words: DocumentWords;
  facetSet: number;
}

const scopes: readonly Scope[] = ['public', 'internal'];
const columns =
  'scope, record_id, root_id, facet_set, sample, standing, year_start, year_end, date_start, date_end, title_sort, code_sort, has_internal, words';

/** Makes search rows of records; remembers stems and facet values from one batch to the next. */
export class SearchRowMaker {
  private readonly stems = new Stems();
  private readonly facets: FacetNumbers;

  /** Looks words and facet values up at `lookup`; new ones are committed at once through `dictionary` (see FacetNumbers). */
  constructor(
    private readonly lookup: Queryable,
    dictionary: pg.Pool | null,
  ) {
    this.facets = new FacetNumbers(lookup, dictionary);
  }

  async prepare(records: readonly Located[]): Promise<SearchRows> {
    const rows: SearchRows = { public: [], internal: [] };
    for (const [index, record] of records.entries()) {
      for (const scope of searchScopes(record.source)) {
        const document = toSearchDocument(record.source, contextOf(record, scope), scope);
        if (document) rows[scope].push({ document, words: documentWords(document), facetSet: 0 });
      }
      // lets the lines of the batch before go out to PostgreSQL
      if (index % 100 === 99) await setImmediate();
    }
    for (const scope of scopes) {
      await this.stems.learn(this.lookup, allWords(rows[scope]));
      const sets = await this.facets.setsOf(rows[scope].map(({ document }) => document.facets));
      for (const [index, row] of rows[scope].entries()) row.facetSet = sets[index] ?? 0;
    }
    return rows;
  }

  /** Writes rows that no record had before. */
  async copy(client: pg.ClientBase, rows: SearchRows): Promise<void> {
    for (const scope of scopes) {
      if (rows[scope].length > 0)
        await copyRows(client, `eli4u.search_document_${scope} (${columns})`, this.lines(rows[scope], scope));
    }
  }

  private *lines(rows: readonly PreparedRow[], scope: Scope): Generator<string> {
    for (const { document: d, words, facetSet } of rows) {
      yield copyLine([
        scope,
        d.recordId,
        d.rootId,
        facetSet,
        sampleTier(d.recordId),
        d.standing,
        d.yearStart,
        d.yearEnd,
        d.dateStart,
        d.dateEnd,
        titleSortKey(d.title),
        codeSortKey(d.code),
        d.hasInternal,
        vectorText(words, marksOf(d), this.stems.of),
      ]);
    }
  }
}

function* allWords(rows: readonly PreparedRow[]): Generator<string> {
  for (const { words } of rows) {
    yield* words.title;
    yield* words.names;
    yield* words.terms;
    yield* words.body;
    yield* words.pages;
  }
}
