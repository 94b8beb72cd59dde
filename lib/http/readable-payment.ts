import { agentsOf } from '#lib/access/capacities.ts';
import { reachOf } from '#lib/access/reach-of.ts';
import type { CitizenSession } from '#lib/access/session.ts';
import type { Composition } from '#lib/composition.ts';
import type { StoredPayment } from '#lib/store/payments/payment-store.ts';

type Parts = Pick<Composition, 'payments' | 'procedures' | 'organisation'>;

/** A payment for who pays it, or has the case that it is of within reach; null for another's and for none, which is the same. */
export async function readablePayment(
  id: string,
  session: CitizenSession,
  { payments, procedures, organisation }: Parts,
): Promise<StoredPayment | null> {
  if (!/^[0-9a-f]{32}$/.test(id)) return null;
  const payment = await payments.find(id, agentsOf(session));
  if (!payment || payment.payer === session.agent) return payment;
  const { procedure } = payment;
  const within = procedure !== null && (await procedures.hasCase(procedure, reachOf(session, organisation())));
  return within ? payment : null;
}
