import { scanWords } from '#app/_components/scan-words.ts';
import { instantInWords } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { DocumentVersion } from '#lib/store/documents/document-versions.ts';

interface Props {
  versions: readonly DocumentVersion[];
  /** Where the bytes of a version are, by its number. */
  href: (version: number) => string;
  /** Who put it, in words. */
  who: (addedBy: string) => string;
  t: Translate;
  lang: Language;
}

/** All versions of a document, the current one first: who put each, when and why. */
export function VersionList({ versions, href, who, t, lang }: Props) {
  return (
    <ol className="fascicolo-list version-list" reversed>
      {versions.map((one) => (
        <li key={one.version} value={one.version}>
          {one.destroyedOn === null ? (
            <a href={href(one.version)}>{t('versions.number', { number: one.version })}</a>
          ) : (
            t('versions.number', { number: one.version })
          )}{' '}
          {one.current ? <strong>{t('versions.current')}</strong> : null}
          <p className="aside">
            {who(one.addedBy)}, {instantInWords(new Date(one.addedAt), lang)}
          </p>
          {one.reason === null ? null : <p lang="it">{one.reason}</p>}
          <p className="aside">
            {one.format.toUpperCase()}
            {one.fileName ? ` · ${one.fileName}` : ''} · {scanWords(one.scan, t, lang)}
          </p>
          <p className="aside version-hash">SHA-256 {one.sha256}</p>
        </li>
      ))}
    </ol>
  );
}
