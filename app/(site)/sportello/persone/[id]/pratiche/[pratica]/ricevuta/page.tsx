import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { ReceiptSheet } from '#app/_components/receipt-sheet.tsx';
import { composition } from '#lib/composition.ts';
import { FiledAtCounter } from '../../../../../../mia-pagina/pratiche/[id]/filed-at-counter.tsx';
import { loadServedCase } from '../../../../../load-person.ts';
import { NotOpen } from '../../../../../not-open.tsx';
import { personPath } from '../../../../../served-places.ts';

interface Props {
  params: Promise<{ id: string; pratica: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext();
  const { id, pratica } = await params;
  const path = `${personPath(id)}/pratiche/${encodeURIComponent(pratica)}/ricevuta`;
  return pageMetadata(context, { title: context.t('receipt.title'), path, index: false });
}

/** What is handed over the counter at once (L. 241/1990 art. 18-bis), to be printed. */
export default async function ServedReceiptPage({ params }: Props) {
  const { t } = await pageContext();
  const { id, pratica } = await params;
  const at = await loadServedCase(id, pratica);
  if (at.kind !== 'open') return <NotOpen at={at} id={id} />;
  const { served, found } = at;
  const filed = await composition().procedures.listDocuments(pratica, served.reach, { limit: 100 });
  return (
    <>
      <ReceiptSheet
        view={found.view}
        first={filed?.items ?? []}
        links={[
          { href: personPath(id), label: t('counter.toPerson') },
          { href: found.places.page, label: t('receipt.toCase') },
        ]}
      />
      <div className="container narrow receipt">
        <FiledAtCounter found={found} />
      </div>
    </>
  );
}
