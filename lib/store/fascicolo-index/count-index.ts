import type { Reader } from '#lib/store/citizens/as-citizen.ts';
import type { ReadableDocuments } from '#lib/access/documents.ts';
import { Bound } from '#lib/store/procedures/reach-sql.ts';
import type { IndexCounts, IndexFilter } from './index-query.ts';
import { askedTables, filterCondition, readableCondition } from './index-sql.ts';

/** How many documents of a fascicolo somebody may read, how many of them a filter leaves, and of which years they are: one walk through all. */
export async function countIndex(
  pool: Reader,
  id: string,
  query: IndexFilter & { readable: ReadableDocuments },
): Promise<IndexCounts> {
  if (id.includes('\0')) return { all: 0, found: 0, years: [] };
  const bound = new Bound();
  const { rows } = await pool.query<{ year: number; count: number; found: number }>(
    `SELECT extract(year FROM o.on_day)::integer AS year, count(*)::integer AS count,
            (count(*) FILTER (WHERE ${filterCondition(query, bound)}))::integer AS found
       FROM ${askedTables(query, query.readable)} WHERE o.procedure_id = ${bound.bind(id, 'text')} AND ${readableCondition(query.readable, bound)}
      GROUP BY 1 ORDER BY 1 DESC`,
    bound.values,
  );
  const sum = (of: 'count' | 'found') => rows.reduce((total, row) => total + row[of], 0);
  return { all: sum('count'), found: sum('found'), years: rows.map(({ year, count }) => ({ year, count })) };
}
