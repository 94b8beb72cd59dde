import { CopyButton } from '#app/_components/copy-button.tsx';
import type { Translate } from '#lib/i18n/translate.ts';
import { citationStyles, type CitationStyle } from '#lib/projections/citation.ts';

/** The reference ready to be copied, in three styles, and the address that stays. */
export function Citation({
  t,
  citations,
  permalink,
}: {
  t: Translate;
  citations: Record<CitationStyle, string>;
  permalink: string;
}) {
  const words = { copy: t('record.copy'), copied: t('record.copied') };
  return (
    <section className="area cite" aria-labelledby="cite">
      <h2 id="cite">{t('record.citeTitle')}</h2>
      <dl>
        {citationStyles.map((style) => (
          <div key={style} className="entry">
            <dt>{t(`citation.${style}`)}</dt>
            <dd>
              <p className="citation" lang="it">
                {citations[style]}
              </p>
              <CopyButton
                text={citations[style]}
                words={{ ...words, copy: `${words.copy}: ${t(`citation.${style}`)}` }}
              />
            </dd>
          </div>
        ))}
        <div className="entry">
          <dt>{t('record.permalink')}</dt>
          <dd>
            <a href={permalink}>{permalink}</a>
          </dd>
        </div>
      </dl>
    </section>
  );
}
