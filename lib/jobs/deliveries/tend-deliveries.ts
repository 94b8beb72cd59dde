import type pg from 'pg';
import type { SendClient } from '#lib/send-platform/send-client.ts';
import type { DeliveryStore } from '#lib/store/deliveries/delivery-store.ts';
import { withLock } from '../with-lock.ts';

/** One worker at a time. */
const deliveriesLock = 4_104_034;

/** Receipts of PEC to the deliveries they are about, and what SEND has to say. @param send null: the installation has no access to SEND */
export async function tendDeliveries(
  pool: pg.Pool,
  deliveries: Pick<DeliveryStore, 'hearReceipts' | 'tendSend'>,
  send: SendClient | null,
  signal?: AbortSignal,
): Promise<void> {
  await withLock(pool, deliveriesLock, async () => {
    await deliveries.hearReceipts(signal);
    if (send) while (!signal?.aborted && (await deliveries.tendSend(send)));
  });
}
