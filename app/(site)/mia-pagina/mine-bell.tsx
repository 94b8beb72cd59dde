import { pageContext } from '#app/_components/page-context.ts';
import { toldAs } from '#lib/access/told-as.ts';
import type { CitizenSession } from '#lib/access/session.ts';
import { composition } from '#lib/composition.ts';
import { countUnread } from '#lib/store/notifications/inbox.ts';
import { Bell } from './bell.tsx';

/** The way to one's notices, and how many are to be read. */
export async function MineBell({ session, here }: { session: CitizenSession; here: string }) {
  const { t } = await pageContext();
  const unread = await countUnread(composition().pool, toldAs(session));
  return (
    <nav aria-label={t('notices.title')} className="mine-bell">
      <a href="/mia-pagina/avvisi" aria-current={here === '/mia-pagina/avvisi' ? 'page' : undefined}>
        <Bell />
        {t('notices.title')}
        {unread > 0 ? (
          <span className="mine-unread">
            <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
            <span className="visually-hidden">
              {unread > 99 ? t('notices.many') : t('notices.unread', { count: unread })}
            </span>
          </span>
        ) : null}
      </a>
    </nav>
  );
}
