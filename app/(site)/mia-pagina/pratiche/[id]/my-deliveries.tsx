import { pageContext } from '#app/_components/page-context.ts';
import { partiesAs } from '#lib/access/delegations/acting.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { activityOf } from '#lib/procedures/cases/activity-begun.ts';
import { addresseesOf, type Notice } from '#lib/procedures/cases/notices.ts';
import { channelWords } from '#lib/procedures/delivery/channels.ts';
import { deliveryState } from '#lib/projections/delivery-words.ts';
import type { DeliveryView } from '#lib/store/deliveries/delivery-store.ts';
import type { MyCaseFacts } from '../../load-my-case.ts';

/** How and when an act was communicated to who reads, and from which day their terms run; of others nothing. */
export async function MyDeliveries({ found }: { found: MyCaseFacts }) {
  const { view } = found;
  const { procedure, context } = view;
  const { t, lang } = await pageContext();
  const me = agentsHere(found);
  const concerning = procedure.notices.filter(({ whom }) =>
    addresseesOf(procedure.filing.parties, whom).some((agent) => me.includes(agent)),
  );
  if (concerning.length === 0) return null;
  const all = await composition().deliveries.ofCase(procedure.id);
  return (
    <section aria-labelledby="comunicazioni" className="my-deliveries">
      <h2 id="comunicazioni">{t('deliveries.mine')}</h2>
      <ul className="plain">
        {concerning.toReversed().map((notice) => (
          <li key={notice.n}>
            <p>
              <strong>{activityOf(context, notice.about)?.name[lang] ?? notice.about}</strong>
            </p>
            <MyNotice notice={notice} view={view} me={me} all={mineOf(all, notice, me)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const mineOf = (all: readonly DeliveryView[], { n }: Notice, me: readonly string[]) =>
  all.filter(({ delivery }) => delivery.notice === n && delivery.covers.some((agent) => me.includes(agent)));

/** As whom somebody is a party to this case: oneself, and whom one represents in it. */
const agentsHere = ({ mine, facts }: MyCaseFacts): string[] =>
  partiesAs(mine.session, facts, 'read').map(({ agent }) => agent);

async function MyNotice({
  notice,
  view,
  me,
  all,
}: {
  notice: Notice;
  view: MyCaseFacts['view'];
  me: readonly string[];
  all: readonly DeliveryView[];
}) {
  const { t, lang } = await pageContext();
  const { procedure } = view;
  const received = notice.receipts.some(({ covers }) => covers.some((agent) => me.includes(agent)));
  const entry = procedure.legal?.ledger.find(({ id }) => id === notice.entry);
  const byHand = entry?.kind === 'art10bis' && notice.receipts.length === 0 ? entry.receivedOn : null;
  const answerBy =
    procedure.state === 'running' && procedure.at.n === notice.activity && procedure.at.receivedOn
      ? procedure.at.dueOn
      : null;
  const last = all.at(-1);
  if (received)
    return (
      <>
        {all
          .filter(({ delivery }) => delivery.state === 'delivered')
          .map(({ id, delivery }) => (
            <p key={id}>{deliveryState(delivery)[lang]}</p>
          ))}
        <p>
          {t('deliveries.mineTerm')} {answerBy ? t('deliveries.mineAnswer', { day: dayInWords(answerBy, lang) }) : ''}{' '}
          {notice.effectiveOn ? t('deliveries.effective', { day: dayInWords(notice.effectiveOn, lang) }) : ''}
        </p>
      </>
    );
  if (byHand)
    return (
      <p>
        {t('deliveries.byHandNoted', { day: dayInWords(byHand, lang) })} {t('deliveries.mineTerm')}
      </p>
    );
  if (!last) return <p className="aside">{t('deliveries.mineWaiting')}</p>;
  const how = channelWords[last.delivery.carrier.channel][lang];
  return <p>{t(last.delivery.state === 'failed' ? 'deliveries.mineFailed' : 'deliveries.mineUnderWay', { how })}</p>;
}
