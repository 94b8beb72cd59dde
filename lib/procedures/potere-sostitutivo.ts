import type { Clock } from './clock.ts';
import type { Day } from './day.ts';
import { type Law, noLaw, type NoLawInForce, parameterOn } from './law.ts';

/**
 * potereSostitutivo, L. 241/1990 art. 2 c. 9-bis and 9-ter: when the term has run out, the substitute concludes, on own motion or on
 * request, within half the term first laid down; extensions do not lengthen it. Half of an odd number of days ends in the middle
 * of a day and a term ends with the last instant of its day (Codice civile art. 2963 c. 2), so that day is given whole.
 */
export function potereSostitutivoClock(legal: Clock, takenUpOn: Day, law: Law): Clock | NoLawInForce {
  const divisor = parameterOn(law, 'potereSostitutivoDivisor', takenUpOn);
  if (!divisor) return noLaw('potereSostitutivoDivisor', takenUpOn);
  const days = Math.ceil(legal.term.days / divisor.value);
  return {
    kind: 'substitute',
    term: { ...legal.term, startOn: takenUpOn, days },
    calendarId: legal.calendarId,
    ledger: [],
    concludedOn: null,
  };
}
