import type { OfficeSectionProps } from './section-props.ts';

/** Who examines, answers for it, decides and informs. Names and telephones are published with the office. */
export function Offices({ type, units, t, lang }: OfficeSectionProps) {
  const rows = [
    { label: t('procedure.unit'), code: type.unit },
    { label: t('procedure.responsible'), code: type.responsible },
    { label: t('procedure.decides'), code: type.decidingOffice },
    { label: t('procedure.informs'), code: type.informationOffice },
  ];
  return (
    <section className="area" aria-labelledby="offices">
      <h2 id="offices">{t('procedure.offices')}</h2>
      <dl>
        {rows.map(({ label, code }) => (
          <div key={label} className="entry">
            <dt>{label}</dt>
            <dd>{units.get(code)?.[lang] ?? code}</dd>
          </div>
        ))}
      </dl>
      <p>{t('procedure.noNames')}</p>
    </section>
  );
}
