import { firstDay, lastDay, type DaySpan } from './day-span.ts';

const roman: Record<string, number> = { i: 1, v: 5, x: 10 };

/** A century's Roman numeral; null when it is none. */
function fromRoman(numeral: string): number | null {
  if (!/^(x{0,2})(ix|iv|v?i{0,3})$/.test(numeral) || numeral === '') return null;
  let value = 0;
  for (let i = 0; i < numeral.length; i++) {
    const here = roman[numeral.charAt(i)] ?? 0;
    value += here < (roman[numeral.charAt(i + 1)] ?? 0) ? -here : here;
  }
  return value;
}

const italianNames = [
  'duecento',
  'trecento',
  'quattrocento',
  'cinquecento',
  'seicento',
  'settecento',
  'ottocento',
  'novecento',
];

const numeral = String.raw`([ivx]{1,5}|\d{1,2})`;
const forms: RegExp[] = [
  new RegExp(String.raw`^(?:sec\.?|secc\.?|secolo|secoli|s\.|siècle|siecle|eeuw|jh\.?|jahrhundert)\s*${numeral}$`),
  new RegExp(
    String.raw`^${numeral}\s*(?:°|º|e|ème|eme|er|th|st|nd|rd|de|ste|\.)?\s*(?:secolo|sec\.?|century|cent\.?|c\.|siècle|siecle|s\.|jahrhundert|jh\.?|jhd\.?|eeuw)$`,
  ),
];

/** Parts of a century as archivists write them, in years from its first. */
const parts: [RegExp, [number, number]][] = [
  [/\b(?:prima metà|1a metà|1ª metà|i metà|first half|1st half|1\. hälfte|première moitié|eerste helft)\b/, [0, 49]],
  [
    /\b(?:seconda metà|2a metà|2ª metà|ii metà|second half|2nd half|2\. hälfte|deuxième moitié|seconde moitié|tweede helft)\b/,
    [50, 99],
  ],
  [/\b(?:primo quarto|i quarto|first quarter|1st quarter|1\. viertel)\b/, [0, 24]],
  [/\b(?:secondo quarto|ii quarto|second quarter|2nd quarter|2\. viertel)\b/, [25, 49]],
  [/\b(?:terzo quarto|iii quarto|third quarter|3rd quarter|3\. viertel)\b/, [50, 74]],
  [/\b(?:ultimo quarto|quarto quarto|iv quarto|last quarter|fourth quarter|4\. viertel)\b/, [75, 99]],
  [/\b(?:inizio|inizi|in\.|ineunte|early|anfang|début|debut|begin)(?![\p{L}])/u, [0, 19]],
  [/\b(?:metà|med\.|mid|middle|mitte|milieu|midden)(?![\p{L}])/u, [39, 59]],
  [/\b(?:fine|ex\.|exeunte|late|end|ende|fin|eind)(?![\p{L}])/u, [80, 99]],
];

/** `sec. XVI`, `prima metà sec. XVI`, `18th century`, `Ottocento`; null for anything else. Lower case, blanks collapsed. */
export function readCentury(text: string): DaySpan | null {
  let rest = text;
  let years: [number, number] = [0, 99];
  for (const [pattern, range] of parts) {
    // JavaScript's \b does not know accented letters: "metà" ends before a blank, a point or the end.
    const found = new RegExp(pattern.source.replace(/\\b$/, String.raw`(?![\p{L}])`), 'u').exec(rest);
    if (!found) continue;
    years = range;
    rest = rest.slice(0, found.index) + rest.slice(found.index + found[0].length);
    break;
  }
  rest = rest
    .replace(/\b(?:del|dello|della|of the|of|the|des|du|van de|van het)\b/g, ' ')
    .replace(/^[\s,.-]+|[\s,-]+$/g, '')
    .replace(/\s+/g, ' ');
  const century = centuryOf(rest);
  if (century === null) return null;
  const first = (century - 1) * 100 + 1;
  return {
    start: firstDay({ year: first + years[0] }),
    end: lastDay({ year: first + years[1] }),
    certainty: 'approximate',
  };
}

function centuryOf(text: string): number | null {
  const named = italianNames.indexOf(text);
  if (named >= 0) return named + 13;
  for (const form of forms) {
    const numeral = form.exec(text)?.[1];
    if (numeral === undefined) continue;
    const century = /^\d/.test(numeral) ? Number(numeral) : fromRoman(numeral);
    if (century !== null && century >= 1 && century <= 21) return century;
  }
  return null;
}
