/** Reading of dates written in archival style ("1546 ott. 15 - 1583 apr. 19", "sec. XVI in.", "[1630 ca.]"). */

export interface DatePoint {
  text: string;
  /** ISO 8601: YYYY, YYYY-MM or YYYY-MM-DD. */
  standard: string;
  notBefore?: string;
  notAfter?: string;
  certainty?: 'DataApprossimativa' | 'DataAttribuita';
}

export interface ArchivalDate {
  display: string;
  kind: 'single' | 'range' | 'open' | 'unknown';
  from?: DatePoint;
  to?: DatePoint;
}

const MONTHS = ['gen.', 'feb.', 'mar.', 'apr.', 'mag.', 'giu.', 'lug.', 'ago.', 'set.', 'ott.', 'nov.', 'dic.'];
const ROMAN: Readonly<Record<string, number>> = {
  XII: 12,
  XIII: 13,
  XIV: 14,
  XV: 15,
  XVI: 16,
  XVII: 17,
  XVIII: 18,
  XIX: 19,
  XX: 20,
};
// The spans that ICAR-IMPORT 2.0 (M083) admits within a century.
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  'in.': [1, 10],
  metà: [46, 55],
  'ex.': [91, 100],
  'prima metà': [1, 50],
  'seconda metà': [51, 100],
  '': [1, 100],
};

function century(text: string, last: boolean): DatePoint | undefined {
  const match = /^sec\. ([XVI]+) ?(.*)$/.exec(text);
  const number = match === null ? undefined : ROMAN[match[1] ?? ''];
  const part = PARTS[match?.[2] ?? ''];
  if (number === undefined || part === undefined) return undefined;
  const base = (number - 1) * 100;
  // ICAR-IMPORT 2.0 has no span for a whole century: it is said by its first and last year.
  if (part[1] - part[0] === 99)
    return { text, standard: String(base + (last ? 100 : 1)), certainty: 'DataApprossimativa' };
  return {
    text,
    standard: String(base + part[0]),
    notBefore: String(base + part[0]),
    notAfter: String(base + part[1]),
    certainty: 'DataApprossimativa',
  };
}

function point(raw: string, last: boolean, year?: string): DatePoint | undefined {
  const text = raw.trim();
  const inner = text.replace(/^\[|\]$/g, '');
  const bracketed = inner !== text;
  const bare = inner.replace(/ ca\.$/, '');
  const certainty = bare !== inner ? 'DataApprossimativa' : bracketed ? 'DataAttribuita' : undefined;
  const mark = certainty === undefined ? {} : ({ certainty } as const);
  const match = /^(\d{4})?\s?(?:([a-z]{3}\.))?\s?(\d{1,2})?$/.exec(bare);
  const found = match?.[1] ?? year;
  if (match === null || found === undefined || bare === '') return century(bare, last);
  const month = match[2] === undefined ? -1 : MONTHS.indexOf(match[2]);
  if (match[2] !== undefined && month < 0) return undefined;
  if (month < 0) return { text, standard: found, ...mark };
  const standard = `${found}-${String(month + 1).padStart(2, '0')}`;
  return { text, standard: match[3] === undefined ? standard : `${standard}-${match[3].padStart(2, '0')}`, ...mark };
}

/** Reads a display date. Throws on what it cannot read: the content is ours, so this is a mistake in it. */
export function readDate(display: string): ArchivalDate {
  if (display === 's.d.') return { display, kind: 'unknown' };
  const open = /^(.+?)\s*-\s*$/.exec(display);
  if (open !== null) {
    const from = point(open[1] ?? '', false);
    if (from === undefined) throw new Error(`Data non leggibile: ${display}`);
    return { display, kind: 'open', from };
  }
  const joint = / - /.test(display) ? ' - ' : '-';
  const halves = display.split(joint);
  const from = point(halves[0] ?? '', false);
  const second = halves[1];
  if (from === undefined || halves.length > 2) throw new Error(`Data non leggibile: ${display}`);
  if (second === undefined && /^sec\. [XVI]+$/.test(display))
    return { display, kind: 'range', from, to: { ...from, standard: String(Number(from.standard) + 99) } };
  if (second === undefined) return { display, kind: 'single', from };
  const to = point(/^[XVI]+/.test(second) ? `sec. ${second}` : second, true, from.standard.slice(0, 4));
  if (to === undefined) throw new Error(`Data non leggibile: ${display}`);
  return { display, kind: 'range', from, to };
}
