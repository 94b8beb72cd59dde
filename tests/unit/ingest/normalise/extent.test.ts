import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waysToSay, writeExtent } from '#ingest/normalise/extent.ts';

describe('extents as Italian finding aids write them', () => {
  it.each([
    ['25', 'linearmetre', 'm lineari 25'],
    ['9090.24', 'linearmetre', 'm lineari 9.090,24'],
    ['10200.00', 'linearmetre', 'm lineari 10.200'],
    ['120,000', 'linearmetre', 'm lineari 120.000'],
    ['0.75', 'metri lineari', 'm lineari 0,75'],
    ['1', 'metro lineare', 'm lineari 1'],
    ['297', 'metri_lineari', 'm lineari 297'],
    ['2892', 'Registro', 'regg. 2.892'],
    ['1.037', 'voll.', 'voll. 1.037'],
    ['120', 'Volume', 'voll. 120'],
    ['12', 'buste', 'bb. 12'],
    ['31', 'Mazzo', 'mazzi 31'],
    ['3', 'Pergamena', 'pergg. 3'],
    ['1', 'Registro', '1 registro'],
    ['1', 'b.', '1 busta'],
  ])('%s %s → %s', (quantity, unit, text) => expect(writeExtent({ quantity, unit })).toBe(text));

  it.each([
    ['38', 'scrolls', '38 scrolls'],
    ['6', 'cubic feet', '6 cubic feet'],
    ['due', 'registri', 'due registri'],
    ['', 'Registro', 'Registro'],
    ['3', '', '3'],
    ['', '', ''],
  ])('leaves as the source has them: %s %s', (quantity, unit, text) => {
    expect(writeExtent({ quantity, unit })).toBe(text);
  });

  it('says what is not exact', () => {
    expect(writeExtent({ quantity: '120', unit: 'Volume', approximate: true })).toBe('voll. 120 ca.');
    expect(writeExtent({ quantity: '', unit: '', approximate: true })).toBe('');
  });

  it('whatever the number, its figures stay and the line is one of the ways to say it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9_999_999 }),
        fc.constantFrom('Busta', 'mazzi', 'Carta'),
        (number, unit) => {
          const count = { quantity: String(number), unit };
          const line = writeExtent(count);
          expect(line.replace(/\D/g, '')).toBe(String(number));
          expect(waysToSay(count)).toContain(line);
        },
      ),
    );
  });
});
