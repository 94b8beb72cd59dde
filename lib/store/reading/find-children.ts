import type pg from 'pg';
import { isIdentifier } from '#lib/records/identifier.ts';
import { lineColumns, lineOf, type LineRow } from './record-rows.ts';
import { shown } from '#lib/store/shown.ts';
import type { ChildrenPage } from '#lib/records/public-views.ts';

/** Where a window on the children starts: from the first, past one of them, before one, or around one. Each names a child by its id. */
export interface ChildrenWindow {
  after?: string | undefined;
  before?: string | undefined;
  around?: string | undefined;
  /** 1 to 100. */
  limit: number;
}

/** A hidden child is a stranger; one deleted since it was shown still says where to go on. */
const everShown = (alias: string) => `${alias}.visibility <> 'hidden' AND NOT ${alias}.internal`;

interface ChildRow extends LineRow {
  position: number;
  picture: string | null;
}

const firstPage = `CASE WHEN r.visibility = 'open' AND r.digital THEN
  (SELECT m.id FROM eli4u.image m WHERE m.record_id = r.id AND m.page = 1 AND m.pyramid_key IS NOT NULL) END`;

const order = { up: 'ORDER BY r.position DESC, r.id DESC', down: 'ORDER BY r.position, r.id' };

/**
 * Children of a unit by keyset, in both directions: as quick at the ten thousandth as at the first.
 * @returns null when the parent may not be seen; `around`, `after` or `before` of a stranger starts at the first child.
 */
export async function findChildren(
  pool: pg.Pool,
  parentId: string,
  window: ChildrenWindow,
): Promise<ChildrenPage | null> {
  if (!isIdentifier(parentId)) return null;
  const named = window.after ?? window.before ?? window.around ?? '';
  const pivotId = isIdentifier(named) ? named : '';
  const facts = await pool.query<{ total: number; position: number | null; before: number }>({
    name: 'reading-children-facts',
    // Total and place in one walk of the index: at 10,000 children it is most of what the page costs.
    text: `SELECT c.total, k.position, c.before
      FROM eli4u.record p LEFT JOIN eli4u.record k ON k.id = $2 AND k.parent_id = p.id AND ${everShown('k')}
     CROSS JOIN LATERAL (SELECT count(*) AS total, count(*) FILTER (WHERE (s.position, s.id) < (k.position, k.id)) AS before
                           FROM eli4u.record s WHERE s.parent_id = p.id AND ${shown('s')}) c
     WHERE p.id = $1 AND ${shown('p')}`,
    values: [parentId, pivotId],
  });
  const found = facts.rows[0];
  if (!found) return null;
  const pivot = found.position === null ? null : { position: found.position, id: pivotId };
  const limit = Math.min(Math.max(window.limit, 1), 100);
  const rows = await rowsOf(pool, parentId, pivot, window, limit);
  const first = rows[0];
  if (!first) return { items: [], next: null, prev: null, total: found.total };
  const start = startIndex(window, pivot !== null, found.before, rows, pivotId);
  const items = rows.map((row, offset) => ({ ...lineOf(row), index: start + offset, picture: row.picture }));
  const last = items.at(-1);
  return {
    items,
    next: last && last.index < found.total ? last.id : null,
    prev: start > 1 ? first.id : null,
    total: found.total,
  };
}

/** Index of the first row, counted from 1: `before` siblings precede the pivot. */
function startIndex(
  window: ChildrenWindow,
  pivoted: boolean,
  before: number,
  rows: readonly ChildRow[],
  pivotId: string,
): number {
  if (!pivoted) return 1;
  if (window.after !== undefined) return before + 2;
  if (window.before !== undefined) return before - rows.length + 1;
  const at = rows.findIndex((row) => row.id === pivotId);
  return before + 1 - Math.max(at, 0);
}

async function rowsOf(
  pool: pg.Pool,
  parentId: string,
  pivot: { position: number; id: string } | null,
  window: ChildrenWindow,
  limit: number,
): Promise<ChildRow[]> {
  const read = async (comparison: '<' | '>' | '>=', count: number): Promise<ChildRow[]> => {
    const up = comparison === '<';
    const { rows } = await pool.query<ChildRow>(
      `SELECT ${lineColumns('r')}, r.position, ${firstPage} AS picture FROM eli4u.record r WHERE r.parent_id = $1 AND ${shown('r')}
        ${pivot ? `AND (r.position, r.id) ${comparison} ($3::bigint, $4::text)` : ''} ${up ? order.up : order.down} LIMIT $2`,
      pivot ? [parentId, count, pivot.position, pivot.id] : [parentId, count],
    );
    return up ? rows.reverse() : rows;
  };
  if (!pivot || window.after !== undefined) return read('>', limit);
  if (window.before !== undefined) return read('<', limit);
  const half = Math.floor(limit / 2);
  const [above, below] = await Promise.all([read('<', limit), read('>=', limit)]);
  // Near an end the other side fills the window.
  const fromAbove = Math.max(half, limit - below.length);
  const start = above.slice(Math.max(0, above.length - fromAbove));
  return [...start, ...below.slice(0, limit - start.length)];
}
