import type pg from 'pg';
import type { Reach } from '#lib/access/reach.ts';
import type { Reason } from '#lib/procedures/cases/decision.ts';
import { hear } from '#lib/procedures/delivery/hear.ts';
import type { Ending, Said } from '#lib/procedures/delivery/delivery.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { decideLocked } from '#lib/store/procedures/act.ts';
import { actorName, type Actor } from '#lib/store/procedures/actor.ts';
import type { Desk } from '#lib/store/procedures/desk.ts';
import { inTransaction, type Outcome } from '#lib/store/procedures/in-transaction.ts';
import { lockCase, type LockedCase } from '#lib/store/procedures/lock-case.ts';
import { holdDelivery, saveFacts, type HeldDelivery, type Speaker } from './save-facts.ts';
import { supersedeFailed } from './supersede-failed.ts';

export interface SayRequest {
  procedure: string;
  delivery: string;
  reach: Reach;
  actor: Actor;
  said: Said;
}

/** `contradicted`: it does not agree with what is noted, and a person must compare. */
export type SayResult =
  | { kind: 'noted' | 'heardBefore' | 'contradicted' }
  | { kind: 'unknown' }
  /** The law or the order of days is against it; nothing was written. */
  | { kind: 'refused'; reasons: readonly Reason[] };

/** Something is said of a delivery: written once, and where it has arrived the receipt event of the case in the same transaction. */
export const say = (desk: Desk, request: SayRequest): Promise<SayResult> =>
  inTransaction(desk.pool, (client) => sayIn(client, desk, request));

async function sayIn(client: pg.ClientBase, desk: Desk, request: SayRequest): Promise<Outcome<SayResult>> {
  const { procedure, delivery, reach, actor, said } = request;
  const undone = (value: SayResult) => ({ keep: false, value });
  const locked = await lockCase(client, procedure, reach);
  const held = locked && (await holdDelivery(client, procedure, delivery));
  if (!locked || !held) return undone({ kind: 'unknown' });
  const fact = hear(held.delivery, said);
  if (!fact) return undone({ kind: 'heardBefore' });
  const speaker = speakerAt(desk, locked, actor);
  if (fact.kind === 'arrived') {
    const reasons = await tellCase(client, desk, locked, held, fact.said, actor);
    if (reasons) {
      // What a person types can be put right by them; what a receipt says is kept for one.
      if (said.source.by === 'officer') return undone({ kind: 'refused', reasons });
      await saveFacts(client, held, [{ kind: 'contradicted', said }], speaker);
      return { keep: true, value: { kind: 'contradicted' } };
    }
  }
  const next = await saveFacts(client, held, [fact], speaker);
  if (fact.kind === 'arrived') await supersedeFailed(client, next, speaker);
  return { keep: true, value: { kind: fact.kind === 'contradicted' ? 'contradicted' : 'noted' } };
}

/** The receipt event of the case; the reasons where it cannot be. A second way by which somebody has the act moves nothing more. */
export async function tellCase(
  client: pg.ClientBase,
  desk: Desk,
  locked: LockedCase,
  { id, delivery }: HeldDelivery,
  { on }: Extract<Ending, { kind: 'arrived' }>,
  actor: Actor,
): Promise<readonly Reason[] | null> {
  const { notice, carrier, covers, sentOn } = delivery;
  const decided = await decideLocked(
    client,
    desk,
    locked,
    { kind: 'noteDelivery', notice, delivery: id, channel: carrier.channel, covers, sentOn, on },
    actor,
  );
  if (decided.kind === 'decided') return null;
  return decided.kind === 'refused' ? decided.reasons : [];
}

/** A clock that was set back undoes nothing. */
export function speakerAt(desk: Desk, { changedAt }: LockedCase, actor: Actor): Speaker {
  const at = new Date(Math.max(desk.now().getTime(), changedAt.getTime()));
  return { by: actorName(actor), at, on: romeDay(at) };
}
