import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { PaymentLines } from '#app/_components/payments/payment-lines.tsx';
import { composition } from '#lib/composition.ts';
import type { FormView } from '#lib/http/form-view.ts';
import { exemptForm, onlineForm, paidForm, paperForm } from '#lib/http/payment-forms.ts';
import { isAmountOf, type Owed } from '#lib/procedures/payments/owed.ts';
import { isSettled } from '#lib/procedures/payments/payment.ts';
import { centsInWords, owedName } from '#lib/procedures/payments/payment-words.ts';
import type { StoredPayment } from '#lib/store/payments/payment-store.ts';
import { formWords } from '../../../draft-words.ts';
import { declarePaper, payOnline, sayExempt, sayPaid, takeBack, type OwedPlace } from '../pay-draft.ts';

/** One thing that is owed with a request: how much, whether it is settled, and the ways to settle it. */
export async function OwedCard({
  owed,
  payment,
  place,
  email,
  drawn,
}: {
  owed: Owed;
  payment: StoredPayment | null;
  place: OwedPlace;
  email: string;
  drawn: string;
}) {
  const { t, lang } = await pageContext();
  const id = `${owed.fee}-${owed.part}`;
  const name = owedName(owed, lang);
  const settled = payment !== null && isSettled(payment) && isAmountOf(owed, payment.cents);
  const cents = owed.amount.kind === 'cents' ? owed.amount.cents : settled ? payment.cents : null;
  return (
    <section className={settled ? 'pay-card pay-settled' : 'pay-card'} aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {name}
        {cents === null ? null : <span className="pay-amount"> {centsInWords(cents, lang)}</span>}
      </h2>
      <p className="pay-state">{t(settled ? 'pay.settled' : 'pay.toSettle')}</p>
      {payment ? <PaymentLines payment={payment} help /> : null}
      {settled ? (
        payment.state === 'paid' ? null : (
          <form action={takeBack.bind(null, place)}>
            <button type="submit" className="btn btn-outline-primary btn-sm" aria-label={t('pay.withdrawOf', { name })}>
              {t('pay.withdraw')}
            </button>
          </form>
        )
      ) : (
        <Ways owed={owed} place={place} email={email} drawn={drawn} isNoticed={payment?.state === 'noticed'} />
      )}
    </section>
  );
}

/** How it can be settled here: each way folded under its name, one open at a time. */
async function Ways({
  owed,
  place,
  email,
  drawn,
  isNoticed,
}: {
  owed: Owed;
  place: OwedPlace;
  email: string;
  drawn: string;
  isNoticed: boolean;
}) {
  const { t, lang } = await pageContext();
  const id = `${owed.fee}-${owed.part}`;
  const online = composition().payments.onlineWay(owed) !== null;
  const parts = { owed, t, lang };
  const way = (kind: string, summary: string, form: FormView, answer: typeof payOnline) => (
    <AnsweredForm
      key={`${kind}-${drawn}`}
      id={`${kind}-${id}`}
      label={`${summary}: ${owedName(owed, lang)}`}
      fold={{ summary, group: `modi-${id}` }}
      answer={answer.bind(null, place)}
      start={{ form, problems: [], notice: null, turn: 0 }}
      words={formWords(t)}
    />
  );
  const isStamp = owed.kind === 'stampDuty';
  return (
    <div className="pay-ways">
      {online ? (
        way('online', t(isNoticed ? 'pay.onlineAgain' : 'pay.online'), onlineForm(parts, email), payOnline)
      ) : (
        <p className="aside">{t(isStamp ? 'pay.off' : 'pay.offFee')}</p>
      )}
      {isStamp ? way('carta', t('pay.paper'), paperForm(parts), declarePaper) : null}
      {isStamp ? null : way('pagato', t('pay.paidAlready'), paidForm(parts), sayPaid)}
      {isStamp ? way('esente', t('pay.exempt'), exemptForm(parts), sayExempt) : null}
    </div>
  );
}
