import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { VersionsSheet } from '#app/_components/versions-sheet.tsx';
import { fileFormats } from '#lib/http/file-format.ts';
import { barToVersion } from '#lib/procedures/cases/next-version.ts';
import { loadVersions } from './load-versions.ts';
import { replaceDocument } from './replace-document.ts';

interface Props {
  params: Promise<{ id: string; record: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext();
  const { id, record } = await params;
  const path = `/ufficio/pratiche/${id}/documenti/${record}/versioni`;
  return pageMetadata(context, { title: context.t('versions.title'), path, index: false });
}

/** The versions of a document of a case, and the way to put a new one; of what is registered, why there is none. */
export default async function VersionsPage({ params, searchParams }: Props) {
  const { id, record } = await params;
  const loaded = await loadVersions(id, record);
  if (!loaded) notFound();
  const { found, document, versions, may } = loaded;
  const { fatto } = await searchParams;
  const bar = barToVersion(
    {
      registered: document.registration !== null || document.registeredWith !== null,
      closed: found.view.procedure.state === 'closed',
      destroyed: versions.some(({ current, destroyedOn }) => current && destroyedOn !== null),
      sha256: document.sha256,
      version: document.version,
    },
    // Any that could come: what is asked is whether the document may have one at all.
    { sha256: '', reason: '—', expected: null },
  );
  return (
    <div className="container archive-desk versions-page">
      <p className="desk-crumb">
        <a href={`/ufficio/pratiche/${id}#fascicolo`}>‹ {found.view.line.title}</a>
      </p>
      <VersionsSheet
        id={id}
        record={record}
        base={`/ufficio/pratiche/${id}/documenti/${record}`}
        title={document.title}
        versions={versions}
        version={document.version}
        formats={fileFormats}
        bar={bar ?? (may.allowed ? null : may.reason)}
        answer={replaceDocument}
        done={Boolean(fatto)}
      />
    </div>
  );
}
