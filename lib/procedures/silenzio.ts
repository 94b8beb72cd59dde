import type { Calendar } from './calendar.ts';
import type { Clock, ClockReading } from './clock.ts';
import { addDays, type Day } from './day.ts';
import { type Law, noLaw, type NoLawInForce, parameterOn } from './law.ts';
import { firstInstantOf } from './rome.ts';
import { endOfTerm } from './term.ts';

/** What the end of the term means: nothing, silenzioAssenso (L. 241/1990 art. 20) or silenzioRigetto (access: art. 25 c. 4). */
export type SilenceEffect = 'none' | 'silenzioAssenso' | 'silenzioRigetto';

export type Silence =
  | { kind: 'none' }
  /** Forms if the day ends without an act. */
  | { kind: 'pending'; on: Day }
  /** The clock stands still: the day is not known yet. */
  | { kind: 'held'; earliest: Day; latest: Day | null }
  | { kind: 'avoided'; on: Day }
  /** Formed with the last instant of the term. */
  | { kind: 'formed'; effect: Exclude<SilenceEffect, 'none'>; term: Day; at: Date };

export function silenceOf(effect: SilenceEffect, clock: Clock, reading: ClockReading): Silence {
  if (effect === 'none') return { kind: 'none' };
  const { deadline, asOf } = reading;
  if (deadline.kind === 'open') return { kind: 'held', earliest: deadline.earliest, latest: deadline.latest };
  if (asOf > deadline.on)
    return { kind: 'formed', effect, term: deadline.on, at: firstInstantOf(addDays(deadline.on, 1)) };
  return clock.concludedOn === null ? { kind: 'pending', on: deadline.on } : { kind: 'avoided', on: clock.concludedOn };
}

export type LateAct = { kind: 'effective' } | { kind: 'ineffective'; term: Day };

/**
 * An act after the term is ineffective where the law says so (L. 241/1990 art. 2 c. 8-bis: artt. 14-bis, 17-bis, 19, 20 c. 1); the Comune is
 * left with art. 21-nonies. Whether it does is the type's to say: for building permits the administrative courts deny it.
 */
export function effectOfAct(adoptedOn: Day, lateIsIneffective: boolean, reading: ClockReading): LateAct {
  const { deadline } = reading;
  const term = deadline.kind === 'fixed' ? deadline.on : deadline.latest;
  return lateIsIneffective && term !== null && adoptedOn > term ? { kind: 'ineffective', term } : { kind: 'effective' };
}

/** First day on which a self-declaration replaces the attestation of silenzioAssenso that was asked for (art. 20 c. 2-bis). */
export function selfDeclarationFrom(requestedOn: Day, law: Law, calendar: Calendar): Day | NoLawInForce {
  const days = parameterOn(law, 'silenzioAssensoAttestationDays', requestedOn);
  if (!days) return noLaw('silenzioAssensoAttestationDays', requestedOn);
  return addDays(endOfTerm({ startOn: requestedOn, days: days.value, unit: 'calendar', roll: 'next' }, calendar), 1);
}
