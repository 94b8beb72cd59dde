import { addDays, type Day } from '../day.ts';
import type { DeliveryChannel } from './channels.ts';
import type { Delivery } from './delivery.ts';

/**
 * What somebody of the office must do about a delivery. `anotherChannel`: it failed. `compare`: two things are said of it. `post`: it is ready
 * and nobody has said that it went. `ask`: nothing has been heard for too long.
 */
export const deliveryTasks = ['anotherChannel', 'compare', 'post', 'ask'] as const;
export type DeliveryTask = (typeof deliveryTasks)[number];

/** Days after which silence is asked after: PEC has its receipt within a day (DM 2-11-2005), a card within weeks. */
const patience: Record<DeliveryChannel, number> = { pec: 1, post: 40, hand: 7, send: 60 };

/** @param since the day on which it was prepared */
export function deliveryTask(delivery: Delivery, since: Day): { task: DeliveryTask; from: Day } | null {
  const { carrier, against, sentOn } = delivery;
  if (against.length > 0) return { task: 'compare', from: since };
  if (delivery.state === 'failed') return delivery.settled ? null : { task: 'anotherChannel', from: since };
  if (delivery.state === 'delivered') return null;
  if (delivery.state === 'prepared' && carrier.channel === 'post') return { task: 'post', from: addDays(since, 2) };
  return { task: 'ask', from: addDays(sentOn ?? since, patience[carrier.channel] + 1) };
}
