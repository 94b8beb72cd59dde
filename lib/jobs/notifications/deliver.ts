import type pg from 'pg';
import type { OutwardChannel, Sending } from '#lib/channels/outward-channel.ts';
import { messagesOf } from '#lib/relationship/one-message.ts';
import { afterQuiet } from '#lib/relationship/quiet-hours.ts';
import { nextAttempt } from '#lib/relationship/retry-schedule.ts';
import { concludeDeliveries, type Concluded } from '#lib/store/notifications/conclude-deliveries.ts';
import { takeDue, type Destination, type DueDelivery } from '#lib/store/notifications/due-deliveries.ts';

/** People taken at once. */
const atOnce = 200;

export interface DeliverParts {
  pool: pg.Pool;
  now: () => Date;
}

/** Sends what is due by one way, a batch of it. @returns how many deliveries were looked at */
export async function deliverDue({ pool, now }: DeliverParts, channel: OutwardChannel): Promise<number> {
  const { due, destinations } = await takeDue(pool, channel.name, now(), atOnce);
  const messages = messagesOf(due);
  const concluded: Concluded[] = [];
  const gone: number[] = [];
  // Where nobody can be reached the others need not be tried to know it.
  let away: Sending | null = null;
  const one = async ({ agent, parts }: (typeof messages)[number]): Promise<void> => {
    const to = destinations.get(agent);
    const wanted = parts.filter(({ topic }) => to && wants(to, channel, topic));
    const withdrawn = parts.filter((part) => !wanted.includes(part));
    concluded.push(...withdrawn.map(({ id }) => noLonger(id)));
    const [first, last = first] = [wanted[0], wanted.at(-1)];
    if (!to || !first) return;
    const about = wanted.map((part) => part.about);
    const id = `avviso-${first.id}-${last?.id ?? first.id}`;
    const sending: Sending = away ?? (await channel.send({ agent, to, about, id }));
    if (sending.outcome === 'later' && sending.wholeChannel) away = sending;
    gone.push(...(sending.gone ?? []));
    concluded.push(...wanted.map((part) => conclusionOf(part, sending, to, now())));
  };
  await inLanes(messages, channel.atOnce, one);
  await concludeDeliveries(pool, channel.name, concluded, gone, now());
  return due.length;
}

const wants = ({ preferences }: Destination, { name }: OutwardChannel, topic: DueDelivery['topic']): boolean =>
  preferences.channels.includes(name) && preferences.topics.includes(topic);

const noLonger = (id: number): Concluded => ({
  id,
  state: 'withdrawn',
  outcome: null,
  said: null,
  next: null,
  gaveUp: false,
});

function conclusionOf({ id, since, attempts }: DueDelivery, sending: Sending, to: Destination, now: Date): Concluded {
  const { outcome, said } = sending;
  const over = { id, outcome, said, next: null, gaveUp: false };
  if (outcome === 'sent' || outcome === 'absent') return { ...over, state: outcome };
  if (outcome === 'refused') return { ...over, state: 'failed' };
  const next = nextAttempt(since, attempts + 1, now);
  if (next === null) return { ...over, state: 'failed', gaveUp: true };
  const asked = new Date(now.getTime() + (sending.after ?? 0) * 1000);
  return { ...over, state: 'pending', next: afterQuiet(next > asked ? next : asked, to.preferences.quiet) };
}

/** Work on each, so many at once, in order. */
async function inLanes<T>(all: readonly T[], lanes: number, work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all].reverse();
  const lane = async (): Promise<void> => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(lanes, all.length) }, lane));
}
