import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Reach } from '#lib/access/reach.ts';
import type { Day } from '#lib/procedures/day.ts';
import type { PaperStamp } from '#lib/procedures/payments/paper-stamp.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import type { Owed } from '#lib/procedures/payments/owed.ts';
import { isPayable } from '#lib/procedures/payments/payment.ts';
import { actorName, type Actor } from '#lib/store/procedures/actor.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { lockCase } from '#lib/store/procedures/lock-case.ts';
import { notePayment } from './note-payment.ts';
import { paymentColumns, paymentOf } from './payment-row.ts';
import { restate } from './restate.ts';
import { isTaken } from './say-settled.ts';

export interface CasePlace {
  procedure: string;
  reach: Reach;
  actor: Actor;
}

export type AskedResult =
  | { kind: 'asked'; id: string }
  | { kind: 'unknown' }
  /** The same is asked already and not paid. */
  | { kind: 'askedAlready' };

interface Parts {
  pool: pg.Pool;
  now(): Date;
}

/** The office asks a party to pay what the type costs, once it knows how much. Pressed twice it is one. */
export async function askPayment(
  { pool, now }: Parts,
  { procedure, reach, actor }: CasePlace,
  { owed, cents, payer }: { owed: Pick<Owed, 'fee' | 'kind' | 'due'>; cents: number; payer: string },
): Promise<AskedResult> {
  const at = now();
  return inTransaction<AskedResult>(pool, async (client) => {
    const locked = await lockCase(client, procedure, reach);
    const isParty = locked?.procedure.filing.parties.some(
      ({ agent, role }) => agent === payer && role !== 'counterparty',
    );
    if (!locked || !isParty) return { keep: false, value: { kind: 'unknown' } };
    const { rows } = await client.query(
      `SELECT ${paymentColumns} FROM eli4u.payment y WHERE y.procedure_id = $1 AND y.fee = $2 ORDER BY y.part`,
      [procedure, owed.fee],
    );
    const before = rows.map(paymentOf);
    if (before.some(isPayable)) return { keep: false, value: { kind: 'askedAlready' } };
    const id = randomBytes(16).toString('hex');
    const part = (before.at(-1)?.part ?? 0) + 1;
    await client.query(
      `INSERT INTO eli4u.payment (id, payer_agent, procedure_id, fee, part, kind, moment, cents, state, asked_at, asked_by, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'due', $9, $10, $9)`,
      [id, payer, procedure, owed.fee, part, owed.kind, owed.due, cents, at, actorName(actor)],
    );
    const payment = { id, draft: null, procedure, fee: owed.fee, part };
    await notePayment(client, { at, by: actorName(actor), action: 'asked', payment, details: { cents } });
    return { keep: true, value: { kind: 'asked', id } };
  });
}

export type NotedStamp = { kind: 'noted' } | { kind: 'unknown' } | { kind: 'serialUsed' };

/** A request that came on paper bears its stamp: an officer notes its number, which then serves for no other. */
export async function noteStampOf(
  { pool, now }: Parts,
  { procedure, reach, actor }: CasePlace,
  { owed, stamp }: { owed: Pick<Owed, 'fee' | 'part' | 'due'> & { cents: number }; stamp: PaperStamp },
): Promise<NotedStamp> {
  const at = now();
  try {
    return await inTransaction<NotedStamp>(pool, async (client) => {
      const locked = await lockCase(client, procedure, reach);
      const payer = locked?.procedure.filing.parties.find(({ role }) => role === 'applicant')?.agent;
      const { rowCount } = await client.query(
        'SELECT FROM eli4u.payment WHERE procedure_id = $1 AND fee = $2 AND part = $3',
        [procedure, owed.fee, owed.part],
      );
      if (!payer || rowCount) return { keep: false, value: { kind: 'unknown' } };
      const id = randomBytes(16).toString('hex');
      await client.query(
        `INSERT INTO eli4u.payment (id, payer_agent, procedure_id, fee, part, kind, moment, cents, state, serial, issued_on, declared_on, asked_at, asked_by, changed_at)
         VALUES ($1, $2, $3, $4, $5, 'stampDuty', $6, $7, 'declared', $8, $9, $10, $11, $12, $11)`,
        [
          id,
          payer,
          procedure,
          owed.fee,
          owed.part,
          owed.due,
          owed.cents,
          stamp.serial,
          stamp.issuedOn,
          romeDay(at),
          at,
          actorName(actor),
        ],
      );
      const payment = { id, draft: null, procedure, fee: owed.fee, part: owed.part };
      await notePayment(client, { at, by: actorName(actor), action: 'declared', payment });
      return { keep: true, value: { kind: 'noted' } };
    });
  } catch (error) {
    if (isTaken(error, 'payment_serial')) return { kind: 'serialUsed' };
    throw error;
  }
}

/** An officer has seen that it was paid in another way, such as at the counter. @returns false where nothing of the kind is open */
export async function notePaidElsewhere(
  { pool, now }: Parts,
  { procedure, reach, actor }: CasePlace,
  { id, paidOn, words }: { id: string; paidOn: Day; words: string },
): Promise<boolean> {
  const at = now();
  return inTransaction(pool, async (client) => {
    if (!(await lockCase(client, procedure, reach))) return { keep: false, value: false };
    const { rows } = await client.query(
      `SELECT ${paymentColumns} FROM eli4u.payment y WHERE y.id = $1 AND y.procedure_id = $2 FOR UPDATE`,
      [id, procedure],
    );
    const payment = rows[0] ? paymentOf(rows[0]) : null;
    if (!payment || !isPayable(payment)) return { keep: false, value: false };
    await restate(client, id, { state: 'elsewhere', notedOn: paidOn, words }, at);
    await notePayment(client, { at, by: actorName(actor), action: 'notedElsewhere', payment });
    return { keep: true, value: true };
  });
}
