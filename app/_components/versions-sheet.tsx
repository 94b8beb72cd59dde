import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { fileWords } from '#app/_components/forms/file-words.ts';
import { composition } from '#lib/composition.ts';
import type { FormState } from '#lib/http/form-view.ts';
import type { Reason } from '#lib/procedures/cases/decision.ts';
import type { DocumentVersion } from '#lib/store/documents/document-versions.ts';
import { pageContext } from './page-context.ts';
import { versionForm } from './version-form.ts';
import { VersionList } from './version-list.tsx';

interface Props {
  /** Of the fascicolo and of the document. */
  id: string;
  record: string;
  /** Address of the page of the document. */
  base: string;
  title: string;
  versions: readonly DocumentVersion[];
  version: number;
  formats: readonly string[];
  /** Why no new one may come. */
  bar: Reason | null;
  answer: (before: FormState, data: FormData) => Promise<FormState>;
  /** A new one has just come. */
  done: boolean;
}

/** The versions of a document, and the way to put a new one; or why there is none. */
export async function VersionsSheet({ id, record, base, title, versions, version, formats, bar, answer, done }: Props) {
  const { t, lang } = await pageContext();
  const member = (by: string) => by.replace(/^officer:/, '');
  const names = await composition().staff.namesOfMembers(versions.map(({ addedBy }) => member(addedBy)));
  const who = (by: string) =>
    names.get(member(by)) ?? t(by.startsWith('client:') ? 'versions.system' : 'versions.somebody');
  return (
    <>
      <h1 lang="it">{title}</h1>
      {done ? (
        <p className="types-told" role="status">
          {t('versions.done')}
        </p>
      ) : null}
      <h2>{t('versions.title')}</h2>
      <VersionList versions={versions} href={(number) => `${base}/versioni/${number}`} who={who} t={t} lang={lang} />
      <h2>{t('versions.new')}</h2>
      {bar ? (
        <p role="note">
          {bar.text[lang]}
          {bar.article ? ` (${bar.article})` : ''}
        </p>
      ) : (
        <AnsweredForm
          key={`versione-${version}`}
          id="versione"
          label={t('versions.new')}
          answer={answer}
          start={{ form: versionForm(t, { id, record, version, formats }), problems: [], notice: null, turn: 0 }}
          files={fileWords(t)}
          words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
        />
      )}
    </>
  );
}
