import { readDisplayDate } from './display-date.ts';

export type Closed = { until: string | null } | null;

/**
 * A date among other words, the shortest that has a year: "fino al 2034 ai sensi del D.Lgs. 42/2004" says 2034. After the year only
 * what belongs to it is taken ("2034 giu. 30").
 */
const dateWords = String.raw`((?:il |al |the |dem |le )?(?:\d{4}-\d{2}-\d{2}|[\p{L}\d./º°, -]{0,36}?(?<!\d)\d{4}(?!\d)(?:\s+\p{L}{3,9}\.?\s+\d{1,2}(?!\d))?))`;
/** Up to the day that is said: not beyond the end of the sentence. */
const onTheWay = String.raw`[^.;]{0,80}?`;
/** Closed up to and with a day: `non consultabile fino al 2045`, `closed until 31 December 2050`. */
const until = [
  new RegExp(
    String.raw`(?:non (?:è |e |sono )?(?:liberamente )?(?:consultabil\p{L}+|accessibil\p{L}+)|esclus\p{L}+ dalla (?:libera )?consultazione|riservat\p{L}+|sottratt\p{L}+ alla consultazione)${onTheWay}(?:fino|sino) (?:alla fine del |a tutto (?:il |l')?|al(?:l'anno|la data del)? |all'|a )\s*${dateWords}`,
    'iu',
  ),
  new RegExp(
    String.raw`(?:closed|restricted|sealed|not (?:available|open|accessible)|embargoed)${onTheWay}(?:until|till|to)\s+${dateWords}`,
    'iu',
  ),
  new RegExp(String.raw`(?:gesperrt|sperrfrist)${onTheWay}bis(?: zum)?\s+${dateWords}`, 'iu'),
  new RegExp(String.raw`(?:non communicable|niet openbaar)${onTheWay}(?:jusqu'(?:en|au)|tot)\s+${dateWords}`, 'iu'),
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
/** Open once a day has passed: `consultabile dopo il 2045`. */
const after = [
  new RegExp(
    String.raw`(?<!non )(?<!non è )(?:consultabil\p{L}+|accessibil\p{L}+) (?:solo )?dopo (?:il |l'anno )${dateWords}`,
    'iu',
  ),
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

/** Points that end no sentence: "art. 122 D.Lgs. 42/2004, c. 1" stands between the closure and its day more often than not. */
const abbreviation = /(?<![\p{L}])(artt?|d|lgs|l|n|nn|c|cc|co|p|r|m|min|legisl|segg?|cfr)\.(?=\s?[\p{L}\d])/giu;

/** "Save with permission" opens nothing to those who have none. */
const withPermission =
  /(?:salvo|tranne|eccetto|se non|except|unless|save)(?: [\p{L}']{1,12}){0,4} (?:autorizza\p{L}+|permess\p{L}+|consens\p{L}+|derog\p{L}+|permission|consent|authori[sz]\p{L}+)/giu;

function closedByOne(statement: string): Closed {
  const text = statement
    .replace(/[\s\u00a0]+/g, ' ')
    .replaceAll('’', "'")
    .replace(abbreviation, '$1')
    .replace(withPermission, '');
  if (partly.test(text) && !denied.test(text)) return null;
  for (const pattern of [...until, ...after]) {
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
