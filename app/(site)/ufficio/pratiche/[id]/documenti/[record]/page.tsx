import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DocumentSheet } from '#app/_components/fascicolo/document-sheet.tsx';
import { pageMetadata, unfoundMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { noteLook } from '#lib/http/note-look.ts';
import { documentOfCase } from '#lib/http/readable-document.ts';
import { loadDesk } from '../../../../load-desk.ts';

interface Props {
  params: Promise<{ id: string; record: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext();
  const { id, record } = await params;
  const found = await documentOfCase(id, record, (await loadDesk()).session, composition());
  if (!found) return unfoundMetadata(context, null);
  const path = `/ufficio/pratiche/${id}/documenti/${record}`;
  return pageMetadata(context, { title: found.document.title, path, index: false });
}

/** A document of a case. */
export default async function DocumentPage({ params }: Props) {
  const { t, lang } = await pageContext();
  const { id, record } = await params;
  const { session } = await loadDesk();
  const found = await documentOfCase(id, record, session, composition());
  if (!found) notFound();
  await noteLook(session, found.handled, composition(), record);
  const { document, handled } = found;
  const base = `/ufficio/pratiche/${id}`;
  return (
    <div className="container archive-desk">
      <p className="desk-crumb">
        <a href={base} lang="it">
          ‹ {handled.title}
        </a>
        {' · '}
        <a href={`${base}/fascicolo`}>{t('index.title')}</a>
      </p>
      <p className="kicker">{t('document.crumb', { ordinal: document.ordinal })}</p>
      <h1 lang="it">{document.title}</h1>
      <DocumentSheet versions base={`${base}/documenti/${record}`} document={document} t={t} lang={lang} />
    </div>
  );
}
