import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { scanWords } from '#app/_components/scan-words.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { mayAct } from '#lib/access/procedures.ts';
import { acceptOf, fileFormats } from '#lib/http/file-format.ts';
import type { FormView } from '#lib/http/form-view.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { addDocument } from './add-document.ts';
import type { DeskCase } from './load-case.ts';

/** The documents of the case, in the order in which they joined it, and the way to add one. */
export async function FascicoloPane({ found, here }: { found: DeskCase; here: string }) {
  const { t, lang } = await pageContext();
  const { view, facts, desk } = found;
  const { procedure, documents } = view;
  const may = procedure.state === 'closed' ? null : mayAct(desk.session, facts, 'addDocument', desk.organisation);
  return (
    <section className="fascicolo" id="fascicolo" aria-labelledby="fascicolo-title" tabIndex={-1}>
      <h2 id="fascicolo-title">{t('fascicolo.title')}</h2>
      <p className="aside">{t('fascicolo.count', { count: documents.length })}</p>
      <ol className="fascicolo-list">
        {documents.map((document) => (
          <li key={document.record}>
            <a href={`/ufficio/pratiche/${procedure.id}/documenti/${document.record}`} lang="it">
              {document.title}
            </a>
            <p className="aside">
              {document.format.toUpperCase()}, {sizeWords(document.bytes, lang)}
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
            <p className="aside">{scanWords(document.scan, t, lang)}</p>
            {document.fileName ? <p className="aside fascicolo-name">{document.fileName}</p> : null}
          </li>
        ))}
      </ol>
      <p className="aside">
        <a href={`/ufficio/pratiche/${procedure.id}/fascicolo.zip`} download>
          {t('fascicolo.zip')}
        </a>
        {' · '}
        <a href={`/ufficio/pratiche/${procedure.id}/fascicolo.ead.xml`} download>
          {t('fascicolo.ead3')}
        </a>
      </p>
      {may?.allowed ? (
        <details>
          <summary className="btn btn-outline-primary btn-sm">{t('fascicolo.add')}</summary>
          <AnsweredForm
            key={`documento-${procedure.version}`}
            id="documento"
            label={t('fascicolo.add')}
            answer={addDocument}
            start={{ form: documentForm(found, here, t, lang), problems: [], notice: null, turn: 0 }}
            words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
          />
        </details>
      ) : null}
    </section>
  );
}

function sizeWords(bytes: number, lang: Language): string {
  const say = (number: number, unit: string) =>
    new Intl.NumberFormat(lang, { style: 'unit', unit, maximumFractionDigits: 1 }).format(number);
  if (bytes < 1000) return say(bytes, 'byte');
  return bytes < 1_000_000 ? say(Math.round(bytes / 1000), 'kilobyte') : say(bytes / 1_000_000, 'megabyte');
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
