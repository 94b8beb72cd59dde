import type pg from 'pg';
import type { Reach } from '#lib/access/reach.ts';
import type { Action } from '#lib/procedures/cases/action.ts';
import type { Reason } from '#lib/procedures/cases/decision.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import { type Day, earlierOf } from '#lib/procedures/day.ts';
import type { Delivery, DeliveryFact } from '#lib/procedures/delivery/delivery.ts';
import { decideLocked } from '#lib/store/procedures/act.ts';
import type { Actor } from '#lib/store/procedures/actor.ts';
import type { Desk } from '#lib/store/procedures/desk.ts';
import { inTransaction, type Outcome } from '#lib/store/procedures/in-transaction.ts';
import { lockCase } from '#lib/store/procedures/lock-case.ts';
import { holdDelivery, saveFacts, type HeldDelivery } from './save-facts.ts';
import { speakerAt, tellCase } from './say.ts';
import { supersedeFailed } from './supersede-failed.ts';

export interface SettleRequest {
  procedure: string;
  delivery: string;
  reach: Reach;
  actor: Actor;
  /** What was noted stays; else what was said against it takes its place. Of a failure: nothing more is done. */
  keep: boolean;
  reason: string;
}
export type SettleResult =
  { kind: 'settled' | 'unknown' | 'nothing' } | { kind: 'refused'; reasons: readonly Reason[] };

/** A person decides between two things said of one delivery, or that a failure needs no other way; with the reason, in the history. */
export const settle = (desk: Desk, request: SettleRequest): Promise<SettleResult> =>
  inTransaction(desk.pool, (client) => settleIn(client, desk, request));

async function settleIn(client: pg.ClientBase, desk: Desk, request: SettleRequest): Promise<Outcome<SettleResult>> {
  const { procedure, keep, reason, actor } = request;
  const undone = (value: SettleResult) => ({ keep: false, value });
  const locked = await lockCase(client, procedure, request.reach);
  const held = locked && (await holdDelivery(client, procedure, request.delivery));
  if (!locked || !held) return undone({ kind: 'unknown' });
  const { delivery } = held;
  const against = delivery.against.at(-1);
  const closesFailure = !against && delivery.state === 'failed' && !delivery.settled && keep;
  if (!against && !closesFailure) return undone({ kind: 'nothing' });
  const speaker = speakerAt(desk, locked, actor);
  const facts: DeliveryFact[] = [{ kind: 'settled', kept: keep, reason }];
  const noted = keep && against ? notedDay(locked.procedure, delivery) : null;
  if (noted !== null) {
    // What an officer had noted before any receipt came is what it ends with.
    const said = {
      kind: 'arrived' as const,
      on: noted,
      arrival: { way: 'noted' as const, on: noted, note: reason },
      evidence: null,
      source: { by: 'officer' as const },
    };
    facts.push({ kind: 'arrived', said });
    const reasons = await tellCase(client, desk, locked, held, said, actor);
    if (reasons) return undone({ kind: 'refused', reasons });
  }
  if (!keep && against) {
    const action = correctionOf(held, reason);
    const decided = action && (await decideLocked(client, desk, locked, action, actor));
    if (decided && decided.kind !== 'decided')
      return undone({ kind: 'refused', reasons: decided.kind === 'refused' ? decided.reasons : [] });
  }
  const next = await saveFacts(client, held, facts, speaker);
  if (next.delivery.state === 'delivered') await supersedeFailed(client, next, speaker);
  return { keep: true, value: { kind: 'settled' } };
}

/** What the decision does to the case. */
function correctionOf({ id, delivery }: HeldDelivery, reason: string): Action | null {
  const against = delivery.against.at(-1);
  if (!against) return null;
  const { notice, carrier, covers, sentOn } = delivery;
  const { channel } = carrier;
  const on = against.kind === 'arrived' ? against.on : null;
  if (delivery.state === 'delivered') return { kind: 'correctDelivery', notice, delivery: id, channel, on, reason };
  if (on === null) return null;
  return { kind: 'noteDelivery', notice, delivery: id, channel, covers, sentOn, on, overrules: true };
}

/** The day that stands in the case, noted by hand or by another way, for a delivery whose own end is not written. */
function notedDay(procedure: Procedure, delivery: Delivery): Day | null {
  if (delivery.state !== 'prepared' && delivery.state !== 'sent') return null;
  const notice = procedure.notices.find(({ n }) => n === delivery.notice);
  const others = (notice?.receipts ?? []).filter(({ covers }) =>
    covers.some((agent) => delivery.covers.includes(agent)),
  );
  if (others.length > 0) return others.map(({ on }) => on).reduce(earlierOf);
  const entry = procedure.legal?.ledger.find(({ id }) => id === notice?.entry);
  return entry?.kind === 'art10bis' ? (entry.receivedOn ?? entry.observationsOn) : null;
}
