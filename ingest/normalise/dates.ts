import type { Certainty, RecordDates } from '#lib/records/dates.ts';
import { covering, weaker, type DaySpan } from './day-span.ts';
import { readDisplayDate } from './display-date.ts';
import { checked, rangeOf, readStandardRange, type DateProblem, type StandardRange } from './standard-range.ts';

/** One date as a source states it: in words, by standard values, or both. */
export interface DateStatement {
  display: string | null;
  /** EAD `normal`: one value or a range. */
  normal?: string | null;
  /** EAD3 and EAC: two values. */
  from?: string | null;
  to?: string | null;
  certainty?: string | null;
  /** The years most of the material comes from: shown, but no limit of the dates. */
  bulk?: boolean;
  /** Its words stand in another statement. */
  silent?: boolean;
}

export interface NormalisedDates {
  dates: RecordDates;
  problems: { code: DateProblem; found: string }[];
}

/**
 * ISAD(G) 3.1.3: all that a source says of a unit's dates as one text in its own style and the span it covers. Standard values win
 * over words; what is not understood stays as words.
 */
export function normaliseDates(statements: readonly DateStatement[]): NormalisedDates {
  const problems: NormalisedDates['problems'] = [];
  const spans: { span: DaySpan; bulk: boolean }[] = [];
  for (const statement of statements) {
    const { span, problem } = readStatement(statement);
    if (problem) problems.push({ code: problem, found: statement.normal ?? statement.display ?? '' });
    if (span) spans.push({ span, bulk: statement.bulk === true });
  }
  const limits = spans.some(({ bulk }) => !bulk) ? spans.filter(({ bulk }) => !bulk) : spans;
  const { start, end, certainty } = covering(limits.map(({ span }) => span));
  const display = displayOf(statements);
  return { dates: { display, start, end, certainty }, problems };
}

function readStatement(statement: DateStatement): StandardRange {
  const { span, problem } = readStandard(statement) ?? readWords(statement.display);
  return { span: span && { ...span, certainty: weaker(span.certainty, certaintyOf(statement)) }, problem };
}

function readStandard({ display, normal, from, to }: DateStatement): StandardRange | null {
  const read = normal ? readStandardRange(normal) : from || to ? rangeOf(from ?? '', to ?? '') : null;
  if (read?.problem !== 'date-unreadable' || !display) return read;
  // A malformed standard value beside clear words: the words count.
  const words = readWords(display);
  return words.problem ? read : words;
}

function readWords(display: string | null): StandardRange {
  const read = display ? readDisplayDate(display) : 'undated';
  if (read === 'undated') return { span: null };
  return read ? checked(read) : { span: null, problem: 'date-unreadable' };
}

function certaintyOf({ certainty, display }: DateStatement): Certainty {
  if (certainty && /circa|approx|ca\b|about|inferred/i.test(certainty)) return 'approximate';
  // What is said to be certain is, whatever its words are.
  if (certainty) return /^(certain|certa|sicura|exact)/i.test(certainty) ? 'certain' : 'uncertain';
  if (display && /(?:\?|\[\?\])\s*\]?$/.test(display)) return 'uncertain';
  return display && /(?<![\p{L}])(?:circa|ca\.|c\.|about|approximately)(?![\p{L}])/iu.test(display)
    ? 'approximate'
    : 'certain';
}

function displayOf(statements: readonly DateStatement[]): string | null {
  const texts = statements.map(({ display, normal, from, to, bulk, silent }) => {
    if (silent) return null;
    const text = display || normal?.replace('/', '-') || [from, to].filter(Boolean).join('-');
    return bulk && text && !/bulk/i.test(text) ? `bulk ${text}` : text;
  });
  return [...new Set(texts.filter((text): text is string => Boolean(text)))].join(', ') || null;
}
