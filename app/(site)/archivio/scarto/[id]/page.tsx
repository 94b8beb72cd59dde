import type { Metadata } from 'next';
import { Missing } from '#app/_components/missing.tsx';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { findDisposal, listDisposalItems, pageSize } from '#lib/store/keeping/list-keeping.ts';
import { ArchivePage } from '../../archive-page.tsx';
import { ItemFacts } from '../../item-facts.tsx';
import { afterRecord, listId, loadArchive } from '../../load-archive.ts';
import { MoreLink } from '../../more-link.tsx';
import { decideDisposal } from '../decide-disposal.ts';
import { DisposalReport } from './disposal-report.tsx';
import { DisposalStep } from './disposal-step.tsx';

interface DisposalProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
}

export async function generateMetadata({ params }: DisposalProps): Promise<Metadata> {
  const context = await pageContext();
  const { id } = await params;
  const title = `${context.t('keeping.disposal')} ${listId(id) ?? ''}`.trim();
  return pageMetadata(context, { title, path: `/archivio/scarto/${id}`, index: false });
}

/** One list of scarto: where it stands, its next step, its items. */
export default async function Disposal({ params, searchParams }: DisposalProps) {
  const { t, lang } = await pageContext();
  const { permission } = await loadArchive();
  const { pool } = composition();
  const id = listId((await params).id);
  const list = permission.allowed && id !== null ? await findDisposal(pool, id) : null;
  if (permission.allowed && !list) return <Missing />;
  const { dopo, detto } = await searchParams;
  const items = list ? await listDisposalItems(pool, list.id, afterRecord(dopo)) : [];
  const last = items.length === pageSize ? items.at(-1) : undefined;
  const open = list?.state === 'draft' || list?.state === 'sent';
  const refuse = t(list?.state === 'draft' ? 'keeping.takeOff' : 'keeping.notGranted');
  return (
    <ArchivePage
      title={
        list
          ? t('keeping.disposalOf', { number: list.id, day: dayInWords(list.proposedOn, lang) })
          : t('keeping.disposal')
      }
      lead={list ? t(`keeping.scartoLead.${list.state}`) : ''}
      list={{ href: '/archivio/scarto', label: t('keeping.disposal') }}
      said={detto}
    >
      {list ? (
        <>
          <DisposalReport list={list} />
          <DisposalStep list={list} />
          <p className="keeping-step">
            <a href={`/archivio/scarto/${list.id}/elenco.csv`}>{t('keeping.csv')}</a>
          </p>
        </>
      ) : null}
      <ul className="plain keeping-list">
        {items.map((item) => (
          <li key={item.record}>
            <ItemFacts item={item} linked />
            {item.limited ? <p className="aside">{t('keeping.limited')}</p> : null}
            {item.preservation && (item.state === 'proposed' || item.state === 'granted') ? (
              <p className="aside">{t(`retention.preservation.${item.preservation}`)}</p>
            ) : null}
            {list && open && item.state === 'proposed' ? (
              <form action={decideDisposal} className="keeping-decide">
                <input type="hidden" name="list" value={list.id} />
                <input type="hidden" name="record" value={item.record} />
                <label htmlFor={`r-${item.record}`}>
                  {t('keeping.reason')}{' '}
                  <span className="visually-hidden">{t('keeping.of', { title: item.title })}</span>
                </label>
                <input id={`r-${item.record}`} name="reason" maxLength={1000} />
                <button
                  type="submit"
                  name="what"
                  value="refuse"
                  className="btn btn-outline-primary btn-sm"
                  aria-label={t('keeping.doTo', { what: refuse, title: item.title })}
                >
                  {refuse}
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      <MoreLink href={last ? `?dopo=${last.record}` : null} />
    </ArchivePage>
  );
}
