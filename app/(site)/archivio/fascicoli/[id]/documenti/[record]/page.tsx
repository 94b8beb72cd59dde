import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DocumentSheet } from '#app/_components/fascicolo/document-sheet.tsx';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { documentOfArchive } from '#lib/http/readable-document.ts';
import { ArchiveCrumbs } from '../../../../crumbs.tsx';
import { loadArchive } from '../../../../load-archive.ts';
import { Refused } from '../../../../refused.tsx';

interface Props {
  params: Promise<{ id: string; record: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext();
  const { id, record } = await params;
  const path = `/archivio/fascicoli/${id}/documenti/${record}`;
  return pageMetadata(context, { title: context.t('fascicolo.file'), path, index: false });
}

/** A document of a fascicolo that no procedure leads. */
export default async function ArchiveDocumentPage({ params }: Props) {
  const { t, lang } = await pageContext();
  const { permission } = await loadArchive();
  if (!permission.allowed) return <Refused reason={permission.reason.text} />;
  const { id, record } = await params;
  const found = await documentOfArchive(id, record, await currentSession(), composition());
  if (!found) notFound();
  const { document, code } = found;
  const base = `/archivio/fascicoli/${id}`;
  return (
    <div className="container archive-desk">
      <ArchiveCrumbs t={t} list={{ href: base, label: code }} />
      <p className="kicker">{t('document.crumb', { ordinal: document.ordinal })}</p>
      <h1 lang="it">{document.title}</h1>
      <DocumentSheet versions base={`${base}/documenti/${record}`} document={document} t={t} lang={lang} />
    </div>
  );
}
