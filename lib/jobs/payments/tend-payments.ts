import type pg from 'pg';
import { joinReceipts } from '#lib/store/payments/join-receipts.ts';
import type { PaymentStore } from '#lib/store/payments/payment-store.ts';
import type { ProcedureStore } from '#lib/store/procedures/procedure-store.ts';
import { withLock } from '../with-lock.ts';

/** One worker at a time. */
const paymentsLock = 4_104_037;

/** What the platform says of notices that are due to be asked about, and receipts to the cases they are of. */
export async function tendPayments(
  { pool, now }: { pool: pg.Pool; now: () => Date },
  payments: Pick<PaymentStore, 'hearOne'>,
  procedures: Pick<ProcedureStore, 'addDocument'>,
  signal?: AbortSignal,
): Promise<void> {
  await withLock(pool, paymentsLock, async () => {
    while (!signal?.aborted && (await payments.hearOne()));
    while (!signal?.aborted && (await joinReceipts(pool, procedures, now)) > 0);
  });
}
