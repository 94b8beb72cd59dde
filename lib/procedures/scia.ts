import type { Calendar } from './calendar.ts';
import type { Clock } from './clock.ts';
import type { Day } from './day.ts';
import { lawClock } from './law-clock.ts';
import type { Law, NoLawInForce } from './law.ts';

/**
 * SCIA (segnalazione certificata di inizio attività), L. 241/1990 art. 19: effective on filing; within the control window, shorter for
 * building works (c. 6-bis), the Comune may forbid what lacks the requirements (c. 3). Later acts are ineffective (art. 2 c. 8-bis).
 */
export function sciaControlClock(
  filedOn: Day,
  field: 'general' | 'edilizia',
  law: Law,
  calendar: Calendar,
): Clock | NoLawInForce {
  return lawClock(field === 'edilizia' ? 'sciaEdiliziaControlDays' : 'sciaControlDays', filedOn, law, calendar);
}
