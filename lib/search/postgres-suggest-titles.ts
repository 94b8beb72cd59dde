import type pg from 'pg';
import { levelHeight, type Level } from '#lib/records/level.ts';
import { codeBeginnings, codeSortKey, titleSortKey } from './code.ts';
import { rangeOf, type Range } from './postgres-suggest-ranges.ts';
import { rowsOf } from './postgres-scope.ts';
import type { Queryable } from './postgres-stems.ts';
import { mostSuggestions, type Scope, type Suggestion } from './search.ts';

/** Fonds, subfonds, series and subseries whose title begins so, the highest first. */
export async function suggestHeads(client: pg.ClientBase, scope: Scope, typed: string): Promise<Suggestion[]> {
  const { from, to } = rangeOf(titleSortKey(typed));
  // `standing <= 3` said again is what the partial index asks for
  const { rows } = await client.query<{ id: string }>(
    `SELECT t.record_id AS id FROM unnest('{0,1,2,3}'::smallint[]) WITH ORDINALITY AS s(standing, n) CROSS JOIN LATERAL (
       SELECT d.record_id FROM ${rowsOf(scope)} WHERE d.standing = s.standing AND d.standing <= 3 AND d.title_sort >= $1 AND d.title_sort < $2
       ORDER BY d.title_sort, d.record_id LIMIT ${mostSuggestions}) t ORDER BY s.n`,
    [from, to],
  );
  return headsOf(
    client,
    scope,
    rows.map(({ id }) => id),
  );
}

/** Of these ids, in their order, those that the scope may see. */
export async function headsOf(client: Queryable, scope: Scope, ids: readonly string[]): Promise<Suggestion[]> {
  const known = await readRecords(client, scope, ids);
  return ids.flatMap((id) => {
    const record = known.get(id);
    return record ? [{ kind: 'title', label: record.title, id, type: record.level, note: record.fonds }] : [];
  });
}

/** Other titles that begin so, each once; one that several records bear is a search. */
export async function suggestTitles(client: pg.ClientBase, scope: Scope, typed: string): Promise<Suggestion[]> {
  const found = await beginnings(client, scope, 'title_sort', rangeOf(titleSortKey(typed)));
  const known = await readRecords(client, scope, idsOf(found));
  return found.flatMap(({ id, several }): Suggestion[] => {
    const record = known.get(id);
    if (!record || levelHeight[record.level] <= levelHeight.subseries) return [];
    const { title: label, level, fonds } = record;
    return [
      { kind: 'title', label, id: several ? null : id, type: several ? null : level, note: several ? null : fonds },
    ];
  });
}

/** Current reference codes that begin so, in natural order. */
export async function suggestCodes(client: pg.ClientBase, scope: Scope, typed: string): Promise<Suggestion[]> {
  const found: Beginning[] = [];
  for (const beginning of codeBeginnings(codeSortKey(typed))) {
    if (found.length >= mostSuggestions) break;
    found.push(...(await beginnings(client, scope, 'code_sort', rangeOf(beginning))));
  }
  const known = await readRecords(client, scope, idsOf(found));
  return found.flatMap(({ id, several }): Suggestion[] => {
    const record = known.get(id);
    if (!record?.code) return [];
    const { code: label, level, title } = record;
    return [
      { kind: 'code', label, id: several ? null : id, type: several ? null : level, note: several ? null : title },
    ];
  });
}

interface Beginning {
  id: string;
  /** Another record has the same. */
  several: boolean;
}

/** Different keys of a range, each with its first record: from one to the next by the index, however many records share one. */
async function beginnings(
  client: pg.ClientBase,
  scope: Scope,
  column: 'title_sort' | 'code_sort',
  { from, to }: Range,
): Promise<Beginning[]> {
  const next = (bound: string) =>
    `SELECT d.${column} AS key, d.record_id AS id FROM ${rowsOf(scope)} WHERE ${bound} AND d.${column} < $2 ORDER BY d.${column}, d.record_id LIMIT 1`;
  const { rows } = await client.query<Beginning>(
    `WITH RECURSIVE walk AS (
       (${next(`d.${column} >= $1`)})
       UNION ALL SELECT n.key, n.id FROM walk w CROSS JOIN LATERAL (${next(`d.${column} > w.key`)}) n),
     first AS (SELECT * FROM walk LIMIT ${mostSuggestions})
     SELECT f.id, EXISTS (SELECT FROM ${rowsOf(scope)} WHERE d.${column} = f.key AND d.record_id > f.id) AS several FROM first f`,
    [from, to],
  );
  return rows;
}

const idsOf = (found: readonly Beginning[]): string[] => found.map(({ id }) => id);

interface NamedRecord {
  id: string;
  title: string;
  code: string | null;
  level: Level;
  /** Of a record that is none itself. */
  fonds: string | null;
}

/** Read from the records themselves, under their own flags: a row that lags behind shows nothing. */
async function readRecords(client: Queryable, scope: Scope, ids: readonly string[]): Promise<Map<string, NamedRecord>> {
  if (ids.length === 0) return new Map();
  const shown = (alias: string) =>
    `${alias}.deleted_at IS NULL${scope === 'public' ? ` AND ${alias}.visibility <> 'hidden' AND NOT ${alias}.internal` : ''}`;
  const { rows } = await client.query<NamedRecord>(
    `SELECT r.id, r.title, r.reference_code AS code, r.level, f.title AS fonds
     FROM eli4u.record r LEFT JOIN eli4u.record f ON f.id = r.root_id AND f.id <> r.id AND ${shown('f')}
     WHERE r.id = ANY($1) AND ${shown('r')}`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
