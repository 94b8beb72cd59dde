import { pageContext } from '#app/_components/page-context.ts';
import { instantInWords } from '#lib/i18n/dates.ts';
import type { ShownDelivery } from '#lib/store/notifications/inbox.ts';

/** By which ways a notice went out, and how each went. @param reasons for the office: what the other side said, in its own words */
export async function DeliveryList({
  deliveries,
  reasons = false,
}: {
  deliveries: readonly ShownDelivery[];
  reasons?: boolean;
}) {
  const { t, lang } = await pageContext();
  if (deliveries.length === 0) return <p className="aside">{t('notices.onlyHere')}</p>;
  return (
    <ul className="notice-ways aside">
      {deliveries.map(({ channel, state, attempts, at, said: answer }) => {
        const said = state === 'pending' && attempts > 0 ? 'retried' : state;
        return (
          <li key={channel} className={state === 'failed' ? 'notice-failed' : undefined}>
            {t(`notices.channel.${channel}`)}:{' '}
            {t(`notices.state.${said}`, { at: instantInWords(new Date(at), lang), count: attempts })}
            {reasons && answer ? <span lang="en"> ({answer})</span> : null}
          </li>
        );
      })}
    </ul>
  );
}
