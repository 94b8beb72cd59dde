import type { OfficeSectionProps } from './section-props.ts';
import { SourceNote } from './source-note.tsx';

/** What to do against a delay or a decision. */
export function Remedies({ type, units, t, lang }: OfficeSectionProps) {
  const { substitute, remedies } = type;
  return (
    <section className="area" aria-labelledby="remedies">
      <h2 id="remedies">{t('procedure.remedies')}</h2>
      <h3>{t('procedure.late')}</h3>
      <p className="said">
        {substitute.how[lang]} {t('procedure.substitute', { office: units.get(substitute.office)?.[lang] ?? '' })}{' '}
        <SourceNote source={substitute.source} t={t} lang={lang} />
      </p>
      {remedies.length > 0 ? (
        <>
          <h3>{t('procedure.against')}</h3>
          <ul className="said">
            {remedies.map((remedy) => (
              <li key={remedy.text.it}>
                {remedy.text[lang]}. <SourceNote source={remedy.source} t={t} lang={lang} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
