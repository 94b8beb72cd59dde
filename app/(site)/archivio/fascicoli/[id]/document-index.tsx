import { scanWords } from '#app/_components/scan-words.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { FascicoloDocument, FascicoloView } from '#lib/store/fascicoli/fascicoli.ts';

interface Props {
  view: FascicoloView;
  documents: { items: readonly FascicoloDocument[]; next: number | null };
  /** Documents of a procedure are read from its case, where it is decided who may. */
  linked: boolean;
  t: Translate;
  lang: Language;
}

/** The index of a fascicolo, page by page in the order in which documents came. */
export function DocumentIndex({ view, documents, linked, t, lang }: Props) {
  return (
    <section aria-labelledby="indice">
      <h2 id="indice">{t('fascicolo.index')}</h2>
      <p className="aside">{t('fascicolo.count', { count: view.documents })}</p>
      {documents.items.length === 0 ? <p className="empty">{t('fascicolo.noDocuments')}</p> : null}
      <ol className="fascicolo-list" start={documents.items[0]?.ordinal ?? 1}>
        {documents.items.map((document) => (
          <li key={document.record}>
            {linked ? (
              <a href={`/archivio/fascicoli/${view.id}/documenti/${document.record}`} lang="it">
                {document.title}
              </a>
            ) : (
              <span lang="it">{document.title}</span>
            )}
            <p className="aside">
              {document.format.toUpperCase()} · {t(`flow.${document.flow}`)}
              {document.registration
                ? ` · ${t('work.protocol', { number: String(document.registration.number).padStart(7, '0'), year: String(document.registration.year) })}, ${dayInWords(document.registration.on, lang)}`
                : ''}
            </p>
            <p className="aside">{scanWords(document.scan, t, lang)}</p>
          </li>
        ))}
      </ol>
      {documents.next !== null ? (
        <p>
          <a href={`/archivio/fascicoli/${view.id}?da=${documents.next}`}>{t('fascicolo.moreDocuments')}</a>
        </p>
      ) : null}
    </section>
  );
}
