import type pg from 'pg';
import { occurrencesOn, pageWords, type PageOccurrence } from '#lib/search/page-occurrences.ts';
import { pageConditions, pageQueryOf, type PageQuery } from '#lib/search/page-query.ts';
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
  /** Where those before begin; null: there are none. */
  prev: PageHitPlace | null;
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
  if (!wanted) return { hits: [], next: null, prev: null };
  const asked = { pool, recordId, query, wanted: wanted.all };
  const [ahead, prev] = await Promise.all([
    hitsFrom(asked, after ?? { page: 1, passed: 0 }, limit),
    after ? placeBefore(asked, after, limit) : null,
  ]);
  return { ...ahead, prev };
}

interface Asked {
  pool: pg.Pool;
  recordId: string;
  query: PageQuery;
  /** A tsquery. */
  wanted: string;
}

async function hitsFrom(asked: Asked, from: PageHitPlace, limit: number): Promise<Pick<PageHits, 'hits' | 'next'>> {
  const hits: PageHit[] = [];
  let place = from;
  for (;;) {
    const pages = await somePages(asked, place.page, 'onward');
    for (const { id, page, label, found } of pages) {
      const passed = page === place.page ? place.passed : 0;
      for (const [at, one] of found.entries()) {
        if (at < passed) continue;
        if (hits.length === limit) return { hits, next: { page, passed: at } };
        hits.push({ imageId: id, page, label, ...one });
      }
      place = { page: page + 1, passed: 0 };
    }
    if (pages.length < pagesAtOnce) return { hits, next: null };
  }
}

/** Where so many hits before a place begin, as an answer that leads there called it; of fewer, the beginning. */
async function placeBefore(asked: Asked, before: PageHitPlace, limit: number): Promise<PageHitPlace | null> {
  if (before.passed > limit) return { page: before.page, passed: before.passed - limit };
  let left = limit - before.passed;
  let first: PageHitPlace | null = before.passed > 0 ? { page: before.page, passed: 0 } : null;
  for (let from = before.page - 1; ;) {
    const pages = await somePages(asked, from, 'back');
    for (const { page, found } of pages) {
      from = page - 1;
      if (found.length === 0) continue;
      if (left === 0) return first;
      if (found.length > left) return { page, passed: found.length - left };
      first = { page, passed: 0 };
      left -= found.length;
    }
    if (pages.length < pagesAtOnce) return first && { page: 1, passed: 0 };
  }
}

interface FoundPage {
  id: string;
  page: number;
  label: string | null;
  found: PageOccurrence[];
}

/** Some pages that have all the words, from one on or back, with where they stand. */
async function somePages(
  { pool, recordId, query, wanted }: Asked,
  from: number,
  way: 'onward' | 'back',
): Promise<FoundPage[]> {
  const { rows } = await pool.query<{ id: string; page: number; label: string | null; lines: unknown }>({
    name: `search-page-text-${way}`,
    text: `SELECT m.id, m.page, o.label, t.lines FROM eli4u.page_text t JOIN eli4u.image m ON m.id = t.image_id
        JOIN eli4u.digital_object o ON o.id = m.id
       WHERE t.record_id = $1 AND t.stems @@ $2::tsquery AND m.page ${way === 'onward' ? '>=' : '<='} $3
       ORDER BY m.page ${way === 'onward' ? '' : 'DESC'} LIMIT ${pagesAtOnce}`,
    values: [recordId, wanted, from],
  });
  const pages: FoundPage[] = [];
  for (const { id, page, label, lines: stored } of rows) {
    const lines = readLines(stored);
    await stems.learn(pool, pageWords(lines));
    pages.push({ id, page, label, found: occurrencesOn(lines, query, stems.of) });
  }
  return pages;
}
