import type { SectionProps } from './section-props.ts';

/** What it is for, what it asks, what comes of it; and who may ask. */
export function Purpose({ type, t, lang }: SectionProps) {
  const { purpose, requirements, result } = type.citizen;
  return (
    <>
      <section className="area" aria-labelledby="purpose">
        <h2 id="purpose">{t('procedure.purpose')}</h2>
        <p>{purpose[lang]}</p>
        <p>{requirements[lang]}</p>
        <h3>{t('procedure.result')}</h3>
        <p>{result[lang]}</p>
      </section>
      <section className="area" aria-labelledby="who">
        <h2 id="who">{t('procedure.who')}</h2>
        {'initiators' in type ? (
          <>
            <ul className="inline plain tags">
              {type.initiators.map((initiator) => (
                <li key={initiator}>{t(`initiator.${initiator}`)}</li>
              ))}
            </ul>
            <p>{t(type.delegation ? 'procedure.delegation' : 'procedure.noDelegation')}</p>
          </>
        ) : (
          <p>{type.startedBy[lang]}</p>
        )}
      </section>
    </>
  );
}
