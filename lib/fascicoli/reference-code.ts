import type { Day } from '#lib/procedures/day.ts';
import { voiceCode, voiceOf, type Voice } from './titolario.ts';

/** Number of a fascicolo within class and year. A sottofascicolo has its file's number and one of its own in it. */
export interface FascicoloNumber extends Voice {
  year: number;
  number: number;
  /** 0: the fascicolo itself. */
  sub: number;
}

/** `2026-VI/3.12`; the second sottofascicolo in it is `2026-VI/3.12.2`. */
export const referenceCode = ({ year, number, sub, ...voice }: FascicoloNumber): string =>
  `${year}-${voiceCode(voice)}.${number}${sub > 0 ? `.${sub}` : ''}`;

/** The number that a code says, or null. */
export function numberOfCode(code: string): FascicoloNumber | null {
  const found = /^(\d{4})-([IVX]+(?:\/\d{1,2})?)\.([1-9]\d{0,6})(?:\.([1-9]\d{0,4}))?$/.exec(code);
  const voice = voiceOf(found?.[2] ?? '');
  return found && voice
    ? { ...voice, year: Number(found[1]), number: Number(found[3]), sub: Number(found[4] ?? 0) }
    : null;
}

/** The year a fascicolo is numbered in: that of the day it was opened in Italy, whatever clock or time zone the machine has. */
export const yearOfOpening = (opened: Day): number => Number(opened.slice(0, 4));
