import type { Calendar } from './calendar.ts';
import type { Clock } from './clock.ts';
import type { Day } from './day.ts';
import { type Law, noLaw, type NoLawInForce, parameterOn, type TermKey } from './law.ts';

/** A clock for a term that the law itself sets (an opinion of art. 16, access, a control window), in force on the day it starts. */
export function lawClock(key: TermKey, startOn: Day, law: Law, calendar: Calendar): Clock | NoLawInForce {
  const figure = parameterOn(law, key, startOn);
  if (!figure) return noLaw(key, startOn);
  const unit = figure.unit === 'workingDays' ? 'working' : 'calendar';
  return {
    kind: 'legal',
    term: { startOn, days: figure.value, unit, roll: 'next' },
    calendarId: calendar.id,
    ledger: [],
    concludedOn: null,
  };
}
