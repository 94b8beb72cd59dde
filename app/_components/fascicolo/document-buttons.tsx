import type { Language } from '#lib/i18n/language.ts';
import { sizeInWords } from '#lib/i18n/sizes.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { shownFormat } from '#lib/records/shown-format.ts';

/** Ways to a document that is kept: to take it, and to open it where browsers show it. */
export function DocumentButtons({
  base,
  document,
  t,
  lang,
}: {
  base: string;
  document: { bytes: number; format: string };
  t: Translate;
  lang: Language;
}) {
  return (
    <p className="document-buttons">
      <a className="btn btn-primary" href={`${base}/contenuto?scarica`} download>
        {t('document.download', { size: sizeInWords(document.bytes, lang) })}
      </a>
      {shownFormat(document.format) ? (
        <a className="btn btn-outline-primary" href={`${base}/contenuto`}>
          {t('document.open')}
        </a>
      ) : null}
    </p>
  );
}
