import { extentUnit } from './extent-units.ts';

/** A quantity of units as the source counts them. */
export interface Count {
  quantity: string;
  unit: string;
  approximate?: boolean;
}

/**
 * ISAD(G) 3.1.5 as Italian finding aids write it (Guida generale degli Archivi di Stato): unit, then number: `voll. 120`, `m lineari 25`,
 * `mazzi 31`. One thing is `1 registro` in full, for `reg. 1` would read as its reference code. Units of other languages stay as they are.
 */
export function writeExtent({ quantity, unit, approximate }: Count): string {
  const circa = approximate && quantity !== '' ? ' ca.' : '';
  const known = extentUnit(unit);
  if (!known || quantity === '') return [quantity, unit].filter(Boolean).join(' ') + circa;
  const number = italianNumber(quantity);
  if (number === null) return `${quantity} ${unit}${circa}`;
  if (number === '1' && !known.measure) return `1 ${known.one}${circa}`;
  return `${known.many} ${number}${circa}`;
}

/** The ways in which prose says the same count: what is said there already need not be said again. */
export function waysToSay({ quantity, unit }: Count): string[] {
  const known = extentUnit(unit);
  const number = italianNumber(quantity);
  if (!known || number === null) return [`${quantity} ${unit}`.toLowerCase()];
  const numbers = [...new Set([quantity, number, number.replaceAll('.', '')])];
  return known.words.flatMap((word) => numbers.flatMap((figures) => [`${figures} ${word}`, `${word} ${figures}`]));
}

/** `2892` → `2.892`, `0.75` → `0,75`, `120,000` → `120.000`; null when it is no plain number. */
function italianNumber(quantity: string): string | null {
  const grouped = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(quantity);
  const found = /^(\d+)(?:[.,](\d+))?$/.exec(grouped ? quantity.replace(/[.,]/g, '') : quantity);
  if (!found) return null;
  const whole = (found[1] ?? '').replace(/^0+(?=\d)/, '').replace(/\B(?=(?:\d{3})+$)/g, '.');
  const fraction = (found[2] ?? '').replace(/0+$/, '');
  return fraction === '' ? whole : `${whole},${fraction}`;
}
