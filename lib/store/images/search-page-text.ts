import type pg from 'pg';
import { occurrencesOn, pageWords, type PageOccurrence } from '#lib/search/page-occurrences.ts';
import { pageConditions, pageQueryOf } from '#lib/search/page-query.ts';
import { Stems } from '#lib/search/postgres-stems.ts';
import { parseQuery } from '#lib/search/query.ts';
import { queryWords } from '#lib/search/postgres-query.ts';
import { readLines } from './page-lines.ts';

export interface PageHit extends PageOccurrence {
  imageId: string;
  page: number;
  label: string | null;
}

/** A place among the hits of a record: the page, and how many of its hits are before it. */
export interface PageHitPlace {
  page: number;
  passed: number;
}

export interface PageHits {
  hits: PageHit[];
  /** Where the next ones begin; null: there are none. */
  next: PageHitPlace | null;
}

/** Pages whose lines are read at once. */
const pagesAtOnce = 20;
const stems = new Stems(50_000);

/**
 * Where words stand on the pages of a record that have all of them: words in any form, "phrases", prefix*, as the main search reads them (what
 * NOT leaves out is not looked for). Who may read the pages is asked before.
 * @param after where an earlier answer ended
 * @param limit hits at most
 */
export async function searchPageText(
  pool: pg.Pool,
  recordId: string,
  words: string,
  after: PageHitPlace | null,
  limit: number,
): Promise<PageHits> {
  await stems.learn(pool, queryWords(parseQuery(words).root));
  const query = pageQueryOf(words, stems.of);
  const wanted = pageConditions(query, stems.of);
  if (!wanted) return { hits: [], next: null };
  const hits: PageHit[] = [];
  let place: PageHitPlace = after ?? { page: 1, passed: 0 };
  for (;;) {
    const { rows } = await pool.query<{ id: string; page: number; label: string | null; lines: unknown }>({
      name: 'search-page-text',
      text: `SELECT m.id, m.page, o.label, t.lines FROM eli4u.page_text t JOIN eli4u.image m ON m.id = t.image_id
          JOIN eli4u.digital_object o ON o.id = m.id
         WHERE t.record_id = $1 AND t.stems @@ $2::tsquery AND m.page >= $3 ORDER BY m.page LIMIT ${pagesAtOnce}`,
      values: [recordId, wanted.all, place.page],
    });
    for (const { id, page, label, lines: stored } of rows) {
      const lines = readLines(stored);
      await stems.learn(pool, pageWords(lines));
      const passed = page === place.page ? place.passed : 0;
      for (const [at, found] of occurrencesOn(lines, query, stems.of).entries()) {
        if (at < passed) continue;
        if (hits.length === limit) return { hits, next: { page, passed: at } };
        hits.push({ imageId: id, page, label, ...found });
      }
      place = { page: page + 1, passed: 0 };
    }
    if (rows.length < pagesAtOnce) return { hits, next: null };
  }
}
