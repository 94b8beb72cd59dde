import type { Calendar } from './calendar.ts';
import type { Day } from './day.ts';
import { lawClock } from './law-clock.ts';
import type { Law, NoLawInForce } from './law.ts';
import { endOfTerm } from './term.ts';

/** registroGiornaliero: the day's protocol register goes to preservation within the next working day (AgID guidelines). */
export function registroGiornalieroBy(day: Day, law: Law, calendar: Calendar): Day | NoLawInForce {
  const clock = lawClock('registroGiornalieroWorkingDays', day, law, calendar);
  return clock.kind === 'noLawInForce' ? clock : endOfTerm(clock.term, calendar);
}
