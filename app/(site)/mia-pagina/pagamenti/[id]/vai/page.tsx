import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { pageMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { loadPayment } from '../load-payment.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('pay.leaving'), path: '/mia-pagina', index: false });
}

/** Leads on to Checkout: by itself, and by a link where that does not happen. */
export default async function LeavingPage({ params }: { params: Promise<{ id: string }> }) {
  const { t } = await pageContext();
  const { id } = await params;
  const found = await loadPayment(id);
  if (!found) return <Missing />;
  const { state, checkoutUrl } = found.payment;
  if (state !== 'noticed' || checkoutUrl === null) redirect(`/mia-pagina/pagamenti/${id}`);
  return (
    <div className="container narrow request-page">
      <meta httpEquiv="refresh" content={`1;url=${checkoutUrl}`} />
      <h1>{t('pay.leaving')}</h1>
      <p>{t('pay.leavingText')}</p>
      <p>
        <a className="btn btn-primary" href={checkoutUrl} rel="noreferrer">
          {t('pay.leavingGo')}
        </a>
      </p>
    </div>
  );
}
