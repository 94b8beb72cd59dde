import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { permitsAddress, readPermitsQuery } from '#lib/http/permits-parameters.ts';
import { countPermits, listPermits, mostPermitsCounted } from '#lib/store/reading-permits/all-permits.ts';
import { ArchivePage } from '../archive-page.tsx';
import { loadArchive } from '../load-archive.ts';
import { PermitFilters } from './permit-filters.tsx';
import { PermitItem } from './permit-item.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('permits.title'), path: '/archivio/permessi', index: false });
}

/** Every permit to read before the law's day or from the deposit, the latest first (D.Lgs. 42/2004 arts. 123, 124). */
export default async function Permits({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  const { t } = await pageContext();
  const { permission, session } = await loadArchive();
  const { pool, staff, today } = composition();
  const asked = await searchParams;
  const query = readPermitsQuery(asked);
  const [page, count] = permission.allowed
    ? await Promise.all([listPermits(pool, query, today()), countPermits(pool, query, today())])
    : [{ items: [], next: null }, 0];
  const names = await staff.namesOfMembers(page.items.map(({ givenBy }) => givenBy.replace(/^officer:/, '')));
  return (
    <ArchivePage title={t('permits.title')} lead={t('permits.lead')} said={asked['detto']}>
      <PermitFilters query={query} t={t} />
      <p>
        {count === mostPermitsCounted ? t('permits.many', { count: count - 1 }) : t('permits.total', { count })},{' '}
        {t('permits.order')}
      </p>
      {page.items.length === 0 ? (
        <p className="empty">{t(query.words || query.state ? 'permits.none' : 'permits.never')}</p>
      ) : null}
      <ul className="plain keeping-list">
        {page.items.map((permit) => (
          <PermitItem
            key={permit.id}
            permit={permit}
            givenBy={names.get(permit.givenBy.replace(/^officer:/, '')) ?? permit.givenBy}
            session={session}
            query={query}
          />
        ))}
      </ul>
      {query.before || page.next ? (
        <nav className="archive-pages" aria-label={t('permits.pages')}>
          {query.before ? <a href={permitsAddress({ ...query, before: undefined })}>{t('fascicoli.first')}</a> : null}
          {page.next ? <a href={permitsAddress({ ...query, before: page.next })}>{t('permits.next')}</a> : null}
        </nav>
      ) : null}
    </ArchivePage>
  );
}
