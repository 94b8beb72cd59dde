import type { Certainty } from '#lib/records/dates.ts';
import { readCentury } from './century.ts';
import { plainDateWords } from './date-words.ts';
import { covering, firstDay, lastDay, type DaySpan } from './day-span.ts';
import { readSpokenRange } from './spoken-range.ts';

const undatedWords =
  /^(?:s\.? ?[df]\.?|s\/[df]|sin fecha|sem data|sense data|bez daty|senza data|non datat[oaie]|undated|n\.? ?d\.?|no date|o\.? ?[dj]\.?|ohne datum|undatiert|sans date|non dat[ée]e?s?|z\.? ?[dj]\.?|zonder datum|ongedateerd|date not available|unknown|various|varie)$/;
const approximate =
  /(?<![\p{L}])(?:circa|ca|c|about|approximately|approx|verso il|verso|um|vers|environ|omstreeks|omstr|probabl[ey]|probably|prob|presumibilmente)(?:\.|(?![\p{L}]))(?!\.?\s*\d{1,2}th)/gu;
const seasons =
  /(?<![\p{L}])(?:(?:spring|summer|fall|autumn|winter|primavera|estate|autunno|inverno)\s*[/-]?\s*)+(?![\p{L}])/gu;
const after =
  /^(?:not before|non prima del|post|dopo il|dopo|dal|dall'|da|after|since|from|nach|ab|seit|après|apres|depuis|dès|na|vanaf|data aperta)\s*/;
const before =
  /^(?:not after|non oltre il|ante|prima del|prima|fino al|sino al|al|entro il|before|until|till|by|to|vor|bis|avant|jusqu'en|jusqu'à|voor|tot)\s+/;
const between =
  /^(?:tra|fra|between|zwischen|entre|tussen)\s+(?:il\s+)?(.+?)\s+(?:e|ed|and|und|et|en)\s+(?:il\s+)?(.+)$/;

/** The days that a date in words covers; null when the words are not understood, `undated` when they say that there is none. */
export function readDisplayDate(display: string): DaySpan | 'undated' | null {
  if (display.length > 500) return null;
  let text = display
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    // An editor's own figures: `14(21) juni 11`.
    .replace(/(\d)\((\d{1,3})\)/g, '$1$2')
    .trim();
  // What stands in brackets comments on the date, unless it is all there is.
  const outside = text
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  text = (/^[.,;:]*$/.test(outside) ? text.replace(/[()]/g, '') : outside).replace(/[[\]]/g, '').trim();
  if (undatedWords.test(text) || undatedWords.test(text.replace(/[.,;]$/, ''))) return 'undated';
  text = plainDateWords(text)
    .replace(/[,;]?\s*(?:con|with|mit|avec|met)\s.*$/, '')
    .replace(/[,;]?\s*bulk\b.*$/, (bulk, at: number) => (at === 0 ? bulk.replace(/^bulk:?\s*/, '') : ''));
  return readWhole(text.trim().replace(/[.;,]$/, (end) => (end === '.' ? '.' : '')));
}

function readWhole(given: string): DaySpan | null {
  let certainty: Certainty = 'certain';
  let text = given.replace(/\?/g, () => ((certainty = 'uncertain'), ''));
  const century = withCertainty(readOne(text), certainty);
  if (century) return century;
  text = text.replace(approximate, () => ((certainty = certainty === 'uncertain' ? certainty : 'approximate'), ' '));
  // A season is not exact to the month: the year counts.
  text = text.replace(seasons, () => ((certainty = certainty === 'uncertain' ? certainty : 'approximate'), ' '));
  text = text.replace(/\s+/g, ' ').replace(/ ,/g, ',').trim();
  const whole = readOne(text) ?? readOpen(text) ?? (text.endsWith('.') ? readOne(text.slice(0, -1)) : null);
  if (whole) return withCertainty(whole, certainty);
  const several = text.split(/\s*[,;]\s*|\s+(?:e|ed|and|und|et|en)\s+|\s*&\s*/);
  if (several.length < 2 || several.length > 50) return null;
  const spans = several
    .map((part) => part.replace(/^(?:e|ed|and|und|et|en) /, '').replace(/(?<=\d{2}|\d's)\.$/, ''))
    .filter((part) => part !== '' && !undatedWords.test(part))
    .map((part) => readOne(part) ?? readOpen(part));
  return spans.length > 0 && spans.every((span) => span !== null) ? withCertainty(covering(spans), certainty) : null;
}

function withCertainty(span: DaySpan | null, certainty: Certainty): DaySpan | null {
  return span && (certainty === 'certain' ? span : { ...span, certainty });
}

function readOne(text: string): DaySpan | null {
  return readSpokenRange(text) ?? readDecade(text) ?? readCentury(text) ?? readCenturies(text) ?? readBetween(text);
}

/** `secc. XV-XVI`, `sec. XV ex. - sec. XVI in.`, `sec. XVIII - 1850`. */
function readCenturies(text: string): DaySpan | null {
  const sides = text.split(/\s*[-–—/]\s*/);
  if (sides.length !== 2) return null;
  const [left = '', right = ''] = sides;
  const from = readCentury(left) ?? readCentury(`sec. ${left}`) ?? readDecade(left) ?? readSpokenRange(left);
  const to = readCentury(right) ?? readCentury(`sec. ${right}`) ?? readDecade(right) ?? readSpokenRange(right);
  return from && to ? { ...covering([from, to]), start: from.start, end: to.end } : null;
}

/** `1920s`, `1920er Jahre`, `anni 1920`, `jaren 1920`: ten years. */
function readDecade(text: string): DaySpan | null {
  const found =
    /^(?:the )?(\d{3}0)(?:'?s|er(?: jahre)?)$/.exec(text) ?? /^(?:anni|années|jaren)\s+(\d{3}0)$/.exec(text);
  if (!found) return null;
  const year = Number(found[1]);
  return year === 0 ? null : { start: firstDay({ year }), end: lastDay({ year: year + 9 }), certainty: 'approximate' };
}

function readBetween(text: string): DaySpan | null {
  const found = between.exec(text);
  const from = found && readSpokenRange(found[1] ?? '');
  const to = found && readSpokenRange(found[2] ?? '');
  return from && to ? { ...covering([from, to]), certainty: 'approximate' } : null;
}

function readOpen(text: string): DaySpan | null {
  for (const [pattern, side] of [
    [after, 'end'],
    [before, 'start'],
  ] as const) {
    const rest = text.replace(pattern, '');
    if (rest === text) continue;
    const span = readSpokenRange(rest) ?? readCentury(rest) ?? readCenturies(rest);
    // `dal 1500 al 1600` says both.
    if (span)
      return span.start !== null && span.end !== null && / al | to | bis | au | tot |-/.test(rest)
        ? span
        : { ...span, [side]: null, certainty: 'approximate' };
  }
  return null;
}
