import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { kindWords } from '#lib/fascicoli/kind.ts';
import { readFascicoliQuery } from '#lib/http/fascicoli-parameters.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { ArchiveCrumbs } from '../crumbs.tsx';
import { loadArchive } from '../load-archive.ts';
import { Refused } from '../refused.tsx';
import { Filters } from './filters.tsx';

/** Most that is counted one by one. */
const mostCounted = 10_000;

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('fascicoli.title'), path: '/archivio/fascicoli', index: false });
}

/** The repertorio dei fascicoli: every fascicolo with its number, the latest first. */
export default async function FascicoliPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const { t, lang } = await pageContext();
  const { permission } = await loadArchive();
  if (!permission.allowed) return <Refused reason={permission.reason.text} />;
  const { fascicoli, procedureTypes } = composition();
  const asked = await searchParams;
  const query = readFascicoliQuery(asked);
  const [page, count] = await Promise.all([fascicoli.list(query), fascicoli.count(query)]);
  const units = procedureTypes.units();
  const address = (after?: string) => {
    const kept = Object.entries(asked).flatMap(([name, value]) =>
      name === 'dopo' || typeof value !== 'string' || value === '' ? [] : [[name, value]],
    );
    return `/archivio/fascicoli?${new URLSearchParams([...kept, ...(after ? [['dopo', after]] : [])])}`;
  };
  return (
    <div className="container archive-desk">
      <ArchiveCrumbs t={t} />
      <div className="archive-heading">
        <h1>{t('fascicoli.title')}</h1>
        <a href="/archivio/fascicoli/nuovo" className="btn btn-primary">
          {t('fascicoli.open')}
        </a>
      </div>
      <Filters query={query} t={t} lang={lang} />
      <p>
        {count > mostCounted ? t('fascicoli.many', { count: mostCounted }) : t('fascicoli.total', { count })},{' '}
        {t('fascicoli.order')}
      </p>
      {page.items.length === 0 ? (
        <p className="empty">{t('fascicoli.none')}</p>
      ) : (
        <ul className="archive-list">
          {page.items.map((line) => (
            <li key={line.id}>
              <p className="archive-code">{line.code}</p>
              <div>
                <a href={`/archivio/fascicoli/${line.id}`} lang="it">
                  {line.object}
                </a>
                <p className="aside">
                  {kindWords[line.kind][lang]} · {units.get(line.unit)?.[lang] ?? line.unit}
                </p>
              </div>
              <p className="aside archive-days">
                {dayInWords(line.openedOn, lang)}
                <br />
                {line.closedOn
                  ? t('fascicoli.closedOn', { day: dayInWords(line.closedOn, lang) })
                  : t('fascicoli.isOpen')}
              </p>
            </li>
          ))}
        </ul>
      )}
      <nav className="archive-pages" aria-label={t('fascicoli.title')}>
        {query.after ? <a href={address()}>{t('fascicoli.first')}</a> : null}
        {page.next ? <a href={address(page.next)}>{t('fascicoli.next')}</a> : null}
      </nav>
    </div>
  );
}
