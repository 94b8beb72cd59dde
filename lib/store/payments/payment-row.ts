import { z } from 'zod';
import { daySchema } from '#lib/procedures/day.ts';
import { paymentStates, type Payment } from '#lib/procedures/payments/payment.ts';
import { isStampExemption } from '#lib/procedures/payments/stamp-exemptions.ts';
import { paymentMoments } from '#lib/procedures/types/fees.ts';

/** Of a payment `y`. */
export const paymentColumns = `y.id, y.payer_agent AS payer, y.draft_id AS draft, y.procedure_id AS procedure, y.fee, y.part, y.kind, y.moment, y.cents, y.state,
  y.way, y.iuv, y.notice_number AS "noticeNumber", y.checkout_url AS "checkoutUrl", y.noticed_at AS "noticedAt", y.expires_on AS "expiresOn",
  y.document_hash AS "documentHash", y.receipt_id AS "receiptId", y.paid_at AS "paidAt", y.psp, y.record_id AS record, y.serial, y.issued_on AS "issuedOn",
  y.declared_on AS "declaredOn", y.norm, y.words, y.noted_on AS "notedOn", y.next_at AS "nextAt", y.attempts, y.problem`;

const rowSchema = z.object({
  id: z.string(),
  payer: z.string(),
  draft: z.string().nullable(),
  procedure: z.string().nullable(),
  fee: z.string(),
  part: z.int(),
  kind: z.enum(['stampDuty', 'fee', 'canone', 'deposit']),
  moment: z.enum(paymentMoments),
  cents: z.int(),
  state: z.enum(paymentStates),
  way: z.enum(['eBollo', 'pagoPA']).nullable(),
  iuv: z.string().nullable(),
  noticeNumber: z.string().nullable(),
  checkoutUrl: z.string().nullable(),
  noticedAt: z.coerce.date().nullable(),
  expiresOn: daySchema.nullable(),
  documentHash: z.string().nullable(),
  receiptId: z.string().nullable(),
  paidAt: z.coerce.date().nullable(),
  psp: z.string().nullable(),
  record: z.string().nullable(),
  serial: z.string().nullable(),
  issuedOn: daySchema.nullable(),
  declaredOn: daySchema.nullable(),
  norm: z.string().nullable(),
  words: z.string().nullable(),
  notedOn: daySchema.nullable(),
  nextAt: z.coerce.date().nullable(),
  attempts: z.int(),
  problem: z.string().nullable(),
});
type Row = z.infer<typeof rowSchema>;

/** A payment with what only asking the platform needs. */
export type StoredPayment = Payment & {
  /** Where the notice is paid, as it was told last. */
  checkoutUrl: string | null;
  noticedAt: Date | null;
  /** The notice that was asked for last, whatever was said of the payment since. */
  lastNotice: string | null;
  iuv: string | null;
  documentHash: string | null;
  attempts: number;
  /** Why the platform is not believed, or does not answer. */
  problem: string | null;
};

/** A payment from a row of `paymentColumns`. */
export function paymentOf(read: unknown): StoredPayment {
  const row = rowSchema.parse(read);
  const { id, payer, draft, procedure, fee, part, kind, moment, cents } = row;
  const { checkoutUrl, noticedAt, iuv, documentHash, attempts, problem } = row;
  const about = { id, payer, draft, procedure, fee, part, kind, moment, cents };
  return {
    ...about,
    checkoutUrl,
    noticedAt,
    lastNotice: row.noticeNumber,
    iuv,
    documentHash,
    attempts,
    problem,
    ...stateOf(row),
  };
}

function stateOf(row: Row) {
  const { state, words } = row;
  switch (state) {
    case 'due':
      return { state } as const;
    case 'noticed':
      return { state, ...noticeOf(row), expiresOn: there(row.expiresOn) } as const;
    case 'paid':
      return {
        state,
        ...noticeOf(row),
        paidAt: there(row.paidAt),
        receiptId: there(row.receiptId),
        psp: row.psp,
        record: row.record,
      } as const;
    case 'declared':
      return {
        state,
        serial: there(row.serial),
        issuedOn: there(row.issuedOn),
        declaredOn: there(row.declaredOn),
      } as const;
    case 'exempt': {
      const norm = there(row.norm);
      return { state, norm: isStampExemption(norm) ? norm : 'altra', words: words ?? '' } as const;
    }
    case 'elsewhere':
      return { state, paidOn: there(row.notedOn), words: words ?? '' } as const;
    case 'expired':
      return { state, ...noticeOf(row) } as const;
    case 'failed':
      return { state, why: row.problem ?? '' } as const;
    case 'refunded':
      return { state, on: there(row.notedOn), words: words ?? '' } as const;
  }
}

const noticeOf = ({ way, noticeNumber }: Row) => ({ way: there(way), noticeNumber: there(noticeNumber) });

/** What the table's own conditions say is there. */
function there<T>(value: T | null): T {
  if (value === null) throw new Error('a payment lacks what its state says');
  return value;
}
