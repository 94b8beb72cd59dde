/** Digits of the part of an IUV that the creditor gives (SACI 1.4 § 2.1). */
export const iuvBaseDigits = 13;

/**
 * The IUV of a creditor with several stations: segregation code, its own number, check digits, which are what is left of the whole with the aux
 * digit 3 before it, divided by 93 (SACI 1.4 § 2.1).
 * @param segregationCode two digits, of the station
 * @param base never given before by that station
 */
export function iuvOf(segregationCode: string, base: number): string {
  const own = String(base).padStart(iuvBaseDigits, '0');
  if (!/^\d{2}$/.test(segregationCode) || own.length !== iuvBaseDigits || !/^\d+$/.test(own))
    throw new Error(`no IUV is made of the segregation code ${segregationCode} and the number ${base}`);
  return `${segregationCode}${own}${checkDigits(`3${segregationCode}${own}`)}`;
}

/** The notice number (codice avviso) of an IUV: 18 digits, the first of which says how the rest is made. */
export const noticeNumberOf = (iuv: string): string => `3${iuv}`;

/** Whether a text is a notice number whose check digits are right. */
export const isNoticeNumber = (text: string): boolean =>
  /^3\d{17}$/.test(text) && checkDigits(text.slice(0, 16)) === text.slice(16);

/** In groups of four, as notices have it. */
export const noticeNumberInGroups = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ');

const checkDigits = (before: string): string => String(BigInt(before) % 93n).padStart(2, '0');
