import type pg from 'pg';
import type { Day } from '#lib/procedures/day.ts';
import { lineColumns, lineOf } from './case-row.ts';
import { findByWords, foundSql, probeOf, type FoundByWords } from './found-by-words.ts';
import { Bound } from './reach-sql.ts';
import { cursorOf, placeOf, type WorkPlace } from './work-cursor.ts';
import { pilesOf, type Pile } from './work-piles.ts';
import {
  workViews,
  type Count,
  type WorkCounts,
  type WorkPage,
  type WorkQuery,
  type WorkScope,
  type WorkView,
} from './work-query.ts';

const mostLines = 100;
/** Beyond it counts say "over". */
export const mostCounted = 10_000;
/** Rows of a pile that are asked for words, one by one. */
const mostProbed = 1000;

/** One page of a pile, by the day the term ends. */
export async function listWork(pool: Pick<pg.Pool, 'query'>, query: WorkQuery, today: Day): Promise<WorkPage> {
  const bound = new Bound();
  const found = await findByWords(pool, query.filter.text);
  const piles = pilesOf(query.view, query, found, today, bound);
  if (piles.length === 0) return { lines: [], next: null, prev: null };
  const limit = Math.min(Math.max(Math.trunc(query.limit ?? 50), 1), mostLines);
  const before = placeOf(query.before);
  const after = before ? null : placeOf(query.after);
  const { rows } = await pool.query<{ id: string; due_order: Day }>(
    pageSql(piles, found, { place: before ?? after, backwards: before !== null, limit: limit + 1 }, bound),
    bound.values,
  );
  const more = rows.length > limit;
  const shown = more ? rows.slice(0, limit) : rows;
  if (before) shown.reverse();
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    lines: shown.map((row) => lineOf(row, today)),
    next: last && (before ? true : more) ? cursorOf([last.due_order, last.id]) : null,
    prev: first && (before ? more : after !== null) ? cursorOf([first.due_order, first.id]) : null,
  };
}

/**
 * For every view at once; what a count reads ends at 10,001 entries of an index. Where words that many cases have are asked of each row, at
 * 1,001 rows: it says how many those are, and whether there may be more.
 */
export async function countWork(pool: Pick<pg.Pool, 'query'>, scope: WorkScope, today: Day): Promise<WorkCounts> {
  const bound = new Bound();
  const found = await findByWords(pool, scope.filter.text);
  const most = found.kind === 'many' ? mostProbed : mostCounted;
  const counts = workViews.map(
    (view) => `(${countSql(pilesOf(view, scope, found, today, bound), found, most, bound)}) AS "${view}"`,
  );
  const { rows } = await pool.query<Record<WorkView, [looked: number, counted: number]>>(
    `${foundSql(found, bound)}SELECT ${counts.join(', ')}`,
    bound.values,
  );
  const countOf = (view: WorkView): Count => {
    const [looked, counted] = rows[0]?.[view] ?? [0, 0];
    return { value: Math.min(counted, most), over: looked > most };
  };
  return {
    mine: countOf('mine'),
    unit: countOf('unit'),
    dueSoon: countOf('dueSoon'),
    overdue: countOf('overdue'),
    waiting: countOf('waiting'),
    all: countOf('all'),
    toClose: countOf('toClose'),
    closed: countOf('closed'),
  };
}

/** The statement of a page; exported for the test that reads its plan. */
export function pageSql(
  piles: readonly Pile[],
  found: FoundByWords,
  page: { place: WorkPlace | null; backwards: boolean; limit: number },
  bound: Bound,
): string {
  const direction = page.backwards ? 'DESC' : 'ASC';
  const order = (alias: string) => `${alias}.due_order ${direction}, ${alias}.id ${direction}`;
  const limit = bound.bind(page.limit, 'bigint');
  const past = page.place ? [beyond(page.place, page.backwards, bound)] : [];
  const probe = [probeOf(found, bound) ?? 'true'];
  const range = (pile: Pile, more: string[]) =>
    `SELECT p.id, p.due_order FROM ${pile.from} p
      WHERE ${[`p.state = '${pile.state}'`, ...pile.conditions, ...past, ...more, ...probe].join(' AND ')} ORDER BY ${order('p')} LIMIT ${limit}`;
  const ranges = piles.map((pile) =>
    pile.lead
      ? `(SELECT r.* FROM unnest(${bound.bind(pile.lead.keys, 'text[]')}) AS k (key)
           CROSS JOIN LATERAL (${range(pile, [`p.${pile.lead.column} = k.key`])}) r ORDER BY ${order('r')} LIMIT ${limit})`
      : `(${range(pile, [])})`,
  );
  // What lies in two piles is one row.
  const all = `SELECT u.id, u.due_order FROM (${ranges.join(' UNION ')}) u ORDER BY ${order('u')} LIMIT ${limit}`;
  return `${foundSql(found, bound)}SELECT ${lineColumns} FROM (${all}) f JOIN eli4u.procedure p ON p.id = f.id
            LEFT JOIN eli4u.agent a ON a.id = p.applicant_agent ORDER BY ${order('f')}`;
}

function beyond([due, id]: WorkPlace, backwards: boolean, bound: Bound): string {
  return `(p.due_order, p.id) ${backwards ? '<' : '>'} (${bound.bind(due, 'date')}, ${bound.bind(id, 'text')})`;
}

/** The statement that counts piles up to a bound: how many rows were looked at, and how many of them were meant. */
export function countSql(piles: readonly Pile[], found: FoundByWords, most: number, bound: Bound): string {
  if (piles.length === 0) return 'SELECT ARRAY[0, 0]';
  const ranges = piles.map((pile) => {
    const conditions = [`p.state = '${pile.state}'`, ...pile.conditions];
    if (pile.lead) conditions.push(`p.${pile.lead.column} = ANY(${bound.bind(pile.lead.keys, 'text[]')})`);
    return `(SELECT p.id FROM ${pile.from} p WHERE ${conditions.join(' AND ')} LIMIT ${most + 1})`;
  });
  return `SELECT ARRAY[count(*), count(*) FILTER (WHERE ${probeOf(found, bound) ?? 'true'})]::integer[]
            FROM (SELECT u.id FROM (${ranges.join(' UNION ')}) u LIMIT ${most + 1}) p`;
}
