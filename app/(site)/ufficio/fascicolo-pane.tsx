import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { fileWords } from '#app/_components/forms/file-words.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { readableDocuments } from '#lib/access/documents.ts';
import { mayAct } from '#lib/access/procedures.ts';
import { composition } from '#lib/composition.ts';
import { acceptOf, fileFormats } from '#lib/http/file-format.ts';
import type { FormView } from '#lib/http/form-view.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import { sizeInWords } from '#lib/i18n/sizes.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { addDocument } from './add-document.ts';
import type { DeskCase } from './load-case.ts';

/** Beyond these the index has them, with filters. */
const mostShown = 20;

/** The latest documents of the case, in the order in which they joined it, the way to all of them, and the way to add one. */
export async function FascicoloPane({ found, here }: { found: DeskCase; here: string }) {
  const { t, lang } = await pageContext();
  const { view, facts, desk } = found;
  const { procedure } = view;
  const { fascicoloIndex } = composition();
  const readable = readableDocuments(desk.session, facts, desk.organisation);
  const [counts, { items }] = await Promise.all([
    fascicoloIndex.count(procedure.id, { readable }),
    fascicoloIndex.list(procedure.id, { readable, order: '-number', limit: mostShown }),
  ]);
  const latest = items.reverse();
  const may = procedure.state === 'closed' ? null : mayAct(desk.session, facts, 'addDocument', desk.organisation);
  return (
    <section className="fascicolo" id="fascicolo" aria-labelledby="fascicolo-title" tabIndex={-1}>
      <h2 id="fascicolo-title">{t('fascicolo.title')}</h2>
      {counts.all > latest.length ? (
        <p>
          <a href={`/ufficio/pratiche/${procedure.id}/fascicolo`}>{t('index.openAll', { count: counts.all })} →</a>
        </p>
      ) : null}
      <p className="aside">
        {t(counts.all > latest.length ? 'index.latest' : 'fascicolo.count', { count: latest.length })}
      </p>
      <ol className="fascicolo-list" start={latest[0]?.ordinal ?? 1}>
        {latest.map((document) => (
          <li key={document.record}>
            <a href={`/ufficio/pratiche/${procedure.id}/documenti/${document.record}`} lang="it">
              {document.title}
            </a>
            <p className="aside">
              {document.format.toUpperCase()}, {sizeInWords(document.bytes, lang)}
              {document.flow ? ` · ${t(`flow.${document.flow}`)}` : ''}
            </p>
            {document.registration ? (
              <p className="aside">
                {t('work.protocol', {
                  number: String(document.registration.number).padStart(7, '0'),
                  year: String(document.registration.year),
                })}
                {' · '}
                {dayInWords(document.registration.on, lang)}
              </p>
            ) : null}
            {document.fileName ? <p className="aside fascicolo-name">{document.fileName}</p> : null}
          </li>
        ))}
      </ol>
      <p className="aside">
        <a href={`/ufficio/pratiche/${procedure.id}/fascicolo`}>{t('index.title')}</a>
        {' · '}
        <a href={`/ufficio/pratiche/${procedure.id}/fascicolo.zip`} download>
          {t('fascicolo.zip')}
        </a>
        {' · '}
        <a href={`/ufficio/pratiche/${procedure.id}/fascicolo.ead.xml`} download>
          {t('fascicolo.ead3')}
        </a>
      </p>
      {may?.allowed ? (
        <AnsweredForm
          fold={{ summary: t('fascicolo.add') }}
          key={`documento-${procedure.version}`}
          id="documento"
          label={t('fascicolo.add')}
          answer={addDocument}
          start={{ form: documentForm(found, here, t, lang), problems: [], notice: null, turn: 0 }}
          files={fileWords(t)}
          words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
        />
      ) : null}
    </section>
  );
}

function documentForm({ view }: DeskCase, here: string, t: Translate, lang: Language): FormView {
  const asked = 'documents' in view.context.type ? view.context.type.documents : [];
  return {
    parts: [
      {
        kind: 'file',
        name: 'file',
        label: t('fascicolo.file'),
        help: t('fascicolo.fileHelp'),
        required: true,
        accept: acceptOf(fileFormats),
        multiple: true,
      },
      {
        kind: 'select',
        name: 'code',
        label: t('fascicolo.which'),
        required: true,
        options: [
          { value: '', label: t('fascicolo.another') },
          ...asked.map(({ code, name }) => ({ value: code, label: name[lang] })),
        ],
      },
      { kind: 'text', name: 'title', label: t('fascicolo.name'), help: t('fascicolo.nameHelp'), maxLength: 200 },
      {
        kind: 'radios',
        name: 'flow',
        label: t('fascicolo.flow'),
        required: true,
        options: (['in', 'out', 'internal'] as const).map((value) => ({
          value,
          label: t(`flow.${value}`),
          help: t(`flowHelp.${value}`),
        })),
      },
    ],
    hidden: [
      { name: 'case', value: view.procedure.id },
      { name: 'here', value: here },
    ],
    buttons: [{ label: t('fascicolo.addNow'), intent: 'add', manner: 'primary' }],
  };
}
