import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import { listPermitted } from '#lib/store/reading-permits/permitted-documents.ts';
import { DigitalObjects } from '../digital-objects.tsx';
import { loadRecord } from '../load-record.ts';
import { loadReading } from './load-reading.ts';

interface ReadingPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('reading.title'), path: '/records', index: false });
}

/** What a scholar reads by a permit, and nobody else: to all others there is no such page. */
export default async function ReadingPage({ params, searchParams }: ReadingPageProps) {
  const { t, lang } = await pageContext();
  const { id } = await params;
  const reading = await loadReading(id);
  const { dopo } = await searchParams;
  const after = typeof dopo === 'string' && isIdentifier(dopo) ? dopo : '';
  const found = reading ? await listPermitted(composition().pool, id, after) : null;
  if (!reading || !found) return <Missing />;
  const described = await loadRecord(id);
  const size = new Intl.NumberFormat(lang, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });
  return (
    <div className="container narrow">
      <p className="desk-crumb">
        {described?.state === 'found' ? (
          <a href={`/records/${id}`}>‹ {t('reading.record')}</a>
        ) : (
          // What lies in the deposit has no public page: one came here from the request.
          <a href={`/mia-pagina/pratiche/${reading.permit.procedure}`}>‹ {t('reading.request')}</a>
        )}
      </p>
      <p className="kicker">{t('reading.title')}</p>
      <h1 lang="it">{found.title}</h1>
      {found.code ? <p className="aside">{found.code}</p> : null}
      <p className="lead">{t('reading.until', { day: dayInWords(reading.permit.until, lang) })}</p>
      <p className="callout-plain">
        {t('reading.reserved')} <span lang="it">{reading.permit.act}</span>.
      </p>
      <section aria-labelledby="reading-documents">
        <h2 id="reading-documents">{t('reading.documents')}</h2>
        {found.documents.length === 0 ? (
          <p className="empty">{t(found.images.length > 0 ? 'reading.onlyImages' : 'reading.inRoom')}</p>
        ) : (
          <ol className="fascicolo-list">
            {found.documents.map(({ record, title, format, bytes, destroyed }) => (
              <li key={record}>
                {destroyed ? (
                  <span lang="it">{title}</span>
                ) : (
                  <a href={`/records/${id}/lettura/${record}`} lang="it">
                    {title}
                  </a>
                )}
                <p className="aside">
                  {destroyed
                    ? t('reading.destroyed')
                    : `${format.toUpperCase()}, ${size.format(Math.max(1, Math.round(bytes / 1000)))}`}
                </p>
              </li>
            ))}
          </ol>
        )}
        {found.next ? (
          <p>
            <a href={`?dopo=${found.next}`}>{t('reading.more')}</a>
          </p>
        ) : null}
      </section>
      <DigitalObjects t={t} objects={found.images} />
    </div>
  );
}
