import { pageContext } from '#app/_components/page-context.ts';
import { readsMessages } from '#lib/access/messages.ts';
import { composition } from '#lib/composition.ts';
import { loadDesk } from './load-desk.ts';

/** How many cases hold a message that nobody of the office has read, and the way there. */
export async function UnreadLink() {
  const { t } = await pageContext();
  const { session, reach } = await loadDesk();
  if (!readsMessages(session)) return null;
  const { value, over } = await composition().procedures.messages.countUnreadCases(reach);
  if (value === 0) return null;
  return (
    <p className="work-unread-link">
      <a href="/ufficio/messaggi">
        {t('desk.waiting')}{' '}
        <span className="work-count">{t(over ? 'desk.waitingOver' : 'desk.waitingCount', { count: value })}</span>
      </a>
    </p>
  );
}
