import { cache } from 'react';
import { reachOf } from '#lib/access/reach-of.ts';
import { requireCitizen } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { readablePayment } from '#lib/http/readable-payment.ts';
import { feeLabel } from '#lib/procedures/payments/fee-label.ts';
import type { Text } from '#lib/procedures/types/text.ts';
import type { StoredPayment } from '#lib/store/payments/payment-store.ts';

/** A payment with what it is for. */
export interface PaymentAtHand {
  payment: StoredPayment;
  label: Text;
  /** Of the draft or case that it is of; null where the draft is no more. */
  type: string | null;
}

/** A payment of who is signed in; null for another's and for none, which is the same. */
export const loadPayment = cache(async (id: string): Promise<PaymentAtHand | null> => {
  const session = await requireCitizen();
  const { requestDrafts, procedures, procedureTypes, organisation, today } = composition();
  const payment = await readablePayment(id, session, composition());
  if (!payment) return null;
  const { procedure, draft, fee } = payment;
  const view = procedure === null ? null : await procedures.findCase(procedure, reachOf(session, organisation()));
  const written = view === null && draft !== null ? await requestDrafts.find(session.agent, draft) : null;
  const type =
    view?.context.type ?? (written ? procedureTypes.findType(written.type.code, today()) : undefined) ?? null;
  return { payment, label: type ? feeLabel(type, payment) : { it: fee, en: fee }, type: type?.code ?? null };
});
