import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { Source } from '#lib/procedures/types/text.ts';

/** Where a rule is written, what is to be known of that, and whether anybody has read it in force. */
export function SourceNote({ source, t, lang }: { source: Source; t: Translate; lang: Language }) {
  const where = source.article ? `${source.act}, ${source.article}` : source.act;
  return (
    <span className="source">
      <span lang="it">{source.url ? <a href={source.url}>{where}</a> : where}</span>
      {source.note ? `. ${source.note[lang]}` : null}
      {source.unverified ? (
        <>
          {' '}
          <span className="mark-unverified">{t('procedure.unverified')}</span>
        </>
      ) : null}
    </span>
  );
}
