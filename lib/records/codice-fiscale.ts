/** What each character counts for at an odd place (DM 23 December 1976, art. 6); at an even one it counts its own rank. */
const odd: Record<string, number> = Object.fromEntries(
  [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23].flatMap(
    (value, rank) => {
      const letter = String.fromCharCode(65 + rank);
      return rank < 10
        ? [
            [letter, value],
            [String(rank), value],
          ]
        : [[letter, value]];
    },
  ),
);

/** The sixteenth character of a person's codice fiscale, from the fifteen before it; null where they are not of its shape. */
export function checkCharacter(fifteen: string): string | null {
  if (!/^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}$/.test(fifteen)) return null;
  const sum = [...fifteen].reduce((total, character, at) => {
    const rank = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65;
    return total + (at % 2 === 0 ? (odd[character] ?? 0) : rank);
  }, 0);
  return String.fromCharCode(65 + (sum % 26));
}

/** The eleventh digit of a body's codice fiscale (its VAT number's own rule), from the ten before it; null where they are not ten digits. */
export function checkDigit(ten: string): string | null {
  if (!/^\d{10}$/.test(ten)) return null;
  const sum = [...ten].reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** As it is kept: capitals, without blanks. */
export const fiscalCodeOf = (written: string): string => written.replaceAll(/\s/g, '').toUpperCase();

/** Whether it is a codice fiscale: sixteen characters of a person or eleven digits of a body, each with its check. */
export function isCodiceFiscale(written: string): boolean {
  const code = fiscalCodeOf(written);
  if (code.length === 16) return checkCharacter(code.slice(0, 15)) === code[15] && hasBirthday(code);
  return code.length === 11 && checkDigit(code.slice(0, 10)) === code[10] && code !== '00000000000';
}

/** Digits that two people would share are written as letters (omocodia). */
const omocodia = 'LMNPQRSTUV';

/** Women have 40 added to their day of birth. */
function hasBirthday(code: string): boolean {
  const digits = code
    .slice(9, 11)
    .split('')
    .map((sign) => (omocodia.includes(sign) ? omocodia.indexOf(sign) : sign));
  const day = Number(digits.join(''));
  return (day >= 1 && day <= 31) || (day >= 41 && day <= 71);
}
