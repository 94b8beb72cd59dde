import { pageContext } from '#app/_components/page-context.ts';
import { toldAs } from '#lib/access/told-as.ts';
import type { CitizenSession } from '#lib/access/session.ts';
import { composition } from '#lib/composition.ts';
import { countUnread } from '#lib/store/notifications/inbox.ts';
import { Bell } from './bell.tsx';
import { LiveNews } from './live-news.tsx';

/** How many notices are to be read, what somebody wants to be told of, and, while the page is open, that something is new. */
export async function NoticesBar({ session }: { session: CitizenSession }) {
  const { t, address } = await pageContext();
  const { pool, now } = composition();
  // Before anything is read: what happens meanwhile is told.
  const drawn = now().toISOString();
  const unread = await countUnread(pool, toldAs(session));
  const here = address.split('?')[0];
  const current = (path: string) => (here === path ? ('page' as const) : undefined);
  return (
    <div className="container notices-bar">
      <nav aria-label={t('notices.bar')}>
        <a href="/mia-pagina/avvisi" aria-current={current('/mia-pagina/avvisi')} className="mine-bell">
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
        <a href="/mia-pagina/preferenze" aria-current={current('/mia-pagina/preferenze')}>
          {t('preferences.short')}
        </a>
      </nav>
      <LiveNews key={drawn} since={drawn} words={{ news: t('live.news'), refresh: t('live.refresh') }} />
    </div>
  );
}
