import { dayInWords } from '#lib/i18n/dates.ts';
import { unverifiedSources } from '#lib/procedures/types/unverified.ts';
import { OtherVersions } from './other-versions.tsx';
import type { SectionProps } from './section-props.ts';
import { SourceNote } from './source-note.tsx';

/** Which version this is, on what it rests, and what nobody has checked. */
export function VersionNote({ type, t, lang }: SectionProps) {
  const doubts = unverifiedSources(type);
  const validity = [
    t('procedure.versionNumber', { number: type.version }),
    ...(type.validFrom ? [t('procedure.validFrom', { day: dayInWords(type.validFrom, lang) })] : []),
    ...(type.validTo ? [t('procedure.validTo', { day: dayInWords(type.validTo, lang) })] : []),
  ];
  return (
    <section className="area" aria-labelledby="version">
      <h2 id="version">{t('procedure.version')}</h2>
      <p>{validity.join(', ')}.</p>
      <OtherVersions type={type} t={t} lang={lang} />
      <h3>{t('procedure.norms')}</h3>
      <ul className="said">
        {type.norms.map((norm) => (
          <li key={`${norm.act}${norm.article ?? ''}`}>
            <SourceNote source={norm} t={t} lang={lang} />
          </li>
        ))}
      </ul>
      <h3>{t('procedure.doubts')}</h3>
      <p>{t(doubts.length > 0 ? 'procedure.doubtsWhy' : 'procedure.noDoubts')}</p>
      {doubts.length > 0 ? (
        <ul className="said">
          {doubts.map((source) => (
            <li key={JSON.stringify(source)}>
              <SourceNote source={{ ...source, unverified: undefined }} t={t} lang={lang} />
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        {t('procedure.classification', { voice: `${type.titolario.title}.${type.titolario.class}` })}{' '}
        {type.titolario.unverified ? <span className="mark-unverified">{t('procedure.unverified')}</span> : null}
      </p>
    </section>
  );
}
