import type { Calendar } from '../calendar.ts';
import { addDays, type Day, earlierOf } from '../day.ts';
import { type Law, noLaw, type NoLawInForce, parameterOn } from '../law.ts';
import { endOfTerm } from '../term.ts';

/** How SEND told the addressee that there is something for them, as its timeline has it. */
export type SendNotice =
  /** To a digital domicile; `late`: between nine in the evening and seven in the morning, when the days run from the next one. */
  | { by: 'digital'; on: Day; late: boolean }
  /** No digital domicile could take it: the notice of that was put on the platform. */
  | { by: 'undelivered'; on: Day }
  /** On paper; the day on which the paper counts as delivered. */
  | { by: 'paper'; on: Day };

const keys = {
  digital: 'sendDigitalDays',
  undelivered: 'sendUndeliveredDays',
  paper: 'sendPaperDays',
} as const;

/**
 * When a notice of SEND has effect for its addressee (D.L. 76/2020 art. 26 c. 9 lett. b): after the days of its kind, or when they open it, if
 * that is earlier. The platform says so itself; this is what the office is told to expect until then.
 */
export function sendEffectiveOn(
  notice: SendNotice,
  viewedOn: Day | null,
  law: Law,
  calendar: Calendar,
): Day | NoLawInForce {
  const key = keys[notice.by];
  const figure = parameterOn(law, key, notice.on);
  if (!figure) return noLaw(key, notice.on);
  const startOn = notice.by === 'digital' && notice.late ? addDays(notice.on, 1) : notice.on;
  const on = endOfTerm({ startOn, days: figure.value, unit: 'calendar', roll: 'none' }, calendar);
  return viewedOn === null ? on : earlierOf(on, viewedOn);
}
