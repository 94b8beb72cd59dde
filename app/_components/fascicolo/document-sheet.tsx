import { scanWords } from '#app/_components/scan-words.ts';
import { readersOf } from '#lib/access/documents.ts';
import { dayInWords, instantInWords } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import { sizeInWords } from '#lib/i18n/sizes.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { shownFormat } from '#lib/records/shown-format.ts';
import type { FoundDocument } from '#lib/store/fascicolo-index/fascicolo-index.ts';
import { correspondentWords } from './correspondent-words.ts';
import { DocumentShown } from './document-shown.tsx';

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
export async function DocumentSheet({ base, document, versions = false, t, lang }: Props) {
  const lost = document.destroyedOn === null && (await document.present()) !== document.bytes;
  const held = document.destroyedOn === null && !lost;
  const { registration, flow } = document;
  const facts: [string, string | null, string?][] = [
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
  return (
    <div className="document-page">
      <div className="document-shown">
        {held ? (
          <DocumentShown base={base} document={document} t={t} />
        ) : (
          <p className="empty">
            {document.destroyedOn
              ? [
                  t('document.destroyed', { day: dayInWords(document.destroyedOn, lang) }),
                  document.permit &&
                    t('document.permit', { number: document.permit.number, day: dayInWords(document.permit.on, lang) }),
                ]
                  .filter(Boolean)
                  .join(' ')
              : t('document.lost')}
          </p>
        )}
      </div>
      <section aria-labelledby="dati">
        <h2 id="dati">{t('document.data')}</h2>
        {held ? (
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
        ) : null}
        {versions && (document.registration === null || document.version > 1) ? (
          <p>
            <a href={`${base}/versioni`}>
              {document.version > 1 ? t('versions.link', { number: document.version }) : t('versions.linkFirst')}
            </a>
          </p>
        ) : null}
        <dl className="document-facts">
          {facts.map(([name, value, language]) =>
            value ? (
              <div key={name}>
                <dt>{name}</dt>
                <dd lang={language}>{value}</dd>
              </div>
            ) : null,
          )}
        </dl>
      </section>
    </div>
  );
}
