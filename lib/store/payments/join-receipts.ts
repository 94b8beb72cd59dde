import type pg from 'pg';
import type { ProcedureStore } from '#lib/store/procedures/procedure-store.ts';
import { z } from 'zod';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { notePayment } from './note-payment.ts';

const rowSchema = z.object({
  id: z.string(),
  procedure: z.string(),
  fee: z.string(),
  part: z.int(),
  way: z.enum(['eBollo', 'pagoPA']),
  noticeNumber: z.string(),
  sha256: z.string(),
  bytes: z.coerce.number(),
  storageKey: z.string(),
});

/** What a receipt is called in the fascicolo; names nobody. */
export const receiptTitle = (way: 'eBollo' | 'pagoPA', noticeNumber: string): string =>
  way === 'eBollo'
    ? `Marca da bollo digitale (@e.bollo), avviso ${noticeNumber}`
    : `Ricevuta di pagamento pagoPA, avviso ${noticeNumber}`;

/**
 * Receipts of what was paid for a case that runs join its fascicolo, registered as they came.
 * @param client whose keys keep one from joining twice
 * @returns how many
 */
export async function joinReceipts(
  pool: pg.Pool,
  store: Pick<ProcedureStore, 'addDocument'>,
  now: () => Date,
  client = 'payments',
): Promise<number> {
  const { rows } = await pool.query(
    `SELECT y.id, y.procedure_id AS procedure, y.fee, y.part, y.way, y.notice_number AS "noticeNumber", y.hash AS sha256, y.bytes, y.storage_key AS "storageKey"
       FROM eli4u.payment y JOIN eli4u.procedure p ON p.id = y.procedure_id
      WHERE y.storage_key IS NOT NULL AND y.record_id IS NULL AND p.state <> 'closed' ORDER BY y.id LIMIT 100`,
  );
  let joined = 0;
  for (const row of rows) {
    const { id, procedure, fee, part, way, noticeNumber, ...kept } = rowSchema.parse(row);
    const added = await store.addDocument({
      id: procedure,
      reach: { kind: 'all' },
      actor: { kind: 'system' },
      expected: null,
      document: {
        kind: 'other',
        code: null,
        title: receiptTitle(way, noticeNumber),
        flow: 'in',
        fileName: `ricevuta-${noticeNumber}.xml`,
        format: 'xml',
        kept,
      },
      idempotency: { client, key: `receipt ${id}`, requestHash: kept.sha256 },
    });
    if (added.kind !== 'added') continue;
    await inTransaction(pool, async (client) => {
      await client.query('UPDATE eli4u.payment SET record_id = $2, changed_at = $3 WHERE id = $1', [
        id,
        added.record,
        now(),
      ]);
      const payment = { id, draft: null, procedure, fee, part };
      await notePayment(client, {
        at: now(),
        by: 'system',
        action: 'joined',
        payment,
        details: { record: added.record },
      });
      return { keep: true, value: null };
    });
    joined++;
  }
  return joined;
}
