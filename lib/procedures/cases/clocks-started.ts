import type { Clock } from '../clock.ts';
import type { Day } from '../day.ts';
import type { Term } from '../term.ts';
import type { Fact } from './course.ts';
import type { DecisionContext } from './decision.ts';

/**
 * The clocks of a procedure. A term runs from the day the request was received (L. 241/1990 art. 2 c. 6), or from the day the office
 * began of its own accord.
 */
export function clocksStarted(receivedOn: Day, today: Day, { type, calendar }: DecisionContext): Fact[] {
  const clock = (kind: Clock['kind'], { days, unit, roll }: Omit<Term, 'startOn'>, startOn: Day): Clock => ({
    kind,
    term: { startOn, days, unit, roll },
    calendarId: calendar.id,
    ledger: [],
    concludedOn: null,
  });
  switch (type.family) {
    case 'application': {
      const promised = type.serviceTerm && clock('service', { ...type.serviceTerm, roll: 'next' }, receivedOn);
      return [{ kind: 'clockStarted', legal: clock('legal', type.term, receivedOn), service: promised ?? null }];
    }
    case 'scia':
      return [{ kind: 'clockStarted', legal: clock('legal', type.controlWindow, receivedOn), service: null }];
    case 'declaration':
      return [{ kind: 'clockStarted', legal: clock('legal', type.verification, receivedOn), service: null }];
    case 'exOfficio':
      return [{ kind: 'clockStarted', legal: clock('legal', type.term, today), service: null }];
    case 'communication':
    case 'ranking':
      return [];
  }
}
