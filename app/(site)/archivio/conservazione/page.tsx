import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { countDeliveries, deliveryStates, listDeliveries, pageSize } from '#lib/store/preservation/list-deliveries.ts';
import { ArchivePage } from '../archive-page.tsx';
import { listId, loadArchive } from '../load-archive.ts';
import { MoreLink } from '../more-link.tsx';
import { sendPackageAgain } from './send-again.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, {
    title: context.t('preservation.title'),
    path: '/archivio/conservazione',
    index: false,
  });
}

/** Deliveries to preservation by state; refusals, which somebody has to look after, first. */
export default async function Preservation({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const { t, lang } = await pageContext();
  const { permission } = await loadArchive();
  const { stato, prima, detto } = await searchParams;
  const { pool, preservation } = composition();
  const counts = permission.allowed ? await countDeliveries(pool) : null;
  const state =
    deliveryStates.find((one) => one === stato) ?? deliveryStates.find((one) => (counts?.[one] ?? 0) > 0) ?? 'waiting';
  const lines = permission.allowed ? await listDeliveries(pool, state, listId(prima)) : [];
  const last = lines.length === pageSize ? lines.at(-1) : undefined;
  // The source of a daily register ends with its day.
  const dayOf = (source: string) => dayInWords(source.slice(-10), lang);
  const on = (instant: string) => dayInWords(romeDay(new Date(instant)), lang);
  return (
    <ArchivePage title={t('preservation.title')} lead={t('preservation.lead')} said={detto}>
      {preservation === null ? <p className="empty">{t('preservation.none')}</p> : null}
      <nav aria-label={t('preservation.states')}>
        <ul className="edit-tabs">
          {deliveryStates.map((one) => (
            <li key={one}>
              <a href={`?stato=${one}`} aria-current={one === state ? 'page' : undefined}>
                {t(`preservation.state.${one}`)}: {counts?.[one] ?? 0}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {lines.length === 0 ? <p className="empty">{t('preservation.empty')}</p> : null}
      <ul className="plain keeping-list">
        {lines.map((line) => (
          <li key={line.id}>
            <h2>{t(`preservation.${line.kind}`, { source: line.title ?? dayOf(line.source) })}</h2>
            <p className="aside">
              {[
                t('preservation.submission', { number: line.submission, package: line.packageId }),
                line.sentAt === null ? null : t('preservation.sentOn', { day: on(line.sentAt) }),
                line.endedAt === null ? null : t('preservation.endedOn', { day: on(line.endedAt) }),
                line.attempts === 0 ? null : t('preservation.attempts', { count: line.attempts }),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
            {line.said === null ? null : <p>{t('preservation.said', { said: line.said })}</p>}
            {line.hasReport ? (
              <p>
                <a
                  href={`/archivio/conservazione/${line.id}/rapporto`}
                  aria-label={`${t('preservation.report')}: ${line.packageId}`}
                >
                  {t('preservation.report')}
                </a>
              </p>
            ) : null}
            {line.state !== 'refused' ? null : line.followed ? (
              <p>{t('preservation.followed')}</p>
            ) : (
              <form action={sendPackageAgain}>
                <input type="hidden" name="delivery" value={line.id} />
                <button
                  type="submit"
                  className="btn btn-primary"
                  aria-label={`${t('preservation.again')}: ${line.packageId}`}
                >
                  {t('preservation.again')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <MoreLink href={last ? `?stato=${state}&prima=${last.id}` : null} />
    </ArchivePage>
  );
}
