import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifierOf, isIdentifier } from '#lib/records/identifier.ts';

describe('identifierOf', () => {
  it('never changes for a number: ids are cited', () => {
    expect([0, 1, 2, 1000, 2 ** 39].map(identifierOf)).toMatchInlineSnapshot(`
      [
        "ch8an5f7",
        "e84r6nv6",
        "n10fw255",
        "dm2rdcfe",
        "xh8an5f7",
      ]
    `);
  });

  it('gives distinct URL-safe words', () => {
    const words = new Set(Array.from({ length: 20_000 }, (_, i) => identifierOf(i)));
    expect(words.size).toBe(20_000);
    for (const word of words) expect(word).toMatch(/^[0-9a-z]{8}$/);
  });

  it('is never the same for two numbers', () => {
    const number = fc.integer({ min: 0, max: 2 ** 40 - 1 });
    fc.assert(fc.property(number, number, (a, b) => (identifierOf(a) === identifierOf(b)) === (a === b)));
  });

  it.each([
    ['00000000', true],
    ['0000000', false],
    ['0000000o', false],
    ["' OR 1=1", false],
  ])('%s can be an id: %s', (text, can) => expect(isIdentifier(text)).toBe(can));
});
