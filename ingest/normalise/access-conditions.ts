import { readDisplayDate } from './display-date.ts';

export type Closed = { until: string | null } | null;

const dateWords = String.raw`((?:il |al |the |dem |le )?[\p{L}\d./º° -]{4,40}?\d{4}|\d{4}(?:-\d{2}-\d{2})?)`;
/** Closed up to and with a day: `non consultabile fino al 2045`, `closed until 31 December 2050`. */
const until = [
  new RegExp(
    String.raw`(?:non (?:è |e |sono )?(?:liberamente )?(?:consultabil\p{L}+|accessibil\p{L}+)|esclus\p{L}+ dalla (?:libera )?consultazione|riservat\p{L}+|sottratt\p{L}+ alla consultazione)[^.;]{0,60}?(?:fino|sino) (?:al|a tutto il|all')\s*${dateWords}`,
    'iu',
  ),
  new RegExp(
    String.raw`(?:closed|restricted|sealed|not (?:available|open|accessible)|embargoed)[^.;]{0,60}?(?:until|till|to)\s+${dateWords}`,
    'iu',
  ),
  new RegExp(String.raw`(?:gesperrt|sperrfrist)[^.;]{0,40}?bis(?: zum)?\s+${dateWords}`, 'iu'),
  new RegExp(String.raw`(?:non communicable|niet openbaar)[^.;]{0,40}?(?:jusqu'(?:en|au)|tot)\s+${dateWords}`, 'iu'),
];
/** Open from a day on: `consultabile dal 1 gennaio 2046`. */
const from = [
  new RegExp(
    String.raw`(?<!non )(?<!non è )(?:consultabil\p{L}+|accessibil\p{L}+|liber\p{L}+) (?:solo )?(?:a partire )?(?:dal|dall')\s*${dateWords}`,
    'iu',
  ),
  new RegExp(
    String.raw`(?:open(?:s|ed)?|available|accessible)(?: to [\p{L} ]{0,30})? (?:from|on|in)\s+${dateWords}`,
    'iu',
  ),
  new RegExp(String.raw`openbaar (?:vanaf|in)\s+${dateWords}`, 'iu'),
];
/** Said in so many words, without a day. */
const forGood =
  /(?<!parzialmente )non (?:è |e |sono )?(?:consultabil[ei]|accessibil[ei])(?! (?:senza|se non|salvo|online|in originale|gli originali))|esclus[oaei] dalla consultazione|sottratt[oaei] alla consultazione|closed to (?:research|researchers|the public|public)|not open (?:to|for) (?:research|researchers|the public)|niet openbaar|nicht zugänglich|non communicable/iu;
/** Open as a whole, or closed in part only: to close all of it would hide what the source lets people read. */
const partly =
  /\b(?:(?:is|are|collection|materials?|fonds|series|records) (?:is |are |otherwise )?open\b|^open\b|open (?:for|to) (?:research|the public|researchers)|unrestricted|some|portions?|part(?:s|ly|ially)?|certain|with the exception|except|alcun[ie]|in parte|parzialmente|una parte|liberamente (?:consultabil[ei]|accessibil[ei])|tranne|salvo|ad eccezione|eccetto|teilweise|en partie|gedeeltelijk)\b/i;
const denied = /\b(?:not|non(?: [èe]| sono)?) (?:open|liberamente)/i;
/** EHRI and ICAR codes that say closed and nothing else. */
const codes = /^(?:closed|embargoed|non consultabile|non accessibile|esclusa|escluso|closed to research)\.?$/i;

/**
 * Whether words or codes close the documents: until a day, for good (`until: null`), or not at all (null). Plain restrictions
 * ("su richiesta", "previo appuntamento") close nothing.
 */
export function closedBy(statements: readonly string[]): Closed {
  let closed: Closed = null;
  for (const statement of statements) {
    const found = closedByOne(statement.slice(0, 5000));
    if (found && (closed === null || isLonger(found, closed))) closed = found;
  }
  return closed;
}

function closedByOne(text: string): Closed {
  if (partly.test(text) && !denied.test(text)) return null;
  for (const pattern of until) {
    const day = lastDayOf(pattern.exec(text)?.[1]);
    if (day) return { until: day };
  }
  for (const pattern of from) {
    const day = dayBefore(firstDayOf(pattern.exec(text)?.[1]));
    if (day) return { until: day };
  }
  return codes.test(text.trim()) || forGood.test(text) ? { until: null } : null;
}

/** A day says more than the bare word "closed" that often stands beside it as a code. */
function isLonger(a: { until: string | null }, b: { until: string | null }): boolean {
  return a.until !== null && (b.until === null || a.until > b.until);
}

function lastDayOf(words: string | undefined): string | null {
  const span = read(words);
  return span?.end ?? null;
}

function firstDayOf(words: string | undefined): string | null {
  return read(words)?.start ?? null;
}

function read(words: string | undefined) {
  if (words === undefined) return null;
  const span = readDisplayDate(words.replace(/^(?:il|al|the|dem|le) /i, ''));
  return span === 'undated' ? null : span;
}

function dayBefore(day: string | null): string | null {
  if (day === null) return null;
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
