import { addDays, addMonths, type Day } from '#lib/procedures/day.ts';

/** `given` online by the principal, `paper`: claimed by the delegate with a deed that the office checks, `registered` by the Comune itself. */
export const bases = ['given', 'paper', 'registered'] as const;
export type Basis = (typeof bases)[number];

/** How it can end before its last day. `revoked` by the principal, `renounced` by the delegate; the others before it ever held. */
export const endings = ['declined', 'withdrawn', 'refused', 'revoked', 'renounced'] as const;
export type Ending = (typeof endings)[number];

/** A delegation as it was written down. */
export interface DelegationFacts {
  basis: Basis;
  givenOn: Day;
  /** First and last day, both within; only what the Comune registered has no last one. */
  from: Day;
  until: Day | null;
  /** Accepted by the delegate, or confirmed by the office; null: not yet. */
  acceptedOn: Day | null;
  ended: { how: Ending; on: Day; reason: string | null } | null;
}

/** Where it stands, each with its own data alone. */
export type DelegationState =
  | { state: 'offered'; answerBy: Day }
  | { state: 'toCheck' }
  | { state: 'lapsed'; on: Day }
  | { state: 'declined' | 'withdrawn'; on: Day }
  | { state: 'refused'; on: Day; reason: string | null }
  | { state: 'notYet'; from: Day }
  | { state: 'inForce'; until: Day | null }
  | { state: 'expired'; on: Day }
  | { state: 'revoked'; on: Day; by: 'principal' | 'delegate'; reason: string | null };

/** Days in which the delegate answers. */
export const answerDays = 30;

/** Months that one delegation lasts at most: whoever wants it longer says so again (a rule of this service, no law's). */
export const longestMonths = 24;

/** The last day that a delegation from a day may have. */
export const latestUntil = (from: Day): Day => addDays(addMonths(from, longestMonths), -1);

/** Where a delegation stands on a day. It expires by itself: nothing is written for that. */
export function stateOf(
  { basis, givenOn, from, until, acceptedOn, ended }: DelegationFacts,
  today: Day,
): DelegationState {
  if (ended) return endedState(ended);
  const isOver = until !== null && until < today;
  if (acceptedOn === null) {
    if (basis === 'paper') return isOver ? { state: 'lapsed', on: until } : { state: 'toCheck' };
    const answerBy = answerDay(givenOn, until);
    return answerBy < today ? { state: 'lapsed', on: answerBy } : { state: 'offered', answerBy };
  }
  if (isOver) return { state: 'expired', on: until };
  return from > today ? { state: 'notYet', from } : { state: 'inForce', until };
}

function answerDay(givenOn: Day, until: Day | null): Day {
  const last = addDays(givenOn, answerDays);
  return until !== null && until < last ? until : last;
}

function endedState({ how, on, reason }: NonNullable<DelegationFacts['ended']>): DelegationState {
  switch (how) {
    case 'declined':
    case 'withdrawn':
      return { state: how, on };
    case 'refused':
      return { state: 'refused', on, reason };
    case 'revoked':
      return { state: 'revoked', on, by: 'principal', reason };
    case 'renounced':
      return { state: 'revoked', on, by: 'delegate', reason };
  }
}

/** Who looks at it: who gave it, who received it, or the office that checks deeds. */
export type Side = 'principal' | 'delegate' | 'office';

/** What can be done to one. */
export type DelegationAct = 'accept' | 'decline' | 'withdraw' | 'confirm' | 'refuse' | 'revoke' | 'renounce';

const acts: Record<Side, Partial<Record<DelegationState['state'], readonly DelegationAct[]>>> = {
  principal: { offered: ['withdraw'], notYet: ['revoke'], inForce: ['revoke'] },
  delegate: {
    offered: ['accept', 'decline'],
    toCheck: ['withdraw'],
    notYet: ['renounce'],
    inForce: ['renounce'],
  },
  office: { toCheck: ['confirm', 'refuse'] },
};

/** What a side can do where it stands: either ends it at once (art. 1722 c.c.), nobody brings back what has ended. */
export const actsOf = ({ state }: DelegationState, side: Side): readonly DelegationAct[] => acts[side][state] ?? [];

/** How each act ends a delegation; those that do not begin it. */
export const endingOf: Record<DelegationAct, Ending | null> = {
  accept: null,
  confirm: null,
  decline: 'declined',
  withdraw: 'withdrawn',
  refuse: 'refused',
  revoke: 'revoked',
  renounce: 'renounced',
};
