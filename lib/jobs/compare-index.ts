import type pg from 'pg';
import type { OuterIndex } from '#lib/search/outer-index.ts';
import type { Scope } from '#lib/search/search.ts';

export interface Difference {
  /** Records with a search row and no document, and the other way round: at most 20 ids each. */
  missing: string[];
  extra: string[];
}

const most = 20;
const atOnce = 10_000;

/** What a scope of the outer index has not, or has beyond PostgreSQL's search rows; both are read in the order of ids. */
export async function compareIndex(pool: pg.Pool, index: OuterIndex, scope: Scope): Promise<Difference> {
  const difference: Difference = { missing: [], extra: [] };
  const documents = index.ids(scope)[Symbol.asyncIterator]();
  let document = await documents.next();
  for await (const row of rowIds(pool, scope)) {
    while (!document.done && document.value < row) {
      difference.extra.push(document.value);
      document = await documents.next();
    }
    if (!document.done && document.value === row) document = await documents.next();
    else difference.missing.push(row);
    if (difference.missing.length + difference.extra.length >= 2 * most) break;
  }
  while (!document.done && difference.extra.length < most) {
    difference.extra.push(document.value);
    document = await documents.next();
  }
  await documents.return?.(undefined);
  return { missing: difference.missing.slice(0, most), extra: difference.extra.slice(0, most) };
}

async function* rowIds(pool: pg.Pool, scope: Scope): AsyncGenerator<string> {
  for (let after = ''; ;) {
    const { rows } = await pool.query<{ id: string }>(
      `SELECT record_id AS id FROM eli4u.search_document WHERE scope = $1 AND record_id COLLATE "C" > $2
        ORDER BY record_id COLLATE "C" LIMIT $3`,
      [scope, after, atOnce],
    );
    for (const { id } of rows) yield id;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
