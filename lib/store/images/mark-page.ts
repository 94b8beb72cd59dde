import type pg from 'pg';
import type { PageBox, PageLine } from '#lib/records/page-text.ts';
import { occurrencesOn, pageWords } from '#lib/search/page-occurrences.ts';
import { pageQueryOf } from '#lib/search/page-query.ts';
import { Stems } from '#lib/search/postgres-stems.ts';
import { queryWords } from '#lib/search/postgres-query.ts';
import { parseQuery } from '#lib/search/query.ts';

const stems = new Stems(50_000);

/** Where on a page the words stand that were looked for, as the main search reads them; in pixels of the image. */
export async function markPage(pool: pg.Pool, lines: readonly PageLine[], words: string): Promise<PageBox[]> {
  await stems.learn(pool, queryWords(parseQuery(words).root));
  await stems.learn(pool, pageWords(lines));
  return occurrencesOn(lines, pageQueryOf(words, stems.of), stems.of).flatMap(({ boxes }) => boxes);
}
