import type { Metadata } from 'next';
import { pageMetadata, unfoundMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { ReceiptSheet } from '#app/_components/receipt-sheet.tsx';
import { composition } from '#lib/composition.ts';
import { loadCase } from '../../../load-case.ts';

interface ReceiptPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: ReceiptPageProps): Promise<Metadata> {
  const context = await pageContext();
  const { id } = await params;
  const found = await loadCase(id);
  if (!found) return unfoundMetadata(context, null);
  return pageMetadata(context, {
    title: context.t('receipt.title'),
    path: `/ufficio/pratiche/${id}/ricevuta`,
    index: false,
  });
}

/** What is handed over the counter when a request has been registered. */
export default async function ReceiptPage({ params }: ReceiptPageProps) {
  const { t } = await pageContext();
  const { id } = await params;
  const found = await loadCase(id);
  if (!found) return <Missing />;
  const filed = await composition().procedures.listDocuments(id, found.desk.reach, { limit: 100 });
  return (
    <ReceiptSheet
      view={found.view}
      first={filed?.items ?? []}
      links={[
        { href: `/ufficio/pratiche/${id}`, label: t('receipt.toCase') },
        { href: '/ufficio/nuova', label: t('receipt.another') },
      ]}
    />
  );
}
