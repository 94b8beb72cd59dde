import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evidenceOf, gatherEvidence } from '#lib/records/file-evidence.ts';
import { contradictedExtension, plainFileName } from '#lib/records/file-name.ts';

it('finds the same however the bytes are cut into parts', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 40_000 }), { maxLength: 6 }), fc.nat({ max: 200_000 }), (cuts, at) => {
      const bytes = Buffer.alloc(200_020, 'abcdefg');
      bytes.write('pdfaid:part', at);
      const evidence = gatherEvidence();
      let from = 0;
      for (const length of [...cuts, 1, 2, 3, at > from ? Math.max(0, at + 4 - from) : 5, bytes.length]) {
        evidence.add(bytes.subarray(from, from + length));
        from += length;
      }
      const found = evidence.found();
      expect(found.claimsPdfA).toBe(true);
      expect(Buffer.compare(found.ends, evidenceOf(bytes).ends)).toBe(0);
      expect(found.ends).toHaveLength(2 * 65_536);
    }),
    { numRuns: 50 },
  );
});

it('keeps names that lead nowhere', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
      const plain = plainFileName(name);
      if (plain === null) return;
      expect(plain).not.toMatch(/[\\/\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      expect(plain).not.toMatch(/^\.*$/);
      expect(plain.isWellFormed()).toBe(true);
    }),
  );
  expect(plainFileName('..')).toBeNull();
  expect(plainFileName('a/..')).toBeNull();
});

it.each([
  ['foto.png', 'pdf', 'png'],
  ['atto.PDF', 'pdfa', null],
  ['atto.pdf.p7m', 'p7m', null],
  ['atto.pdf', 'p7m', 'pdf'],
  ['foto.jpeg', 'jpg', null],
  ['senza nome', 'pdf', null],
  ['relazione.constructor', 'pdf', null],
])('%s of %s', (name, format, extension) => expect(contradictedExtension(name, format)).toBe(extension));
