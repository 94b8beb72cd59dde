import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftPublicTitle, namesInTitle } from '#lib/records/public-title.ts';

const party = (name: string, taxCode: string | null = null) => ({ name, taxCode });

describe('names in a public title', () => {
  it.each([
    ['Licenza chiesta da BORGHERINI Inés', [party('Ines Borgherini')], { whole: ['Ines Borgherini'], words: [] }],
    ['Licenza, via Borgherini', [party('Ines Borgherini')], { whole: [], words: ['borgherini'] }],
    ['Licenza, brg nsi 30a41 g224 k', [party('X Y', 'BRGNSI30A41G224K')], { whole: ['BRGNSI30A41G224K'], words: [] }],
    ['Licenza di via Roma', [party('Impresa di Costruzioni S.r.l.')], { whole: [], words: [] }],
    ['Licenza, via Roma', [party('Ines Borgherini')], { whole: [], words: [] }],
  ])('%s', (title, parties, expected) => {
    expect(namesInTitle(title, parties)).toEqual(expected);
  });

  it('are never in a draft, whatever place somebody wrote', () => {
    const word = fc.stringMatching(/^[A-Z][a-zàèìòù]{3,9}$/);
    fc.assert(
      fc.property(word, word, fc.boolean(), (first, last, reversed) => {
        const name = `${first} ${last}`;
        const place = reversed ? `casa ${last} ${first}` : `corte ${name.toUpperCase()}`;
        const title = draftPublicTitle({ kind: '1', place, year: '1974' }, [party(name)]);
        expect(title).toBe('1, 1974');
      }),
    );
  });
});
