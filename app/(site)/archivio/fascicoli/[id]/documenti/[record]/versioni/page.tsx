import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadArchive } from '#app/(site)/archivio/load-archive.ts';
import { Refused } from '#app/(site)/archivio/refused.tsx';
import { fileWords } from '#app/_components/forms/file-words.ts';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { versionForm } from '#app/_components/version-form.ts';
import { VersionList } from '#app/_components/version-list.tsx';
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
  const { t, lang } = await pageContext();
  const { permission } = await loadArchive();
  if (!permission.allowed) return <Refused reason={permission.reason.text} />;
  const { fascicoli, staff } = composition();
  const { id, record } = await params;
  const [view, versions] = await Promise.all([fascicoli.find(id), fascicoli.listVersions(id, record)]);
  const current = versions?.find((one) => one.current);
  if (!view || !versions || !current) notFound();
  const document = await fascicoli.findDocument(id, record);
  if (!document) notFound();
  const names = await staff.namesOfMembers(versions.map(({ addedBy }) => addedBy.replace(/^officer:/, '')));
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
      <h1 lang="it">{document.title}</h1>
      {fatto ? (
        <p className="types-told" role="status">
          {t('versions.done')}
        </p>
      ) : null}
      <h2>{t('versions.title')}</h2>
      <VersionList
        versions={versions}
        href={(version) => `/archivio/fascicoli/${id}/documenti/${record}/versioni/${version}`}
        who={(by) => names.get(by.replace(/^officer:/, '')) ?? t('versions.somebody')}
        t={t}
        lang={lang}
      />
      <h2>{t('versions.new')}</h2>
      {bar ? (
        <p role="note">
          {bar.text[lang]}
          {bar.article ? ` (${bar.article})` : ''}
        </p>
      ) : (
        <AnsweredForm
          key={`versione-${current.version}`}
          id="versione"
          label={t('versions.new')}
          answer={replaceDocument}
          start={{
            form: versionForm(t, { id, record, version: current.version, formats: plainFormats }),
            problems: [],
            notice: null,
            turn: 0,
          }}
          files={fileWords(t)}
          words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
        />
      )}
    </div>
  );
}
