import type { Language } from './language.ts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
type Unit = (typeof units)[number];

const inUnits = (lang: Language) =>
  new Map<Unit, Intl.NumberFormat>(
    units.map((unit) => [unit, new Intl.NumberFormat(lang, { style: 'unit', unit, maximumFractionDigits: 1 })]),
  );
const sizes = { it: inUnits('it'), en: inUnits('en') };

/** How large a file is, as people say it. */
export function sizeInWords(bytes: number, lang: Language): string {
  const say = (number: number, unit: Unit) => sizes[lang].get(unit)?.format(number) ?? String(number);
  if (bytes < 1000) return say(bytes, 'byte');
  if (bytes < 1_000_000) return say(Math.round(bytes / 1000), 'kilobyte');
  return bytes < 1_000_000_000 ? say(bytes / 1_000_000, 'megabyte') : say(bytes / 1_000_000_000, 'gigabyte');
}
