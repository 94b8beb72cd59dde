import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryName } from '#lib/records/entry-name.ts';

describe('the name of a document in an archive', () => {
  it.each([
    ['Domanda.pdf', '00007-Domanda.pdf'],
    ['../../etc/passwd', '00007-passwd.pdf'],
    // What is no page is not saved as one.
    ['piano.pdf.html', '00007-piano.pdf.html.pdf'],
    ['piano.PDF', '00007-piano.PDF'],
    ['C:\\Atti\\piano.pdf', '00007-piano.pdf'],
    ['..', '00007-Det. 1-2026.pdf'],
    [null, '00007-Det. 1-2026.pdf'],
    ['a:b?.pdf ', '00007-a_b_.pdf'],
    ['con.', '00007-con.pdf'],
  ])('%s', (given, expected) => expect(entryName(7, given, 'Det. 1/2026', 'pdf')).toBe(expected));

  it('leads nowhere, fits and is its own, whatever was sent', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('..', '.', '/', '\\..\\', 'a.pdf'),
    );
    const sent = fc.array(fc.tuple(fc.option(name), name, name), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(sent, fc.integer({ min: 1, max: 200_000 }), (documents, first) => {
        const names = documents.map(([fileName, title, format], i) => entryName(first + i, fileName, title, format));
        expect(new Set(names.map((one) => one.toLowerCase())).size).toBe(names.length);
        for (const one of names) {
          expect(one).not.toMatch(/[/\\:*?"<>|\p{Cc}]|[. ]$|^[.]*$/u);
          expect(Buffer.byteLength(one)).toBeLessThanOrEqual(255);
        }
      }),
    );
  });
});
