import type { Metadata } from 'next';
import { pageMetadata, unfoundMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { doubtOf, PaymentLines } from '#app/_components/payments/payment-lines.tsx';
import { composition } from '#lib/composition.ts';
import { isPayable, type Payment } from '#lib/procedures/payments/payment.ts';
import { centsInWords } from '#lib/procedures/payments/payment-words.ts';
import { loadPayment } from './load-payment.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const context = await pageContext();
  const { id } = await params;
  if (!(await loadPayment(id))) return unfoundMetadata(context, null);
  return pageMetadata(context, { title: context.t('pay.page'), path: `/mia-pagina/pagamenti/${id}`, index: false });
}

/** Where somebody comes back to from Checkout. What the address says is only told; what counts is what the platform says when it is asked. */
export default async function PaymentReturnPage({ params, searchParams }: Props) {
  const { t, lang } = await pageContext();
  const { id } = await params;
  const found = await loadPayment(id);
  if (!found) return <Missing />;
  const { payments } = composition();
  if (found.payment.state === 'noticed') await payments.hearNow(id);
  const payment = (await payments.find(id, [found.payment.payer])) ?? found.payment;
  const outcome = (await searchParams)['esito'];
  const heading = headingOf(payment, outcome);
  const { label, type } = found;
  const draftLink =
    payment.procedure === null && type ? `/servizi/${type}/richiesta/bozza/${payment.draft ?? ''}` : null;
  return (
    <div className="container narrow request-page">
      <p className="kicker">
        {label[lang]} · {centsInWords(payment.cents, lang)}
      </p>
      <h1>{t(heading)}</h1>
      {heading === 'pay.pageWait' || heading === 'pay.pageCancelled' || heading === 'pay.pageError' ? (
        <p>{t(`${heading}Text`)}</p>
      ) : null}
      <div role="status">
        <PaymentLines payment={payment} help />
      </div>
      <p className="pay-onward">
        {payment.state === 'paid' ? null : (
          <a className="btn btn-primary" href={`/mia-pagina/pagamenti/${id}?esito=attesa`}>
            {t('pay.refresh')}
          </a>
        )}{' '}
        {draftLink ? (
          <a
            className={payment.state === 'paid' ? 'btn btn-primary' : 'btn btn-outline-primary'}
            href={`${draftLink}/${payment.state === 'paid' ? 'controllo' : 'pagamento'}`}
          >
            {t(payment.state !== 'paid' && isPayable(payment) && !doubtOf(payment) ? 'pay.retry' : 'pay.toDraft')}
          </a>
        ) : null}
        {payment.procedure ? (
          <a className="btn btn-outline-primary" href={`/mia-pagina/pratiche/${payment.procedure}#pagamenti`}>
            {t('pay.toCase')}
          </a>
        ) : null}
      </p>
    </div>
  );
}

function headingOf({ state }: Payment, outcome: string | string[] | undefined) {
  if (state === 'paid') return 'pay.pageOk';
  if (state === 'expired') return 'pay.pageExpired';
  if (state !== 'noticed') return 'pay.page';
  if (outcome === 'annullato') return 'pay.pageCancelled';
  return outcome === 'errore' ? 'pay.pageError' : 'pay.pageWait';
}
