import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCharacter, checkDigit, isCodiceFiscale } from '#lib/records/codice-fiscale.ts';

describe('codice fiscale', () => {
  // The examples that tax offices and textbooks print.
  it.each(['RSSMRA80A01H501U', 'rssmra80 a01h501u', 'RSSMRA80A01F205X', '00743110157', '00488410010'])(
    '%s is one',
    (code) => expect(isCodiceFiscale(code)).toBe(true),
  );
  it.each(['RSSMRA80A01H501X', 'RSSMRA80A00H501T', 'RSSMRA80A01H501', '00743110158', '', '0074311015U'])(
    '“%s” is none',
    (code) => expect(isCodiceFiscale(code)).toBe(false),
  );
  it('is told from every other number one digit away', () => {
    const ten = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(ten, fc.nat(9), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const other = digits.map((digit, place) => (place === at ? (digit + by) % 10 : digit));
        expect(checkDigit(other.join(''))).not.toBe(checkDigit(digits.join('')));
      }),
    );
  });
  it('has no check where the rest has not its shape', () => {
    expect(checkCharacter('RSSMRA80A01H50')).toBeNull();
    expect(checkDigit('123456789')).toBeNull();
  });
});
