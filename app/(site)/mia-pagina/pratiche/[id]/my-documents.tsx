import { pageContext } from '#app/_components/page-context.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { sizeInWords } from '#lib/i18n/sizes.ts';
import type { MyCaseFacts } from '../../load-my-case.ts';

/** The documents of the fascicolo that they may read (CAD art. 41). */
export async function MyDocuments({ found: { documents, places } }: { found: MyCaseFacts }) {
  const { t, lang } = await pageContext();
  return (
    <section aria-labelledby="documenti">
      <h2 id="documenti">{t('mine.documents')}</h2>
      {documents.length === 0 ? <p className="empty">{t('mine.noDocuments')}</p> : null}
      <ol className="fascicolo-list">
        {documents.map(({ record, title, format, bytes, flow, registration }) => (
          <li key={record}>
            <a href={places.document(record)} lang="it">
              {title}
            </a>
            <p className="aside">
              {format.toUpperCase()}, {sizeInWords(bytes, lang)}
              {flow ? ` · ${t(flow === 'in' ? 'mine.sent' : 'mine.received')}` : ''}
              {registration ? ` · ${dayInWords(registration.on, lang)}` : ''}
            </p>
          </li>
        ))}
      </ol>
      <p>
        <a href={places.receipt}>{t('mine.receipt')}</a>
      </p>
    </section>
  );
}
