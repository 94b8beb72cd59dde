import type { Registration } from '../cases/filing-facts.ts';

/** The number as it is written: seven figures and the year (DPR 445/2000 art. 57). */
export const protocolNumber = ({ number, year }: Pick<Registration, 'number' | 'year'>): string =>
  `${String(number).padStart(7, '0')}/${year}`;

/** What somebody typed as a number of the protocollo, `123/2026` or `0000123`; null where it is none. */
export function readProtocolNumber(text: string): { number: number; year: number | null } | null {
  const found = /^\s*0*(\d{1,7})\s*(?:\/\s*(\d{4}))?\s*$/.exec(text);
  if (!found) return null;
  const number = Number(found[1]);
  return number === 0 ? null : { number, year: found[2] ? Number(found[2]) : null };
}
