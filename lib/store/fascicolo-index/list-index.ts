import type { Reader } from '#lib/store/citizens/as-citizen.ts';
import { Bound } from '#lib/store/procedures/reach-sql.ts';
import type { IndexOrder, IndexPage, IndexQuery } from './index-query.ts';
import { indexColumns, indexedOf } from './index-row.ts';
import { filterCondition, indexTables, readableCondition } from './index-sql.ts';

const mostDocuments = 100;

interface Key {
  /** What the order goes by; the place in the fascicolo decides between equals. */
  by: string;
  /** As a number, for cursors, and back from one. */
  number: string;
  from: (number: string) => string;
}

const firstDay = `DATE '0001-01-01'`;
// What has no number comes after what has one.
const byProtocol = 'coalesce(n.protocol_year * 10000000::bigint + n.protocol_number, 1000000000000)';
const keys: Record<'number' | 'date' | 'protocol', Key> = {
  number: { by: 'o.ordinal', number: 'o.ordinal', from: (number) => number },
  // No calendar goes beyond the year 9999.
  date: {
    by: 'o.on_day',
    number: `(o.on_day - ${firstDay})`,
    from: (number) => `(${firstDay} + least(${number}, 3652058)::integer)`,
  },
  protocol: { by: byProtocol, number: byProtocol, from: (number) => number },
};

function wayOf(order: IndexOrder): { key: Key; down: boolean; plain: boolean } {
  const down = order.startsWith('-');
  const name = down ? order.slice(1) : order;
  const by = name === 'date' || name === 'protocol' ? name : 'number';
  return { key: keys[by], down, plain: by === 'number' };
}

/** A page of the index of a fascicolo from a place in its order, in either direction; nothing before it is counted. */
export async function listIndex(pool: Reader, id: string, query: IndexQuery): Promise<IndexPage> {
  if (id.includes('\0')) return { items: [], next: null, prev: null };
  const limit = Math.min(Math.max(Math.trunc(query.limit ?? 50), 1), mostDocuments);
  const back = query.before !== undefined && query.after === undefined;
  const place = placeOf(back ? query.before : query.after);
  const { key, down, plain } = wayOf(query.order);
  const descending = down !== back;
  const bound = new Bound();
  const where = [
    `o.procedure_id = ${bound.bind(id, 'text')}`,
    readableCondition(query.readable, bound),
    filterCondition(query, bound),
  ];
  if (place) {
    const sign = descending ? '<' : '>';
    const from = bound.bind(place.ordinal, 'integer');
    // The unique index of places is walked from there.
    where.push(
      plain
        ? `o.ordinal ${sign} ${from}`
        : `(${key.by}, o.ordinal) ${sign} (${key.from(bound.bind(place.key, 'bigint'))}, ${from})`,
    );
  }
  const way = descending ? 'DESC' : 'ASC';
  const { rows } = await pool.query<{ key: string | number }>(
    `SELECT ${indexColumns}, ${key.number} AS key FROM ${indexTables} WHERE ${where.join(' AND ')}
      ORDER BY ${plain ? '' : `${key.by} ${way}, `}o.ordinal ${way} LIMIT ${limit + 1}`,
    bound.values,
  );
  const shown = rows.slice(0, limit);
  if (back) shown.reverse();
  const items = shown.map(indexedOf);
  const more = rows.length > limit;
  const cursorAt = (at: number) => {
    const [row, item] = [shown.at(at), items.at(at)];
    return row && item ? `${row.key}.${item.ordinal}` : null;
  };
  return {
    items,
    next: (back ? place !== null : more) ? cursorAt(-1) : null,
    prev: (back ? more : place !== null) ? cursorAt(0) : null,
  };
}

/** @returns null for what no page gave: the index is then shown from its beginning */
function placeOf(cursor: string | undefined): { key: string; ordinal: number } | null {
  const [, key = '', ordinal = ''] = /^(\d{1,15})\.(\d{1,9})$/.exec(cursor ?? '') ?? [];
  return key ? { key, ordinal: Number(ordinal) } : null;
}
