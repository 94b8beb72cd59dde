import type pg from 'pg';
import { owedWithFiling } from '#lib/procedures/payments/owed.ts';
import type { Reason } from '#lib/procedures/cases/decision.ts';
import { reason } from '#lib/procedures/cases/reason.ts';
import { owedName } from '#lib/procedures/payments/payment-words.ts';
import { unsettled } from '#lib/procedures/payments/unsettled.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { FiledDraft } from '#lib/store/request-drafts/close-draft.ts';
import { paymentColumns, paymentOf } from './payment-row.ts';

/**
 * In the transaction that files a draft: what its type wants with the request is settled, or this says what is not. Only of what is sent online: at the
 * counter a request without its stamp is taken and reported (DPR 642/1972 art. 19).
 */
export async function refuseUnsettled(
  client: pg.ClientBase,
  { id, settles }: FiledDraft,
  type: ProcedureType,
): Promise<Reason[]> {
  const owed = owedWithFiling(type, settles);
  if (owed.length === 0) return [];
  const { rows } = await client.query(
    `SELECT ${paymentColumns} FROM eli4u.payment y WHERE y.draft_id = $1 FOR UPDATE`,
    [id],
  );
  return unsettled(owed, rows.map(paymentOf)).map((one) =>
    reason(
      'notPaid',
      `«${owedName(one, 'it')}» non risulta ancora assolto`,
      `"${owedName(one, 'en')}" is not settled yet`,
    ),
  );
}

/** The payments of a draft are those of the case it became; receipts that were enclosed are its documents. */
export async function handPayments(client: pg.ClientBase, draft: string, procedure: string): Promise<void> {
  await client.query(
    `UPDATE eli4u.payment y SET procedure_id = $2,
       record_id = (SELECT o.record_id FROM eli4u.procedure_document o JOIN eli4u.document d ON d.record_id = o.record_id
                     WHERE o.procedure_id = $2 AND d.hash = y.hash LIMIT 1)
      WHERE y.draft_id = $1`,
    [draft, procedure],
  );
}
