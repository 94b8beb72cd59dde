import { abilities, type DisseminatedRow } from '#lib/records/dissemination.ts';
import type { HarvestCondition, HarvestPlace, HarvestSelection } from '#lib/records/harvest-selection.ts';
import type { Level } from '#lib/records/level.ts';
import type { Reader } from './reader.ts';

interface Row {
  id: string;
  kind: DisseminatedRow['kind'];
  stamp: string | number;
  deleted: boolean;
  root_id: string | null;
  level: Level | null;
  able: number;
}

const columns = (stamp: string): string =>
  `d.id, d.kind, extract(epoch FROM d.${stamp})::bigint AS stamp, d.deleted, d.root_id, d.level, d.able`;

const rowOf = ({ root_id: rootId, stamp, ...row }: Row): DisseminatedRow => ({ ...row, stamp: Number(stamp), rootId });

/** The next of a list, past a place; in the order of stamps, and of ids where these are the same. */
export async function listRows(
  reader: Reader,
  selection: HarvestSelection,
  after: HarvestPlace | null,
  limit: number,
): Promise<DisseminatedRow[]> {
  const stamp = stampColumn(selection);
  const { where, values } = chosen(selection);
  const past = after
    ? `AND (d.${stamp}, d.id) > (to_timestamp($${values.push(after.stamp)}::bigint), $${values.push(after.id)}::text)`
    : '';
  const { rows } = await reader.query<Row>(
    `SELECT ${columns(stamp)} FROM eli4u.disseminated d WHERE ${where} ${past} ORDER BY d.${stamp}, d.id LIMIT $${values.push(limit)}`,
    values,
  );
  return rows.map(rowOf);
}

/** How many a whole list has. */
export async function countRows(reader: Reader, selection: HarvestSelection): Promise<number> {
  const { where, values } = chosen(selection);
  const { rows } = await reader.query<{ n: string | number }>(
    `SELECT count(*) AS n FROM eli4u.disseminated d WHERE ${where}`,
    values,
  );
  return Number(rows[0]?.n ?? 0);
}

/** One thing, shown or no more; null for what never was. */
export async function findRow(reader: Reader, id: string): Promise<(DisseminatedRow & { subtree: number }) | null> {
  const { rows } = await reader.query<Row & { subtree: string | number | null }>({
    name: 'disseminated-row',
    text: `SELECT ${columns('stamp')}, extract(epoch FROM d.subtree_stamp)::bigint AS subtree FROM eli4u.disseminated d WHERE d.id = $1`,
    values: [id],
  });
  const [row] = rows;
  if (!row) return null;
  const { subtree, ...plain } = row;
  return { ...rowOf(plain), subtree: Number(subtree ?? plain.stamp) };
}

const stampColumn = (selection: HarvestSelection): string => (selection.stampOf === 'item' ? 'stamp' : 'subtree_stamp');

function chosen(selection: HarvestSelection): { where: string; values: unknown[] } {
  const stamp = stampColumn(selection);
  const values: unknown[] = [selection.until];
  const asked = selection.conditions.map((condition) => sqlOf(condition, values));
  if (selection.from !== null) asked.push(`d.${stamp} >= to_timestamp($${values.push(selection.from)}::bigint)`);
  return { where: [`d.${stamp} <= to_timestamp($1::bigint)`, ...asked].join(' AND '), values };
}

/** Written as in the partial indices, so that they serve. */
function sqlOf(condition: HarvestCondition, values: unknown[]): string {
  switch (condition.by) {
    case 'kind':
      // With one kind the order of its index is the list's.
      return condition.kinds.length === 1
        ? `d.kind = '${condition.kinds[0]}'`
        : `d.kind = ANY($${values.push(condition.kinds)}::text[])`;
    case 'fonds':
      return `d.root_id = $${values.push(condition.id)}`;
    case 'level':
      return `d.level = $${values.push(condition.level)}`;
    case 'ability': {
      const bit = abilities[condition.ability];
      const ever = `(d.ever_able & ${bit}) <> 0`;
      return condition.ever ? ever : `${ever} AND (d.able & ${bit}) <> 0`;
    }
  }
}
