import { scanWords } from '#app/_components/scan-words.ts';
import { readersOf } from '#lib/access/documents.ts';
import { dayInWords, instantInWords } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import { sizeInWords } from '#lib/i18n/sizes.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { FoundDocument } from '#lib/store/fascicolo-index/fascicolo-index.ts';
import { correspondentWords } from './correspondent-words.ts';
import { HeldSheet, type DocumentFact } from './held-sheet.tsx';

interface Props {
  /** Its address. */
  base: string;
  document: FoundDocument;
  /** Whether who reads it also sees its versions. */
  versions?: boolean;
  t: Translate;
  lang: Language;
}

/** A document: shown where browsers show it, with what is known of it beside. */
export function DocumentSheet({ base, document, versions = false, t, lang }: Props) {
  const { registration, flow } = document;
  const facts: DocumentFact[] = [
    [
      t('index.protocol'),
      registration &&
        `${String(registration.number).padStart(7, '0')}/${registration.year}, ${dayInWords(registration.on, lang)}${document.enclosure ? ` (${t('index.enclosure')})` : ''}`,
    ],
    [t('index.flow'), flow && t(`flow.${flow}`)],
    [t('index.correspondent'), correspondentWords(document, t)],
    [t('document.object'), document.object, 'it'],
    [t('document.added'), instantInWords(new Date(document.addedAt), lang)],
    [
      t('index.file'),
      [document.fileName, document.format.toUpperCase(), sizeInWords(document.bytes, lang)].filter(Boolean).join(', '),
    ],
    [t('document.readers'), document.visibility === 'open' ? t('index.public') : readersOf(flow)[lang]],
    [t('document.hash'), document.sha256],
    [t('document.scan'), scanWords(document.scan, t, lang)],
  ];
  const destroyed = [
    document.destroyedOn && t('document.destroyed', { day: dayInWords(document.destroyedOn, lang) }),
    document.permit &&
      t('document.permit', { number: document.permit.number, day: dayInWords(document.permit.on, lang) }),
  ];
  return (
    <HeldSheet
      base={base}
      document={document}
      facts={facts}
      destroyed={destroyed.filter(Boolean).join(' ')}
      t={t}
      lang={lang}
    >
      {versions && (document.registration === null || document.version > 1) ? (
        <p>
          <a href={`${base}/versioni`}>
            {document.version > 1 ? t('versions.link', { number: document.version }) : t('versions.linkFirst')}
          </a>
        </p>
      ) : null}
    </HeldSheet>
  );
}
