import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { countLists, listDisposals, pageSize } from '#lib/store/keeping/list-keeping.ts';
import { ArchivePage } from '../archive-page.tsx';
import { listId, loadArchive } from '../load-archive.ts';
import { MoreLink } from '../more-link.tsx';
import { decideDisposal } from './decide-disposal.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('keeping.disposal'), path: '/archivio/scarto', index: false });
}

/** The lists of scarto, and the way to draw one up. */
export default async function Disposals({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const { t, lang } = await pageContext();
  const { permission } = await loadArchive();
  const { prima, detto } = await searchParams;
  const lists = permission.allowed ? await listDisposals(composition().pool, listId(prima)) : [];
  const total = permission.allowed ? (await countLists(composition().pool, null)).disposals : 0;
  const last = lists.length === pageSize ? lists.at(-1) : undefined;
  return (
    <ArchivePage title={t('keeping.disposal')} lead={t('keeping.disposalLead')} said={detto}>
      <form action={decideDisposal}>
        <button type="submit" name="what" value="propose" className="btn btn-primary">
          {t('keeping.propose')}
        </button>
      </form>
      {lists.length === 0 ? <p className="empty">{t('keeping.disposalNone')}</p> : null}
      {total > 0 ? <p className="keeping-total">{t('keeping.listsTotal', { count: total })}</p> : null}
      <ul className="plain keeping-list">
        {lists.map(({ id, state, proposedOn, items }) => (
          <li key={id}>
            <h2>
              <a href={`/archivio/scarto/${id}`}>
                {t('keeping.disposalOf', { number: id, day: dayInWords(proposedOn, lang) })}
              </a>
            </h2>
            <p className="aside">
              <span className={`keeping-state is-${state}`}>{t(`keeping.scarto.${state}`)}</span> ·{' '}
              {t('keeping.files', { count: Object.values(items).reduce((sum, n) => sum + n, 0) })}
            </p>
          </li>
        ))}
      </ul>
      <MoreLink href={last ? `?prima=${last.id}` : null} />
    </ArchivePage>
  );
}
