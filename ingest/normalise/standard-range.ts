import { weaker, type DaySpan } from './day-span.ts';
import { readStandardDate } from './standard-date.ts';

export type DateProblem = 'date-inverted' | 'date-bce' | 'date-beyond' | 'date-span' | 'date-unreadable';

export interface StandardRange {
  /** Null when the value says nothing usable. */
  span: DaySpan | null;
  problem?: DateProblem;
}

/** More than a thousand years between first and last day is a slip of the pen in most files. */
const longestSpan = 1000;

/** EAD `normal`: one date, or two with a slash between them; a side left empty is open. */
export function readStandardRange(value: string): StandardRange {
  const text = value.trim();
  if (/^\d{4}\/\d{4}$/.test(text)) return rangeOf(text.slice(0, 4), text.slice(5));
  const single = readStandardDate(text);
  if (single && 'start' in single) return { span: single };
  if (single) return { span: null, problem: single.problem };
  const sides = /^(\d{4})\s*[-–]\s*(\d{4})$/.exec(text)?.slice(1) ?? text.split('/');
  if (sides.length !== 2) return { span: null, problem: 'date-unreadable' };
  return rangeOf(sides[0] ?? '', sides[1] ?? '');
}

/** From one value to another; each may be empty. */
export function rangeOf(from: string, to: string): StandardRange {
  const start = readStandardDate(from);
  const end = readStandardDate(to);
  if (!start || !end) return { span: null, problem: 'date-unreadable' };
  const problem = ('open' in start ? start.problem : undefined) ?? ('open' in end ? end.problem : undefined);
  if ('open' in start && 'open' in end) return { span: null, problem };
  const span: DaySpan = {
    start: 'open' in start ? null : start.start,
    end: 'open' in end ? null : end.end,
    certainty: weaker('open' in start ? 'certain' : start.certainty, 'open' in end ? 'certain' : end.certainty),
  };
  return checked(span, problem);
}

/** Inverted dates are kept as text only; a very long span is kept and told. */
export function checked(span: DaySpan, problem?: DateProblem): StandardRange {
  if (span.start !== null && span.end !== null) {
    if (span.start > span.end) return { span: null, problem: 'date-inverted' };
    if (Number(span.end.slice(0, 4)) - Number(span.start.slice(0, 4)) > longestSpan)
      return { span, problem: 'date-span' };
  }
  return problem === undefined ? { span } : { span, problem };
}
