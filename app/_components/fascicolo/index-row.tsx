import { readersOf } from '#lib/access/documents.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import { sizeInWords } from '#lib/i18n/sizes.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { IndexedDocument } from '#lib/store/fascicolo-index/fascicolo-index.ts';
import { correspondentWords } from './correspondent-words.ts';

interface Props {
  document: IndexedDocument;
  href: string | null;
  t: Translate;
  lang: Language;
}

/** One line of the index. On a narrow screen each cell says what it is. */
export function IndexRow({ document, href, t, lang }: Props) {
  const { registration, flow } = document;
  const correspondent = correspondentWords(document, t);
  return (
    <tr>
      <td className="index-number" data-label={t('index.number')}>
        {document.ordinal}
      </td>
      <th scope="row" lang="it">
        {href ? <a href={href}>{document.title}</a> : document.title}
        {document.fileName ? <span className="aside index-name">{document.fileName}</span> : null}
      </th>
      <td data-label={t('index.date')}>{dayInWords(document.on, lang)}</td>
      <td data-label={t('index.protocol')}>
        {registration ? `${String(registration.number).padStart(7, '0')}/${registration.year}` : '—'}
        {document.enclosure ? <span className="aside"> {t('index.enclosure')}</span> : null}
        {flow ? <span className="aside"> {t(`flow.${flow}`)}</span> : null}
      </td>
      <td data-label={t('index.correspondent')}>{correspondent ?? '—'}</td>
      <td data-label={t('index.file')}>
        {document.format.toUpperCase()}, {sizeInWords(document.bytes, lang)}
        {document.destroyedOn ? (
          <span className="aside"> {t('index.destroyed', { day: dayInWords(document.destroyedOn, lang) })}</span>
        ) : null}
      </td>
      <td data-label={t('index.readers')}>
        {document.visibility === 'open' ? t('index.public') : readersOf(flow)[lang]}
      </td>
    </tr>
  );
}
