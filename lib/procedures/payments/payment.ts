import type { Day } from '../day.ts';
import type { Fee } from '../types/fees.ts';
import type { Text } from '../types/text.ts';
import type { PaymentMoment } from './owed.ts';
import type { StampExemption } from './stamp-exemptions.ts';

/** By which service of pagoPA: a digital stamp (@e.bollo), or a position of debt. */
export type OnlineWay = 'eBollo' | 'pagoPA';

/** What a payment is about, whatever became of it. */
export interface PaymentAbout {
  id: string;
  /** Who pays: who writes the request, or the party of whom the office asks it. */
  payer: string;
  draft: string | null;
  procedure: string | null;
  fee: string;
  part: number;
  kind: Fee['kind'];
  moment: PaymentMoment;
  cents: number;
}

/** A notice that pagoPA knows. */
export interface Notice {
  way: OnlineWay;
  noticeNumber: string;
  expiresOn: Day;
}

/**
 * Where a payment stands. What is paid says by which receipt: a digital stamp has its IUBD, everything else the id of the ricevuta telematica.
 */
export type PaymentState =
  | { state: 'due' }
  | ({ state: 'noticed' } & Notice)
  | ({ state: 'paid'; paidAt: Date; receiptId: string; psp: string | null; record: string | null } & Omit<
      Notice,
      'expiresOn'
    >)
  | { state: 'declared'; serial: string; issuedOn: Day; declaredOn: Day }
  | { state: 'exempt'; norm: StampExemption; words: string }
  | { state: 'elsewhere'; paidOn: Day; words: string }
  | ({ state: 'expired' } & Omit<Notice, 'expiresOn'>)
  | { state: 'failed'; why: string }
  | { state: 'refunded'; on: Day; words: string };

export type Payment = PaymentAbout & PaymentState;

export const paymentStates = [
  'due',
  'noticed',
  'paid',
  'declared',
  'exempt',
  'elsewhere',
  'expired',
  'failed',
  'refunded',
] as const satisfies PaymentState['state'][];

/** Where a payment stands, in two or three words. */
export const paymentStateWords: Record<PaymentState['state'], Text> = {
  due: { it: 'da pagare', en: 'to be paid' },
  noticed: { it: 'avviso emesso', en: 'notice issued' },
  paid: { it: 'pagato', en: 'paid' },
  declared: { it: 'marca da bollo su carta', en: 'stamp on paper' },
  exempt: { it: 'esente', en: 'exempt' },
  elsewhere: { it: 'pagato in altro modo', en: 'paid in another way' },
  expired: { it: 'avviso scaduto', en: 'notice expired' },
  failed: { it: 'non riuscito', en: 'failed' },
  refunded: { it: 'rimborsato', en: 'refunded' },
};

/** Whether nothing more is owed of it. */
export const isSettled = ({ state }: Pick<Payment, 'state'>): boolean =>
  state === 'paid' || state === 'declared' || state === 'exempt' || state === 'elsewhere';

/** Whether somebody may still pay it. */
export const isPayable = ({ state }: Pick<Payment, 'state'>): boolean =>
  state === 'due' || state === 'noticed' || state === 'expired' || state === 'failed';
