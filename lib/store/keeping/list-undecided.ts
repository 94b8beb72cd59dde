import type pg from 'pg';
import { retentionSchema, type Retention } from '#lib/procedures/types/retention.ts';
import { cursorOf, placeOf } from '#lib/store/procedures/work-cursor.ts';
import { pageSize } from './list-keeping.ts';

/** `fact`: a rule waits for a day; `selection`: no rule decides, the archivist does. */
export const undecidedKinds = ['fact', 'selection'] as const;
export type UndecidedKind = (typeof undecidedKinds)[number];

/** A closed fascicolo of which it is not known until when it is kept. */
export interface UndecidedLine {
  record: string;
  code: string | null;
  title: string;
  closedOn: string;
  unit: string | null;
  /** The rule that waits, where there is one. */
  rule: Retention | null;
  /** Why it was put off. */
  reason: string | null;
}

/** SQL, of `record r`, its `retention k` and `fascicolo f`. A sottofascicolo is kept with its fascicolo. */
const undecided = `r.closed_on IS NOT NULL AND r.disposition IS NULL AND r.level = 'file' AND r.deleted_at IS NULL AND r.phase <> 'historical'
  AND f.sub_of IS NULL`;
const joined = `eli4u.record r LEFT JOIN eli4u.retention k ON k.record_id = r.id LEFT JOIN eli4u.fascicolo f ON f.record_id = r.id`;
const ofKind: Record<UndecidedKind, string> = {
  fact: `AND k.rule ->> 'disposition' = 'discard'`,
  selection: `AND k.rule ->> 'disposition' IS DISTINCT FROM 'discard'`,
};

/** What was closed longest ago comes first. @param after where the page before ended */
export async function listUndecided(
  pool: pg.Pool,
  kind: UndecidedKind | null,
  after?: string,
): Promise<{ items: UndecidedLine[]; next: string | null }> {
  const [day, id] = placeOf(after) ?? [null, null];
  const { rows } = await pool.query<Omit<UndecidedLine, 'rule'> & { rule: unknown }>(
    `SELECT r.id AS record, r.reference_code AS code, r.title, r.closed_on AS "closedOn", f.unit, k.rule, k.reason
       FROM ${joined} WHERE ${undecided} ${kind ? ofKind[kind] : ''} AND ($1::date IS NULL OR (r.closed_on, r.id) > ($1::date, $2::text))
      ORDER BY r.closed_on, r.id LIMIT ${pageSize + 1}`,
    [day, id],
  );
  const items = rows
    .slice(0, pageSize)
    .map(({ rule, ...row }) => ({ ...row, rule: rule === null ? null : retentionSchema.parse(rule) }));
  const last = items.at(-1);
  return { items, next: rows.length > pageSize && last ? cursorOf([last.closedOn, last.record]) : null };
}

/** Most that is counted one by one. */
export const mostCounted = 1001;

/** How many there are, up to 1,001. */
export async function countUndecided(pool: pg.Pool, kind: UndecidedKind | null = null): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `SELECT count(*)::integer AS n FROM (SELECT FROM ${joined} WHERE ${undecided} ${kind ? ofKind[kind] : ''} LIMIT ${mostCounted}) x`,
  );
  return rows[0]?.n ?? 0;
}
