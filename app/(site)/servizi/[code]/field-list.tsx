import type { DataField } from '#lib/procedures/types/filing.ts';
import type { SectionProps } from './section-props.ts';

/** What the applicant is asked, and among what to choose. */
export function FieldList({ fields, t, lang }: { fields: readonly DataField[] } & Omit<SectionProps, 'type'>) {
  return (
    <ul className="needs">
      {fields.map((field) => (
        <li key={field.name}>
          <strong>{field.label[lang]}</strong>
          {field.required ? null : <span className="needs-when">{t('need.optional')}</span>}
          {field.help ? <span className="aside">{field.help[lang]}</span> : null}
          {field.kind === 'choice' ? (
            <span className="aside">{field.options.map(({ label }) => label[lang]).join(' · ')}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
