import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { doubtOf, PaymentLines } from '#app/_components/payments/payment-lines.tsx';
import { mayAskPayment } from '#lib/access/payments.ts';
import { composition } from '#lib/composition.ts';
import { askForm, deskStampForm, elsewhereForm, feesToAsk } from '#lib/http/desk-payment-forms.ts';
import { feeLabel } from '#lib/procedures/payments/fee-label.ts';
import { owedAt, owedWithFiling } from '#lib/procedures/payments/owed.ts';
import { isPayable, isSettled } from '#lib/procedures/payments/payment.ts';
import { centsInWords, owedName } from '#lib/procedures/payments/payment-words.ts';
import { unsettled } from '#lib/procedures/payments/unsettled.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { StoredPayment } from '#lib/store/payments/payment-store.ts';
import { askPaymentOf, noteElsewhereOf, noteStampOf } from './ask-payment.ts';
import type { DeskCase } from './load-case.ts';

/** What a case costs: what is settled, what is missing before it can go out, and the ways to ask for it. */
export async function DeskPayments({ found, here, Part }: { found: DeskCase; here: string; Part: 'h2' | 'h3' }) {
  const { desk, facts, view } = found;
  const { type } = view.context;
  const { t, lang } = await pageContext();
  const payments = await composition().payments.ofCase(view.procedure.id, desk.reach);
  if (payments.length === 0 && !('fees' in type && type.fees.length > 0)) return null;
  const running = view.procedure.state !== 'closed';
  const may = running && mayAskPayment(desk.session, facts, desk.organisation).allowed;
  const parts = { view, here, t, lang };
  const words = { problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') };
  const { missing, wanted } = openOf(type, payments);
  return (
    <section aria-labelledby="pagamenti" className="deliveries desk-payments">
      <Part id="pagamenti" tabIndex={-1}>
        {t('pay.title')}
      </Part>
      {running && missing.length > 0 ? (
        <p className="deliveries-without">
          {t('pay.desk.missing', { names: missing.map((one) => owedName(one, lang)).join(', ') })}
        </p>
      ) : null}
      {running && wanted.length > 0 ? (
        <p className="deliveries-without">
          {t('pay.desk.wanted', { names: wanted.map((one) => owedName(one, lang)).join(', ') })}
        </p>
      ) : null}
      {payments.length === 0 ? <p className="aside">{t('pay.desk.nothing')}</p> : null}
      <ul className="plain">
        {payments.map((payment) => {
          const name = feeLabel(type, payment)[lang];
          const doubt = doubtOf(payment);
          return (
            <li key={payment.id} className={`delivery ${isSettled(payment) ? 'delivery-delivered' : 'delivery-sent'}`}>
              <p>
                <strong>{name}</strong> {centsInWords(payment.cents, lang)} · {t(`pay.state.${payment.state}`)}
              </p>
              <PaymentLines payment={payment} />
              {doubt ? (
                <p className="delivery-against">{t('pay.desk.doubt', { problem: t(`pay.problem.${doubt}`) })}</p>
              ) : null}
              {may && isPayable(payment) ? (
                <AnsweredForm
                  key={`altrove-${payment.id}-${payment.state}`}
                  id={`altrove-${payment.id}`}
                  label={t('pay.desk.elsewhereOf', { name })}
                  fold={{ summary: t('pay.desk.elsewhere') }}
                  answer={noteElsewhereOf}
                  start={{ form: elsewhereForm(payment.id, parts), problems: [], notice: null, turn: 0 }}
                  words={words}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
      {may
        ? missing
            .filter(({ kind }) => kind === 'stampDuty')
            .map((owed) => (
              <AnsweredForm
                key={`marca-${owed.fee}-${owed.part}`}
                id={`marca-${owed.fee}-${owed.part}`}
                label={t('pay.desk.stampOf', { name: owedName(owed, lang) })}
                fold={{ summary: t('pay.desk.stamp') }}
                answer={noteStampOf}
                start={{ form: deskStampForm(owed, parts), problems: [], notice: null, turn: 0 }}
                words={words}
              />
            ))
        : null}
      {may && feesToAsk(type).length > 0 ? (
        <AnsweredForm
          key={`chiedi-${payments.length}`}
          id="chiedi-pagamento"
          label={t('pay.desk.ask')}
          fold={{ summary: t('pay.desk.ask') }}
          answer={askPaymentOf}
          start={{ form: askForm(parts), problems: [], notice: null, turn: 0 }}
          words={words}
        />
      ) : null}
    </section>
  );
}

/** What the request lacked, and what must be paid before the measure goes out. */
function openOf(type: ProcedureType, payments: readonly StoredPayment[]) {
  return {
    missing: unsettled(owedWithFiling(type), payments),
    // The office says how much: a payment that is settled settles it, whatever its amount and number.
    wanted: owedAt(type, 'beforeRelease').filter(
      ({ fee }) => !payments.some((payment) => payment.fee === fee && isSettled(payment)),
    ),
  };
}
