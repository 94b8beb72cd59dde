import type pg from 'pg';
import { retentionSchema, type Retention } from '#lib/procedures/types/retention.ts';
import type { DisposalItemState, PreservationOfItem } from '#lib/records/disposal.ts';
import type { DisposalState } from './disposals.ts';

/** A page of these at most. */
export const pageSize = 50;

export interface DepositLine {
  id: string;
  unit: string;
  year: number;
  state: 'proposed' | 'confirmed' | 'settled';
  proposedOn: string;
  confirmedOn: string | null;
  settledOn: string | null;
  items: number;
  undecided: number;
}

const depositSql = `SELECT l.id::text AS id, l.unit, l.year, l.state, l.proposed_on AS "proposedOn", l.confirmed_on AS "confirmedOn", l.settled_on AS "settledOn",
    (SELECT count(*) FROM eli4u.deposit_item i WHERE i.list_id = l.id)::integer AS items,
    (SELECT count(*) FROM eli4u.deposit_item i WHERE i.list_id = l.id AND i.state = 'proposed')::integer AS undecided
  FROM eli4u.deposit_list l`;

/** Transfer lists, the newest first. @param units null: of all offices. @param before id of the last one seen */
export async function listDeposits(
  pool: pg.Pool,
  units: readonly string[] | null,
  before: string | null,
): Promise<DepositLine[]> {
  const { rows } = await pool.query<DepositLine>(
    `${depositSql} WHERE ($1::text[] IS NULL OR l.unit = ANY($1)) AND ($2::bigint IS NULL OR l.id < $2) ORDER BY l.id DESC LIMIT ${pageSize}`,
    [units, before],
  );
  return rows;
}

/** How many lists wait for their offices. @param units null: of all offices */
export async function countProposedDeposits(pool: pg.Pool, units: readonly string[] | null): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `SELECT count(*)::integer AS n FROM eli4u.deposit_list WHERE state = 'proposed' AND ($1::text[] IS NULL OR unit = ANY($1))`,
    [units],
  );
  return rows[0]?.n ?? 0;
}

/** How many of each thing there are that an archivist looks after. */
export interface ArchivistCounts {
  /** Transfer lists that offices confirmed, and those that offices have not confirmed yet. */
  lists: number;
  withOffices: number;
  /** Lists of scarto that are not executed yet. */
  disposals: number;
  /** Affairs for the historical section, up to 1,001. */
  affairs: number;
  /** Legal holds in force, up to 1,001. */
  holds: number;
}

export async function countForArchivist(pool: pg.Pool): Promise<ArchivistCounts> {
  const { rows } = await pool.query<ArchivistCounts>(
    `SELECT (SELECT count(*) FROM eli4u.deposit_list WHERE state = 'confirmed')::integer AS lists,
            (SELECT count(*) FROM eli4u.deposit_list WHERE state = 'proposed')::integer AS "withOffices",
            (SELECT count(*) FROM eli4u.disposal WHERE state <> 'executed')::integer AS disposals,
            (SELECT count(*) FROM (SELECT FROM eli4u.historical_item WHERE list_id IS NULL LIMIT 1001) h)::integer AS affairs,
            (SELECT count(*) FROM (SELECT FROM eli4u.legal_hold WHERE lifted_at IS NULL LIMIT 1001) l)::integer AS holds`,
  );
  return rows[0] ?? { lists: 0, withOffices: 0, disposals: 0, affairs: 0, holds: 0 };
}

/** How many lists there are of transfers and of scarto. @param units null: of all offices */
export async function countLists(
  pool: pg.Pool,
  units: readonly string[] | null,
): Promise<{ deposits: number; disposals: number }> {
  const { rows } = await pool.query<{ deposits: number; disposals: number }>(
    `SELECT (SELECT count(*) FROM eli4u.deposit_list WHERE $1::text[] IS NULL OR unit = ANY($1))::integer AS deposits,
            (SELECT count(*) FROM eli4u.disposal)::integer AS disposals`,
    [units],
  );
  return rows[0] ?? { deposits: 0, disposals: 0 };
}

/** One list; null where there is none. */
export async function findDeposit(pool: pg.Pool, id: string): Promise<DepositLine | null> {
  const { rows } = await pool.query<DepositLine>(`${depositSql} WHERE l.id = $1`, [id]);
  return rows[0] ?? null;
}

/** A fascicolo on a list. */
export interface ItemLine {
  record: string;
  code: string | null;
  title: string;
  openedOn: string | null;
  closedOn: string | null;
  disposition: 'keep' | 'destroy' | null;
  dispositionOn: string | null;
  state: string;
  reason: string | null;
}

const itemColumns = `i.record_id AS record, r.reference_code AS code, r.title, r.opened_on AS "openedOn", r.closed_on AS "closedOn",
  r.disposition, r.disposition_on AS "dispositionOn", i.state, i.reason`;

/** The fascicoli of a transfer list. @param after the last one seen, or empty */
export async function listDepositItems(pool: pg.Pool, id: string, after: string): Promise<ItemLine[]> {
  const { rows } = await pool.query<ItemLine>(
    `SELECT ${itemColumns} FROM eli4u.deposit_item i JOIN eli4u.record r ON r.id = i.record_id
      WHERE i.list_id = $1 AND i.record_id > $2 ORDER BY i.record_id LIMIT ${pageSize}`,
    [id, after],
  );
  return rows;
}

export interface DisposalLine {
  id: string;
  state: DisposalState;
  proposedOn: string;
  sentOn: string | null;
  permitNumber: string | null;
  permitOn: string | null;
  interiorNumber: string | null;
  interiorOn: string | null;
  startedAt: string | null;
  finishedAt: string | null;
  /** By the state of the item. */
  items: Record<string, number>;
  /** Those under limits of consultation. */
  limited: number;
  /** By what became of the bytes. */
  files: Record<string, number>;
}

const disposalSql = `SELECT d.id::text AS id, d.state, d.proposed_on AS "proposedOn", d.sent_on AS "sentOn", d.permit_number AS "permitNumber",
    d.permit_on AS "permitOn", d.interior_number AS "interiorNumber", d.interior_on AS "interiorOn", d.started_at AS "startedAt", d.finished_at AS "finishedAt",
    coalesce((SELECT jsonb_object_agg(state, n) FROM (SELECT state, count(*) AS n FROM eli4u.disposal_item WHERE disposal_id = d.id GROUP BY 1) t), '{}') AS items,
    (SELECT count(*) FROM eli4u.disposal_item WHERE disposal_id = d.id AND limited)::integer AS limited,
    coalesce((SELECT jsonb_object_agg(outcome, n) FROM (SELECT outcome, count(*) AS n FROM eli4u.disposal_file
      WHERE disposal_id = d.id AND outcome IS NOT NULL GROUP BY 1) t), '{}') AS files
  FROM eli4u.disposal d`;

/** Lists of scarto, the newest first. */
export async function listDisposals(pool: pg.Pool, before: string | null): Promise<DisposalLine[]> {
  const { rows } = await pool.query<DisposalLine>(
    `${disposalSql} WHERE $1::bigint IS NULL OR d.id < $1 ORDER BY d.id DESC LIMIT ${pageSize}`,
    [before],
  );
  return rows;
}

export async function findDisposal(pool: pg.Pool, id: string): Promise<DisposalLine | null> {
  const { rows } = await pool.query<DisposalLine>(`${disposalSql} WHERE d.id = $1`, [id]);
  return rows[0] ?? null;
}

export interface DisposalItemLine extends Omit<ItemLine, 'state'> {
  state: DisposalItemState;
  limited: boolean;
  documents: number;
  destroyedAt: string | null;
  /** `underWay`: a package is on its way to preservation, and nothing is destroyed before it is answered; `accepted`: the keeper has a copy; `refused`: it has none. */
  preservation: PreservationOfItem | null;
}

/** The fascicoli of a list of scarto; @param limit as many as the list has, for its export */
export async function listDisposalItems(
  pool: pg.Pool,
  id: string,
  after: string,
  limit: number = pageSize,
): Promise<DisposalItemLine[]> {
  const { rows } = await pool.query<DisposalItemLine>(
    `SELECT ${itemColumns}, i.limited, i.destroyed_at AS "destroyedAt",
            (SELECT count(*) FROM eli4u.record k JOIN eli4u.document c ON c.record_id = k.id WHERE k.parent_id IN (SELECT r.id UNION ALL SELECT s.record_id FROM eli4u.fascicolo s WHERE s.sub_of = r.id))::integer AS documents,
            (SELECT CASE WHEN bool_or(p.state = 'sent' OR (p.state = 'waiting' AND p.made_at IS NOT NULL)) THEN 'underWay'
                         WHEN bool_or(p.state = 'accepted') THEN 'accepted'
                         WHEN bool_or(p.state = 'refused') THEN 'refused' END
               FROM eli4u.fascicolo s JOIN eli4u.preservation_delivery p ON p.kind = 'fascicolo' AND p.source_id = s.record_id
              WHERE s.record_id = r.id OR s.sub_of = r.id) AS preservation
       FROM eli4u.disposal_item i JOIN eli4u.record r ON r.id = i.record_id
      WHERE i.disposal_id = $1 AND i.record_id > $2 ORDER BY i.record_id LIMIT $3`,
    [id, after, limit],
  );
  return rows;
}

/** Until when a fascicolo is kept, and why. */
export interface RetentionView {
  disposition: 'keep' | 'destroy' | null;
  on: string | null;
  from: string | null;
  how: 'computed' | 'byHand' | 'postponed';
  rule: Retention | null;
  reason: string | null;
  phase: 'current' | 'deposit' | 'historical';
  held: boolean;
  saidAt: string;
  permit: { number: string; on: string } | null;
}

export async function findRetention(pool: pg.Pool, record: string): Promise<RetentionView | null> {
  const { rows } = await pool.query<
    Omit<RetentionView, 'rule' | 'permit'> & { rule: unknown; number: string | null; permit_on: string | null }
  >(
    `SELECT r.disposition, r.disposition_on AS on, k.starts_on AS from, k.how, k.rule, k.reason, r.phase, r.legal_hold AS held, k.said_at AS "saidAt",
            d.permit_number AS number, d.permit_on
       FROM eli4u.retention k JOIN eli4u.record r ON r.id = k.record_id
       LEFT JOIN eli4u.disposal_item i ON i.record_id = r.id AND i.state IN ('destroying', 'destroyed')
       LEFT JOIN eli4u.disposal d ON d.id = i.disposal_id WHERE k.record_id = $1`,
    [record],
  );
  const row = rows[0];
  if (!row) return null;
  const { number, permit_on: on, rule, ...view } = row;
  return {
    ...view,
    rule: rule === null ? null : retentionSchema.parse(rule),
    permit: number !== null && on !== null ? { number, on } : null,
  };
}
