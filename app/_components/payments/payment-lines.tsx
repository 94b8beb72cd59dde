import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords, instantInWords } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { noticeNumberInGroups } from '#lib/procedures/payments/notice-number.ts';
import type { Payment } from '#lib/procedures/payments/payment.ts';
import { stampExemptions } from '#lib/procedures/payments/stamp-exemptions.ts';
import type { StoredPayment } from '#lib/store/payments/payment-store.ts';

/** Why an answer of the platform is not believed, as far as it is said in words. */
const doubts = [
  'otherAmount',
  'otherNotice',
  'otherCreditor',
  'otherDocument',
  'receiptUsed',
  'paidBesides',
  'infected',
  'unreadable',
] as const;

/** What is not right with what the platform said; null where it only did not answer. */
export const doubtOf = ({ problem }: Pick<StoredPayment, 'problem'>): (typeof doubts)[number] | null =>
  doubts.find((one) => one === problem) ?? null;

/** Where a payment stands, in one or two sentences. */
export async function PaymentLines({ payment, help = false }: { payment: StoredPayment; help?: boolean }) {
  const { t, lang } = await pageContext();
  const { taxCode } = composition().procedureTypes.comune();
  const doubt = doubtOf(payment);
  return (
    <>
      {linesOf(payment, t, lang).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {help && payment.state === 'noticed' && !doubt ? (
        <p className="aside">{t('pay.noticedHelp', { taxCode })}</p>
      ) : null}
      {help && doubt ? <p className="callout-plain">{t('pay.doubt')}</p> : null}
    </>
  );
}

function linesOf(payment: Payment, t: Translate, lang: Language): string[] {
  switch (payment.state) {
    case 'due':
    case 'failed':
      return [];
    case 'noticed':
      return [
        t('pay.said.noticed', {
          number: noticeNumberInGroups(payment.noticeNumber),
          day: dayInWords(payment.expiresOn, lang),
        }),
      ];
    case 'paid':
      return [
        t('pay.said.paid', {
          at: instantInWords(payment.paidAt, lang),
          number: noticeNumberInGroups(payment.noticeNumber),
        }),
        t(payment.way === 'eBollo' ? 'pay.said.iubd' : 'pay.said.receipt', { id: payment.receiptId }),
      ];
    case 'declared':
      return [t('pay.said.declared', { serial: payment.serial, day: dayInWords(payment.issuedOn, lang) })];
    case 'exempt': {
      const { who, norm } = stampExemptions[payment.norm];
      return norm === null
        ? [t('pay.said.exemptOther', { words: payment.words })]
        : [t('pay.said.exempt', { who: who[lang], norm })];
    }
    case 'elsewhere':
      return [t('pay.said.elsewhere', { day: dayInWords(payment.paidOn, lang), words: payment.words })];
    case 'expired':
      return [t('pay.said.expired', { number: noticeNumberInGroups(payment.noticeNumber) })];
    case 'refunded':
      return [t('pay.said.refunded', { day: dayInWords(payment.on, lang), words: payment.words })];
  }
}
