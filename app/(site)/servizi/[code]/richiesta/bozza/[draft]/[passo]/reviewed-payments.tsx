import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { owedWithFiling, type Owed } from '#lib/procedures/payments/owed.ts';
import { centsInWords, owedName } from '#lib/procedures/payments/payment-words.ts';
import { paymentFor } from '#lib/procedures/payments/unsettled.ts';
import { draftPath } from '../../../draft-path.ts';
import { draftPayments } from '../../../draft-payments.ts';
import type { OpenDraft } from '../../../open-draft.ts';

/** What of a request is paid, what is not and so prevents sending it, and where that is mended. */
export async function ReviewedPayments({ open, blocking }: { open: OpenDraft; blocking: readonly Owed[] }) {
  const { t, lang } = await pageContext();
  const { type, draft } = open;
  const owed = owedWithFiling(type, composition().payments.settles());
  if (owed.length === 0) return null;
  const payments = await draftPayments(open);
  return (
    <section
      id="richiesta-pagamento"
      tabIndex={-1}
      aria-labelledby="pagamenti"
      className={blocking.length > 0 ? 'pay-review pay-blocks' : 'pay-review'}
    >
      <h2 id="pagamenti">{blocking.length > 0 ? t('pay.blocks') : t('pay.step')}</h2>
      <ul>
        {owed.map((one) => {
          const payment = paymentFor(one, payments);
          const cents = payment?.cents ?? (one.amount.kind === 'cents' ? one.amount.cents : null);
          return (
            <li key={`${one.fee}-${one.part}`}>
              {t('pay.blocksLine', {
                name: owedName(one, lang),
                amount: cents === null ? '…' : centsInWords(cents, lang),
                state: t(payment && payment.state !== 'due' ? `pay.state.${payment.state}` : 'pay.state.none'),
              })}
            </li>
          );
        })}
      </ul>
      <p>
        <a href={draftPath(type.code, draft.id, 'pagamento')}>{t('pay.mend')}</a>
      </p>
    </section>
  );
}
