import type pg from 'pg';
import { z } from 'zod';
import { stampedText } from '#lib/procedures/payments/stamped-text.ts';
import { asCitizen } from '#lib/store/citizens/as-citizen.ts';
import type { FilingRequest } from '#lib/store/procedures/procedure-writing.ts';
import { receiptTitle } from './join-receipts.ts';

const rowSchema = z.object({
  fee: z.string(),
  part: z.int(),
  way: z.enum(['eBollo', 'pagoPA']),
  noticeNumber: z.string(),
  sha256: z.string(),
  bytes: z.coerce.number(),
  storageKey: z.string(),
});

/** What joins a request of what was paid for it: each receipt, and of a digital stamp what it belongs to. */
export async function receiptsOfDraft(
  pool: pg.Pool,
  owner: string,
  draft: string,
): Promise<FilingRequest['documents']> {
  const rows = await asCitizen(pool, [owner], async (reader) => {
    const read = await reader.query(
      `SELECT y.fee, y.part, y.way, y.notice_number AS "noticeNumber", y.hash AS sha256, y.bytes, y.storage_key AS "storageKey"
         FROM eli4u.payment y WHERE y.draft_id = $1 AND y.payer_agent = $2 AND y.state = 'paid' ORDER BY y.fee, y.part`,
      [draft, owner],
    );
    return read.rows.map((row) => rowSchema.parse(row));
  });
  return rows.flatMap(({ fee, part, way, noticeNumber, ...kept }) => [
    {
      kind: 'attachment' as const,
      code: null,
      title: receiptTitle(way, noticeNumber),
      flow: 'in' as const,
      fileName: `ricevuta-${noticeNumber}.xml`,
      format: 'xml',
      kept,
    },
    ...(way === 'eBollo'
      ? [
          {
            kind: 'attachment' as const,
            code: null,
            title: `Modulo a cui è associata la marca dell’avviso ${noticeNumber}`,
            flow: 'in' as const,
            fileName: `modulo-${noticeNumber}.txt`,
            format: 'txt',
            bytes: new TextEncoder().encode(stampedText({ form: draft, fee, part })),
          },
        ]
      : []),
  ]);
}
