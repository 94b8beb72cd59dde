import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { channelWords } from '#lib/procedures/delivery/channels.ts';
import { deliveryState, taskWords } from '#lib/projections/delivery-words.ts';
import { loadDesk } from '../load-desk.ts';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('deliveries.tasks'), path: '/ufficio/consegne', index: false });
}

/** What the office must do about acts that it has communicated, what has waited longest first. */
export default async function DeliveryTasksPage({ searchParams }: Props) {
  const { t, lang } = await pageContext();
  const { reach } = await loadDesk();
  const { dopo } = await searchParams;
  const { deliveries } = composition();
  const [{ lines, next }, count] = await Promise.all([
    deliveries.tasks(reach, typeof dopo === 'string' ? dopo : undefined),
    deliveries.countTasks(reach),
  ]);
  return (
    <div className="container delivery-tasks">
      <p className="desk-crumb">
        <a href="/ufficio">‹ {t('work.title')}</a>
      </p>
      <h1>{t('deliveries.tasks')}</h1>
      <p>
        {t('deliveries.tasksIntro')}{' '}
        <strong>{t('deliveries.tasksCount', { count: count >= 100 ? '99+' : count })}</strong>
      </p>
      {lines.length === 0 ? <p className="empty">{t('deliveries.tasksNone')}</p> : null}
      <ol className="keeping-list plain">
        {lines.map(({ id, procedure, title, channel, addressee, task, from, delivery }) => (
          <li key={id}>
            <p>
              <a href={`/ufficio/pratiche/${procedure}#consegna-${id}`} lang="it">
                {title}
              </a>
            </p>
            <p>
              {addressee} · {channelWords[channel][lang]} · {deliveryState(delivery)[lang]}
            </p>
            <p className="delivery-next">
              {t('deliveries.next', { what: taskWords(task, delivery)[lang] })}{' '}
              <span className="aside">{t('deliveries.since', { day: dayInWords(from, lang) })}</span>
            </p>
          </li>
        ))}
      </ol>
      {next ? (
        <p>
          <a href={`/ufficio/consegne?dopo=${next}`}>{t('deliveries.tasksMore')}</a>
        </p>
      ) : null}
    </div>
  );
}
