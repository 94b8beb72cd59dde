import { DeliveryList } from '#app/_components/delivery-list.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { instantInWords } from '#lib/i18n/dates.ts';
import { reasonWords } from '#lib/relationship/notice-words.ts';
import { noticesOfCase } from '#lib/store/notifications/inbox.ts';
import type { DeskCase } from './load-case.ts';

const shown = 20;

/** What the parties of a case were told, by which ways, and whether they read it; where they can be reached is not the office's to see here. */
export async function CaseNotices({ found, Part }: { found: DeskCase; Part: 'h2' | 'h3' }) {
  const { t, lang } = await pageContext();
  const { view } = found;
  const all = await noticesOfCase(composition().pool, view.procedure.id, shown + 1);
  const notices = all.slice(0, shown);
  const nameOf = (agent: string) => view.parties.find((party) => party.agent === agent)?.name ?? t('history.citizen');
  const when = (at: string) => instantInWords(new Date(at), lang);
  return (
    <section aria-labelledby="case-notices">
      <Part id="case-notices">{t('notices.office')}</Part>
      {notices.length === 0 ? <p className="empty">{t('notices.officeNone')}</p> : null}
      {all.length > shown ? <p className="aside">{t('notices.officeCut', { count: shown })}</p> : null}
      <ol className="history">
        {notices.map(({ id, agent, about, at, readAt, deliveries }) => (
          <li key={id}>
            <p className="history-title">
              {about.of === 'case' ? reasonWords[about.reason][lang] : t('notices.service')},{' '}
              {t('notices.officeTo', { name: nameOf(agent) })}
            </p>
            <p className="aside">
              {when(at)} · {readAt ? t('notices.officeRead', { at: when(readAt) }) : t('notices.officeUnread')}
            </p>
            <DeliveryList deliveries={deliveries} reasons />
          </li>
        ))}
      </ol>
    </section>
  );
}
