import { cache } from 'react';
import { agentsOf } from '#lib/access/capacities.ts';
import { mayPay } from '#lib/access/payments.ts';
import { reachOf } from '#lib/access/reach-of.ts';
import type { CitizenSession } from '#lib/access/session.ts';
import { requireCitizen } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { feeLabel } from '#lib/procedures/payments/fee-label.ts';
import type { Text } from '#lib/procedures/types/text.ts';
import type { StoredPayment } from '#lib/store/payments/payment-store.ts';

/** A payment for who pays it, with where it belongs. */
export interface PaymentAtHand {
  session: CitizenSession;
  payment: StoredPayment;
  /** What it is for. */
  label: Text;
  type: { code: string; title: Text } | null;
}

/** Null for another's and for none, which is the same. */
export const loadPayment = cache(async (id: string): Promise<PaymentAtHand | null> => {
  const session = await requireCitizen();
  const { payments, requestDrafts, procedures, procedureTypes, organisation, today } = composition();
  if (!/^[0-9a-f]{32}$/.test(id)) return null;
  const payment = await payments.find(id, agentsOf(session));
  if (!payment) return null;
  const { procedure, draft, fee } = payment;
  const view = procedure === null ? null : await procedures.findCase(procedure, reachOf(session, organisation()));
  const written = view === null && draft !== null ? await requestDrafts.find(session.agent, draft) : null;
  const code = view?.procedure.type.code ?? written?.type.code ?? '';
  if (!mayPay(session, payment, code)) return null;
  const type = view?.context.type ?? procedureTypes.findType(code, today()) ?? null;
  return { session, payment, label: type ? feeLabel(type, payment) : { it: fee, en: fee }, type };
});
