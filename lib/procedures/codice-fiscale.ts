const months = 'ABCDEHLMPRST';
/** Digits that two people would share are written as letters (omocodia). */
const omocodia = 'LMNPQRSTUV';
const person = /^[A-Z]{6}[0-9L-NP-V]{2}[ABCDEHLMPRST][0-9L-NP-V]{2}[A-Z][0-9L-NP-V]{3}[A-Z]$/;

/** Values of the characters in odd places, counted from 1; those in even places are worth what they are (DM 23 December 1976). */
const oddValues = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/** As it is kept: capitals, without spaces. */
export const fiscalCodeOf = (written: string): string => written.replaceAll(/\s/g, '').toUpperCase();

/** A codice fiscale of a person, with its check character, or the eleven figures of a body or business, with theirs. */
export function isFiscalCode(written: string): boolean {
  const code = fiscalCodeOf(written);
  return /^\d{11}$/.test(code) ? isBodyCode(code) : isPersonCode(code);
}

function isPersonCode(code: string): boolean {
  if (!person.test(code) || !months.includes(code.charAt(8))) return false;
  const day = Number([...code.slice(9, 11)].map(digitOf).join(''));
  // Women have 40 added to their day of birth.
  if (!((day >= 1 && day <= 31) || (day >= 41 && day <= 71))) return false;
  const sum = [...code.slice(0, 15)].reduce((total, sign, index) => total + valueOf(sign, index), 0);
  return code.charAt(15) === String.fromCharCode(65 + (sum % 26));
}

const digitOf = (sign: string): string => (omocodia.includes(sign) ? String(omocodia.indexOf(sign)) : sign);

function valueOf(sign: string, index: number): number {
  const plain = /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65;
  return index % 2 === 0 ? (oddValues[plain] ?? 0) : plain;
}

function isBodyCode(code: string): boolean {
  const sum = [...code].map(Number).reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0 && code !== '00000000000';
}
