import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadArchive } from '#app/(site)/archivio/load-archive.ts';
import { Refused } from '#app/(site)/archivio/refused.tsx';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { VersionsSheet } from '#app/_components/versions-sheet.tsx';
import { composition } from '#lib/composition.ts';
import { plainFormats } from '#lib/http/file-format.ts';
import { barToVersion } from '#lib/procedures/cases/next-version.ts';
import { replaceDocument } from './replace-document.ts';

interface Props {
  params: Promise<{ id: string; record: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext();
  const { id, record } = await params;
  const path = `/archivio/fascicoli/${id}/documenti/${record}/versioni`;
  return pageMetadata(context, { title: context.t('versions.title'), path, index: false });
}

/** The versions of a document of a fascicolo that no procedure leads, and the way to put a new one. */
export default async function VersionsPage({ params, searchParams }: Props) {
  const { permission } = await loadArchive();
  if (!permission.allowed) return <Refused reason={permission.reason.text} />;
  const { fascicoli } = composition();
  const { id, record } = await params;
  const [view, versions] = await Promise.all([fascicoli.find(id), fascicoli.listVersions(id, record)]);
  const current = versions?.find((one) => one.current);
  if (!view || !versions || !current) notFound();
  const document = await fascicoli.findDocument(id, record);
  if (!document) notFound();
  const { fatto } = await searchParams;
  const bar = barToVersion(
    {
      registered: document.registration !== null,
      closed: view.closedOn !== null,
      destroyed: current.destroyedOn !== null,
      sha256: current.sha256,
      version: current.version,
    },
    // Any that could come: what is asked is whether the document may have one at all.
    { sha256: '', reason: '—', expected: null },
  );
  return (
    <div className="container archive-desk versions-page">
      <p className="desk-crumb">
        <a href={`/archivio/fascicoli/${id}`}>
          ‹ {view.code} <span lang="it">{view.object}</span>
        </a>
      </p>
      <VersionsSheet
        id={id}
        record={record}
        base={`/archivio/fascicoli/${id}/documenti/${record}`}
        title={document.title}
        versions={versions}
        version={current.version}
        formats={plainFormats}
        bar={bar}
        answer={replaceDocument}
        done={Boolean(fatto)}
      />
    </div>
  );
}
