import type { ConservationRule } from '#lib/fascicoli/conservation-plan.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { retentionInWords } from '../retention-in-words.ts';

/** What becomes of what lies in a class, each rule with where it is written or why it is not settled. */
export function RetentionLines({
  rules,
  t,
  lang,
}: {
  rules: readonly ConservationRule[];
  t: Translate;
  lang: Language;
}) {
  if (rules.length === 0) return <p className="aside">{t('titolario.noRule')}</p>;
  return (
    <ul className="retention">
      {rules.map(({ aggregation, retention, note }) => (
        <li key={aggregation.it}>
          <strong>{aggregation[lang]}</strong>: {retentionInWords(retention, t)}
          {note ? <span className="aside"> {note[lang]}</span> : null}
          <span className="aside retention-source">
            {retention.disposition === 'unknown' ? (
              retention.reason[lang]
            ) : retention.source.url ? (
              <a href={retention.source.url} lang="it" rel="noreferrer">
                {t('titolario.source', { source: retention.source.act })}
              </a>
            ) : (
              t('titolario.source', { source: retention.source.act })
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
