import { describe, expect, it } from 'vitest';
import { procedureTypeSchema } from '#lib/procedures/types/procedure-type.ts';
import { art35Letters, toArt35Row } from '#lib/projections/art35.ts';
import { demoType, demoUnits, smallTypes, typeFiles } from '#tests/builders/procedure-types.ts';

const units = new Map([...demoUnits()].map(([code, name]) => [code, { name }]));
const cell = (code: string, letter: (typeof art35Letters)[number], language: 'it' | 'en' = 'it') =>
  toArt35Row(demoType(code), units, language).cells[letter];

describe('toArt35Row', () => {
  it.each(typeFiles)('fills every cell of %s but those that its family has nothing to say in', (file) => {
    for (const language of ['it', 'en'] as const) {
      const { cells } = toArt35Row(demoType(file.replace('.yaml', '')), units, language);
      const empty = art35Letters.filter((letter) => cells[letter].length === 0);
      expect(empty.filter((letter) => letter !== 'g')).toEqual([]);
      expect(Object.values(cells).flat().join('\n')).not.toMatch(/undefined|null|\[object/);
    }
  });

  it.each([
    ['permesso-di-costruire', 'f', 'entro 90 giorni (DPR 380/2001, art. 20 [da verificare])'],
    ['accesso-documentale', 'g', 'Silenzio rigetto (L. 241/1990, art. 25, c. 4)'],
    ['scia-agibilita', 'f', 'Ha effetto dalla presentazione'],
    ['scia-agibilita', 'l', 'Diritti di segreteria: 150 € (Tariffe delle pratiche edilizie)'],
    ['cambio-residenza', 'l', 'Non si paga niente'],
    ['cila', 'f', 'Nessuno'],
    ['cancellazione-irreperibilita', 'i', 'Nessuna domanda: comincia il Comune'],
    ['patrocinio', 'b', 'Gabinetto del Sindaco'],
    ['commercio-aree-pubbliche', 'i', 'https://www.impresainungiorno.gov.it'],
  ] as const)('%s, %s) says: %s', (code, letter, line) => expect(cell(code, letter)).toContain(line));

  it('gives a certificate’s declaration in its place, and the table of a permit’s fees', () => {
    expect(cell('certificato-destinazione-urbanistica', 'g').join()).toContain('dichiarazione di chi vende');
    expect(cell('permesso-di-costruire', 'l', 'en')[0]).toContain('up to 800 cubic metres €350; ');
  });

  it('shows how to reach an office, and the code of one that it does not know', () => {
    const known = new Map([
      ['suap', { name: { it: 'Suap', en: 'Suap' }, person: 'Responsabile', pec: 'suap@pec.example.it' }],
    ]);
    const { cells } = toArt35Row(procedureTypeSchema.parse(smallTypes.application), known, 'it');
    expect(cells.b).toEqual(['Suap', 'suap@pec.example.it']);
    expect(cells.c).toEqual(['Responsabile', 'Suap', 'suap@pec.example.it', 'Decide: Suap', 'suap@pec.example.it']);
    expect(cells.m[0]).toBe('direzione-generale');
  });

  it.each(Object.keys(smallTypes))('has a row for the family %s', (family) => {
    const type = procedureTypeSchema.parse(Object.entries(smallTypes).find(([name]) => name === family)?.[1]);
    expect(Object.keys(toArt35Row(type, units, 'en').cells)).toEqual([...art35Letters]);
  });
});
