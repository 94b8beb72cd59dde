import type { Language } from '#lib/i18n/language.ts';
import { licenceInWords, rightsInWords } from '#lib/i18n/rights-words.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { RightsLine } from '#lib/store/rights/list-rights.ts';

/** What is stated of an institution or a fonds, and the way to change it. */
export function RightsLineItem({
  kind,
  line,
  t,
  lang,
}: {
  kind: 'institution' | 'fonds';
  line: RightsLine;
  t: Translate;
  lang: Language;
}) {
  const isFonds = kind === 'fonds';
  const nothing = t(isFonds ? 'rights.asInstitution' : 'rights.nothing');
  return (
    <li>
      <span>
        <a href={isFonds ? `/records/${line.id}` : `/institutions/${line.id}`}>{line.name}</a>
      </span>
      <dl>
        <dt>{t('rights.of')}</dt>
        <dd>{line.rightsUri === null ? nothing : rightsInWords(line.rightsUri, t, lang)}</dd>
        <dt>{t('rights.licence')}</dt>
        <dd>{line.metadataLicence === null ? nothing : licenceInWords(line.metadataLicence, lang)}</dd>
      </dl>
      <span>
        <a
          href={`?${isFonds ? 'fondo' : 'istituto'}=${line.id}#dichiara`}
          aria-label={t('rights.changeOf', { name: line.name })}
        >
          {t('rights.change')}
        </a>
      </span>
    </li>
  );
}
