import type pg from 'pg';
import { wordsQuery } from './case-words.ts';
import type { Bound } from './reach-sql.ts';

/**
 * The cases that words are said of. A few are known by id and looked through; of many it is asked case by case, along the list: either way no
 * view reads the words of all cases. As one condition inside each view, the beginning of a number took 1.7 s at a million cases (2026-11-26).
 */
export type FoundByWords = { kind: 'all' } | { kind: 'few'; ids: string[] } | { kind: 'many'; query: string };

/** Most cases known by id. */
export const mostFew = 5000;

/** Finds the cases with all the words of a text, or words that begin so; without words, all are meant. */
export async function findByWords(pool: Pick<pg.Pool, 'query'>, text: string | undefined): Promise<FoundByWords> {
  const query = wordsQuery(text);
  if (query === null) return { kind: 'all' };
  const { rows } = await pool.query<{ id: string }>(
    `SELECT procedure_id AS id FROM eli4u.procedure_words WHERE words @@ $1::tsquery LIMIT ${mostFew + 1}`,
    [query],
  );
  return rows.length > mostFew ? { kind: 'many', query } : { kind: 'few', ids: rows.map(({ id }) => id) };
}

/** What stands before a statement over piles: the few that were found, read once. */
export function foundSql(found: FoundByWords, bound: Bound): string {
  if (found.kind !== 'few') return '';
  return `WITH found AS MATERIALIZED (
    SELECT id, state, due_order, clock_state, waiting_for, type_code, unit, assignee
      FROM eli4u.procedure WHERE id = ANY(${bound.bind(found.ids, 'text[]')})) `;
}

/** What is asked of each row of a pile where many were found: the condition, or null. */
export function probeOf(found: FoundByWords, bound: Bound): string | null {
  if (found.kind !== 'many') return null;
  return `(SELECT w.words @@ ${bound.bind(found.query, 'tsquery')} FROM eli4u.procedure_words w WHERE w.procedure_id = p.id)`;
}
