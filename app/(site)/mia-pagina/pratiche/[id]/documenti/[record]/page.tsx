import type { Metadata } from 'next';
import { DocumentSheet } from '#app/_components/fascicolo/document-sheet.tsx';
import { pageMetadata, unfoundMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { requireCitizen } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { documentOfCase } from '#lib/http/readable-document.ts';

interface Props {
  params: Promise<{ id: string; record: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext();
  const { id, record } = await params;
  const found = await documentOfCase(id, record, await requireCitizen(), composition());
  if (!found) return unfoundMetadata(context, null);
  const path = `/mia-pagina/pratiche/${id}/documenti/${record}`;
  return pageMetadata(context, { title: found.document.title, path, index: false });
}

/** A document of one's own case, read in the page or saved. */
export default async function MyDocumentPage({ params }: Props) {
  const { t, lang } = await pageContext();
  const { id, record } = await params;
  const found = await documentOfCase(id, record, await requireCitizen(), composition());
  if (!found) return <Missing />;
  const base = `/mia-pagina/pratiche/${id}`;
  return (
    <div className="container archive-desk">
      <p className="desk-crumb">
        <a href={base} lang="it">
          ‹ {found.handled.title}
        </a>
      </p>
      <h1 lang="it">{found.document.title}</h1>
      <DocumentSheet base={`${base}/documenti/${record}`} document={found.document} t={t} lang={lang} />
    </div>
  );
}
