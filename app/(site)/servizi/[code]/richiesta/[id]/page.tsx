import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { ReceiptSheet } from '#app/_components/receipt-sheet.tsx';
import { ToRead } from '#app/_components/to-read.tsx';
import { reachOf } from '#lib/access/reach-of.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { SignInFirst } from '../sign-in-first.tsx';

interface ReceiptPageProps {
  params: Promise<{ code: string; id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('receipt.title'), path: '/servizi', index: false });
}

/** The receipt of what somebody has filed here: for them alone. */
export default async function ReceiptPage({ params }: ReceiptPageProps) {
  const { t } = await pageContext();
  const { code, id } = await params;
  const session = await currentSession();
  if (session?.kind !== 'citizen')
    return (
      <div className="container narrow">
        <h1>{t('receipt.title')}</h1>
        <SignInFirst session={session} />
      </div>
    );
  const { procedures, organisation } = composition();
  const reach = reachOf(session, organisation());
  const view = await procedures.findCase(id, reach);
  if (!view || view.procedure.type.code !== code) return <Missing />;
  const filed = await procedures.listDocuments(id, reach, { limit: 100 });
  return (
    <>
      <ToRead view={view} session={session} className="container narrow" />
      <ReceiptSheet
        view={view}
        first={filed?.items ?? []}
        links={[
          { href: `/mia-pagina/pratiche/${id}`, label: t('receipt.toMyCase') },
          { href: '/servizi', label: t('services.title') },
        ]}
      />
    </>
  );
}
