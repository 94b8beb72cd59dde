import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { europeanaAddress, readEuropeanaQuery } from '#lib/http/europeana-parameters.ts';
import { ranksOf } from '#lib/records/edm/europeana-rank.ts';
import { countByRank, isWeighing, listDigitisedFonds } from '#lib/store/europeana/count-units.ts';
import { listUnits } from '#lib/store/europeana/list-units.ts';
import { ArchivePage } from '../archive-page.tsx';
import { loadArchive } from '../load-archive.ts';
import { TierTables } from './tier-tables.tsx';
import { UnitFilters } from './unit-filters.tsx';
import { UnitItem } from './unit-item.tsx';

const pageSize = 20;

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('europeana.title'), path: '/archivio/europeana', index: false });
}

/** What each digitised unit is worth to Europeana, and what lifts it: counts and pages of what a job has weighed. */
export default async function EuropeanaPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const { t } = await pageContext();
  const { permission } = await loadArchive();
  const title = t('europeana.title');
  const lead = t('europeana.lead');
  if (!permission.allowed)
    return (
      <ArchivePage title={title} lead={lead}>
        {null}
      </ArchivePage>
    );
  const { pool } = composition();
  const query = readEuropeanaQuery(await searchParams);
  const ranks = ranksOf(query.content, query.metadata);
  const [counts, fonds, weighing, page] = await Promise.all([
    countByRank(pool, query.fonds),
    listDigitisedFonds(pool),
    isWeighing(pool),
    listUnits(pool, { fonds: query.fonds, ranks, after: query.after }, pageSize),
  ]);
  const all = counts.reduce((sum, { units }) => sum + units, 0);
  const without = counts.find(({ rank }) => rank === 0)?.units ?? 0;
  const chosen = counts.filter(({ rank }) => ranks.includes(rank)).reduce((sum, { units }) => sum + units, 0);
  return (
    <ArchivePage title={title} lead={lead}>
      {all > 0 ? (
        <p className="europeana-sum">
          <strong>{t('europeana.ready', { count: all - without })}</strong>{' '}
          {without > 0 ? t('europeana.notReady', { count: without }) : null}
        </p>
      ) : (
        <p className="empty">{t('europeana.nothing')}</p>
      )}
      {weighing ? <p role="status">{t('europeana.weighing')}</p> : null}
      <p>
        <a href="/archivio/europeana/diritti">{t('europeana.toRights')}</a>
      </p>
      {all > 0 ? (
        <>
          <TierTables counts={counts} query={query} t={t} />
          <section aria-labelledby="unita">
            <h2 id="unita">{t('europeana.list')}</h2>
            <UnitFilters query={query} fonds={fonds} t={t} />
            <p className="keeping-total">{t('europeana.total', { count: chosen })}</p>
            {page.items.length === 0 ? <p className="empty">{t('europeana.none')}</p> : null}
            <ul className="keeping-list">
              {page.items.map((unit) => (
                <UnitItem key={unit.id} unit={unit} t={t} />
              ))}
            </ul>
            {query.after || page.next ? (
              <nav className="archive-pages" aria-label={t('europeana.pages')}>
                {query.after ? (
                  <a href={europeanaAddress({ ...query, after: undefined })}>{t('fascicoli.first')}</a>
                ) : null}
                {page.next ? (
                  <a href={europeanaAddress({ ...query, after: page.next })}>{t('europeana.next')}</a>
                ) : null}
              </nav>
            ) : null}
          </section>
        </>
      ) : null}
    </ArchivePage>
  );
}
