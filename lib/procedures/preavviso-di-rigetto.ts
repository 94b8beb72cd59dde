import type { Calendar } from './calendar.ts';
import { addDays, type Day } from './day.ts';
import { type Law, noLaw, type NoLawInForce, parameterOn } from './law.ts';
import { endOfTerm } from './term.ts';

/**
 * preavvisoDiRigetto, L. 241/1990 art. 10-bis: before a refusal the party is told the reasons and has ten days to answer. The
 * clock stops at the notice (DL 76/2020 art. 12: suspended, no longer interrupted) and runs on, for the days left, ten days after
 * the observations or, without any, from the end of the party's term.
 */
export interface PreavvisoDiRigettoWindow {
  kind: 'window';
  /** Last day for the observations; like every term it does not end on a holiday. */
  until: Day;
  /** Days that go by after timely observations before the clock runs on. They end no term, so they roll past no holiday. */
  restartDays: number;
  article: string;
}

export function preavvisoDiRigettoWindow(
  receivedOn: Day,
  law: Law,
  calendar: Calendar,
): PreavvisoDiRigettoWindow | NoLawInForce {
  const party = parameterOn(law, 'preavvisoDiRigettoObservationDays', receivedOn);
  const restart = parameterOn(law, 'preavvisoDiRigettoRestartDays', receivedOn);
  if (!party) return noLaw('preavvisoDiRigettoObservationDays', receivedOn);
  if (!restart) return noLaw('preavvisoDiRigettoRestartDays', receivedOn);
  const until = endOfTerm({ startOn: receivedOn, days: party.value, unit: 'calendar', roll: 'next' }, calendar);
  return { kind: 'window', until, restartDays: restart.value, article: party.source.article };
}

/** Whether a refusal may be adopted: only when the party has answered or its term is over. */
export function mayRefuse(window: PreavvisoDiRigettoWindow, observationsOn: Day | null, today: Day): boolean {
  return (observationsOn !== null && observationsOn <= today) || today > window.until;
}

/** The day the clock runs on from: its own day is out, the next one is the first to count. */
export function restartOn(window: PreavvisoDiRigettoWindow, observationsOn: Day | null): Day {
  const timely = observationsOn !== null && observationsOn <= window.until;
  return timely ? addDays(observationsOn, window.restartDays) : window.until;
}
