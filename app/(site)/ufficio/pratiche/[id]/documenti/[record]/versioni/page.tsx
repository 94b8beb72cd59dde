import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { fileWords } from '#app/_components/forms/file-words.ts';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { versionForm } from '#app/_components/version-form.ts';
import { VersionList } from '#app/_components/version-list.tsx';
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
  const { t, lang } = await pageContext();
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
  const who = (by: string) =>
    found.names.get(by.replace(/^officer:/, '')) ??
    t(by.startsWith('client:') ? 'versions.system' : 'versions.somebody');
  const shut = bar ?? (may.allowed ? null : may.reason);
  return (
    <div className="container desk versions-page">
      <p className="desk-crumb">
        <a href={`/ufficio/pratiche/${id}#fascicolo`}>‹ {found.view.line.title}</a>
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
        href={(version) => `/ufficio/pratiche/${id}/documenti/${record}/versioni/${version}`}
        who={who}
        t={t}
        lang={lang}
      />
      <h2>{t('versions.new')}</h2>
      {shut ? (
        <p role="note">
          {shut.text[lang]}
          {shut.article ? ` (${shut.article})` : ''}
        </p>
      ) : (
        <AnsweredForm
          key={`versione-${document.version}`}
          id="versione"
          label={t('versions.new')}
          answer={replaceDocument}
          start={{
            form: versionForm(t, { id, record, version: document.version, formats: fileFormats }),
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
