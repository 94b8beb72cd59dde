import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { doubtOf, PaymentLines } from '#app/_components/payments/payment-lines.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { mayPay } from '#lib/access/payments.ts';
import { composition } from '#lib/composition.ts';
import { onlineForm } from '#lib/http/payment-forms.ts';
import { feeLabel } from '#lib/procedures/payments/fee-label.ts';
import { isPayable } from '#lib/procedures/payments/payment.ts';
import { centsInWords } from '#lib/procedures/payments/payment-words.ts';
import type { StoredPayment } from '#lib/store/payments/payment-store.ts';
import type { MyCaseFacts } from '../../load-my-case.ts';
import { payForCase } from './pay-for-case.ts';

/** What the office asks to be paid, above all else of the case, with the way to pay it. */
export async function MyPaymentsDue({ found, payments }: { found: MyCaseFacts; payments: readonly StoredPayment[] }) {
  const { t, lang } = await pageContext();
  const { view, mine } = found;
  const { ownData, payments: store } = composition();
  const { type } = view.context;
  const due = payments.filter(
    (one) => isPayable(one) && doubtOf(one) === null && mayPay(mine.session, one, view.procedure.type.code),
  );
  if (due.length === 0 || view.procedure.state === 'closed') return null;
  const email = (await ownData.profile(mine.session.agent))?.contacts.email ?? '';
  return (
    <section className="my-asked" id="da-pagare" aria-labelledby="da-pagare-titolo" tabIndex={-1}>
      <h2 id="da-pagare-titolo">{t('pay.needs')}</h2>
      {due.map((payment) => {
        const name = feeLabel(type, payment)[lang];
        const owed = { kind: payment.kind, amount: { kind: 'cents' as const, cents: payment.cents } };
        const online = store.onlineWay(owed) !== null;
        return (
          <div key={payment.id}>
            <p>
              <strong>{t('pay.needsText', { name, amount: centsInWords(payment.cents, lang) })}</strong>{' '}
              {payment.moment === 'beforeRelease' ? t('pay.needsBlocks') : null}
            </p>
            <PaymentLines payment={payment} help />
            {online ? (
              <AnsweredForm
                key={`paga-${payment.id}-${payment.state}`}
                id={`paga-${payment.id}`}
                label={t('pay.onlineOf', { name })}
                fold={{ summary: t(payment.state === 'noticed' ? 'pay.onlineAgain' : 'pay.online') }}
                answer={payForCase.bind(null, view.procedure.id, payment.id)}
                start={{ form: onlineForm({ owed, t, lang }, email), problems: [], notice: null, turn: 0 }}
                words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
              />
            ) : (
              <p className="aside">{t('pay.offFee')}</p>
            )}
          </div>
        );
      })}
    </section>
  );
}

/** All that was paid for a case, or is to be, with its receipts. */
export async function MyPayments({ found, payments }: { found: MyCaseFacts; payments: readonly StoredPayment[] }) {
  const { t, lang } = await pageContext();
  const { context } = found.view;
  if (payments.length === 0) return null;
  return (
    <section aria-labelledby="pagamenti" className="my-payments">
      <h2 id="pagamenti" tabIndex={-1}>
        {t('pay.title')}
      </h2>
      <ul className="plain">
        {payments.toReversed().map((payment) => {
          const name = feeLabel(context.type, payment)[lang];
          return (
            <li key={payment.id}>
              <p>
                <strong>{name}</strong> {centsInWords(payment.cents, lang)} · {t(`pay.state.${payment.state}`)}
              </p>
              <PaymentLines payment={payment} />
              {payment.state === 'paid' && payment.record ? (
                <p>
                  <a
                    href={`${found.places.document(payment.record)}/contenuto`}
                    aria-label={t('pay.receiptOf', { name })}
                  >
                    {t('pay.receipt')}
                  </a>
                </p>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
