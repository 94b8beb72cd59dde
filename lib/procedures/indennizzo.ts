import type { Calendar } from './calendar.ts';
import { type Day, daysBetween } from './day.ts';
import { type Law, noLaw, type NoLawInForce, parameterOn } from './law.ts';
import { endOfTerm } from './term.ts';

/** indennizzo da ritardo, DL 69/2013 art. 28: only for procedures that start or carry on a business, on request within a term. */
export interface Indennizzo {
  kind: 'indennizzo';
  euro: number;
  /** Whether the ceiling has been reached. */
  capped: boolean;
  requestBy: Day;
}

export function indennizzoFor(deadline: Day, until: Day, law: Law, calendar: Calendar): Indennizzo | NoLawInForce {
  const perDay = parameterOn(law, 'indennizzoEuroPerDay', deadline);
  const most = parameterOn(law, 'indennizzoMaxEuro', deadline);
  const request = parameterOn(law, 'indennizzoRequestDays', deadline);
  if (!perDay) return noLaw('indennizzoEuroPerDay', deadline);
  if (!most) return noLaw('indennizzoMaxEuro', deadline);
  if (!request) return noLaw('indennizzoRequestDays', deadline);
  const accrued = Math.max(0, daysBetween(deadline, until)) * perDay.value;
  const requestBy = endOfTerm({ startOn: deadline, days: request.value, unit: 'calendar', roll: 'next' }, calendar);
  return { kind: 'indennizzo', euro: Math.min(accrued, most.value), capped: accrued >= most.value, requestBy };
}
