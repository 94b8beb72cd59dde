import type { RequiredDocument } from '#lib/procedures/types/filing.ts';
import { FieldList } from './field-list.tsx';
import type { SectionProps } from './section-props.ts';

/** Documents to bring and data to give. */
export function Needs({ type, t, lang }: SectionProps) {
  if (!('documents' in type)) return null;
  return (
    <section className="area" aria-labelledby="needs">
      <h2 id="needs">{t('procedure.needs')}</h2>
      <h3>{t('procedure.documents', { count: type.documents.length })}</h3>
      {type.documents.length > 0 ? (
        <ul className="needs">
          {type.documents.map((document) => (
            <Document key={document.code} document={document} t={t} lang={lang} />
          ))}
        </ul>
      ) : (
        <p>{t('procedure.noDocuments')}</p>
      )}
      {type.fields.length > 0 ? (
        <>
          <h3>{t('procedure.data', { count: type.fields.length })}</h3>
          <FieldList fields={type.fields} t={t} lang={lang} />
        </>
      ) : null}
    </section>
  );
}

function Document({ document, t, lang }: { document: RequiredDocument } & Omit<SectionProps, 'type'>) {
  const { name, form, mandatory, formats, template } = document;
  const facts = [
    ...(mandatory.kind === 'when' ? [] : [t(`need.${mandatory.kind}`)]),
    t(`documentForm.${form}`),
    formats.map((format) => formatWords[format] ?? format.toUpperCase()).join(', '),
  ];
  return (
    <li>
      <strong>{name[lang]}</strong>
      {mandatory.kind === 'when' ? <span className="needs-when">{mandatory.when[lang]}</span> : null}
      <span className="aside">
        {facts.join(' · ')}
        {template ? (
          <>
            {' · '}
            <a href={template}>{t('procedure.template')}</a>
          </>
        ) : null}
      </span>
    </li>
  );
}

const formatWords: Partial<Record<RequiredDocument['formats'][number], string>> = { pdfa: 'PDF/A' };
