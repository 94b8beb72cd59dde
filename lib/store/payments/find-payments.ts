import type pg from 'pg';
import { z } from 'zod';
import type { Reach } from '#lib/access/reach.ts';
import { asCitizen, readWithin, type Reader } from '#lib/store/citizens/as-citizen.ts';
import { Bound, withinReach } from '#lib/store/procedures/reach-sql.ts';
import { paymentColumns, paymentOf, type StoredPayment } from './payment-row.ts';

/** Most payments of one case or draft that are read. */
const mostShown = 100;

/** Of a draft, for who writes it. */
export const paymentsOfDraft = (pool: pg.Pool, owner: string, draft: string): Promise<StoredPayment[]> =>
  asCitizen(pool, [owner], (reader) => list(reader, 'y.draft_id = $1 AND y.payer_agent = $2', [draft, owner]));

/** Of a case, for who may see it; a third party is shown none. */
export const paymentsOfCase = (pool: pg.Pool, procedure: string, reach: Reach): Promise<StoredPayment[]> =>
  readWithin(pool, reach, (reader) => list(reader, 'y.procedure_id = $1', [procedure]));

/** One, for who pays it or those for whom they act. */
export async function findPayment(pool: pg.Pool, id: string, agents: readonly string[]): Promise<StoredPayment | null> {
  const found = await asCitizen(pool, agents, (reader) => list(reader, 'y.id = $1', [id]));
  return found[0] ?? null;
}

/** As it stands, whoever asks. */
export async function readPayment(reader: Reader, id: string): Promise<StoredPayment | null> {
  return (await list(reader, 'y.id = $1', [id]))[0] ?? null;
}

/** A payment that is asked, with the case it is of. */
export interface OpenPayment {
  payment: StoredPayment;
  /** Of the case; names no person. */
  title: string;
  type: { code: string; version: number };
}

const openSchema = z.object({ title: z.string(), code: z.string(), version: z.int() });

/** What somebody is asked to pay in their cases that run, what was asked last first. */
export function openPaymentsOf(pool: pg.Pool, payer: string, reach: Reach): Promise<OpenPayment[]> {
  const bound = new Bound();
  const mine = bound.bind(payer, 'text');
  const within = withinReach(reach, bound);
  return readWithin(pool, reach, async (reader) => {
    const { rows } = await reader.query(
      `SELECT ${paymentColumns}, p.title, p.type_code AS code, p.type_version AS version
         FROM eli4u.payment y JOIN eli4u.procedure p ON p.id = y.procedure_id
        WHERE y.payer_agent = ${mine} AND y.state IN ('due', 'noticed', 'expired', 'failed') AND p.state <> 'closed' AND ${within}
        ORDER BY y.asked_at DESC, y.id LIMIT 20`,
      bound.values,
    );
    return rows.map((row): OpenPayment => {
      const { title, ...type } = openSchema.parse(row);
      return { payment: paymentOf(row), title, type };
    });
  });
}

async function list(reader: Reader, where: string, values: readonly string[]): Promise<StoredPayment[]> {
  const { rows } = await reader.query(
    `SELECT ${paymentColumns} FROM eli4u.payment y WHERE ${where} ORDER BY y.asked_at, y.moment DESC, y.fee, y.part, y.id LIMIT ${mostShown}`,
    [...values],
  );
  return rows.map(paymentOf);
}
