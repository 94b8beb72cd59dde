import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeBeginnings, codeSortKey, normaliseCode, titleSortKey } from '#lib/search/code.ts';
import { fold, wordsOf } from '#lib/search/fold.ts';
import { highlight } from '#lib/search/highlight.ts';
import { histogramOf } from '#lib/search/histogram.ts';
import { sampleTier } from '#lib/search/lexemes.ts';
import { integersOf } from '#lib/search/postgres-facet-sets.ts';

describe('words', () => {
  it.each([
    ['Città', ['citta']],
    ["L'archivio dell’Estimo", ['l', 'archivio', 'dell', 'estimo']],
    ['estimo/catasto.registro', ['estimo', 'catasto', 'registro']],
    ['ΑΡΧΕΊΟ 12a', ['αρχειο', '12a']],
    ['', []],
    ['x'.repeat(300), ['x'.repeat(100)]],
  ])('%s', (text, words) => expect(wordsOf(text)).toEqual(words));

  it('fold alike whether composed or not', () => expect(fold('perché'.normalize('NFD'))).toBe(fold('PERCHÉ')));
});

describe('reference codes', () => {
  it.each([
    ['B. 12', 'b 12'],
    ['b.12', 'b 12'],
    ['B12', 'b 12'],
    ['E / 2', 'e/2'],
    ['ASPd, Estimo 1418, reg. 3-bis', 'aspd estimo 1418 reg 3-bis'],
    ['…', ''],
  ])('%s', (code, normalised) => expect(normaliseCode(code)).toBe(normalised));

  it('sort naturally', () => {
    const codes = ['A/10', 'A/2', 'B', 'A 1', 'A/2bis', 'A/02', 'a/1'];
    const sorted = [...codes].sort((a, b) => (codeSortKey(a) < codeSortKey(b) ? -1 : 1));
    expect(sorted).toEqual(['A 1', 'a/1', 'A/2', 'A/02', 'A/2bis', 'A/10', 'B']);
  });

  it.each([
    ['', [], []],
    ['a', ['A', 'Ab', 'a/1'], ['b']],
    ['L/1', ['l/1', 'L/10', 'L/19', 'L/100', 'L/1999', 'L/1bis', 'L/1.5'], ['L/2', 'L/20', 'L']],
    ['0', ['0', '0 b'], ['1', '10']],
    ['1234567890', ['1234567890', '12345678901'], ['234567890', '1234567891']],
  ])('begin as typed: %s', (typed, so, otherwise) => {
    const begins = codeBeginnings(codeSortKey(typed));
    const does = (code: string) => begins.some((beginning) => codeSortKey(code).startsWith(beginning));
    expect(so.filter((code) => !does(code))).toEqual([]);
    expect(otherwise.filter(does)).toEqual([]);
  });

  it('have short keys', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        expect(codeSortKey(text).length).toBeLessThanOrEqual(200);
        expect(titleSortKey(text).length).toBeLessThanOrEqual(200);
        expect(normaliseCode(text).length).toBeLessThanOrEqual(500);
      }),
    );
  });
});

describe('highlight', () => {
  const stemOf = (word: string) => word.slice(0, 4);
  const marked = { stems: new Set(['libr', 'citt']), prefixes: ['arch'] };

  it('marks words and escapes the rest', () => {
    expect(highlight('I <b>libri</b> & la Città', marked, stemOf)).toBe(
      'I &#60;b&#62;<mark>libri</mark>&#60;/b&#62; &#38; la <mark>Città</mark>',
    );
  });

  it('cuts long texts around the first word found', () => {
    const html = highlight(`${'parole '.repeat(200)}archivio ${'altre '.repeat(200)}`, marked, stemOf) ?? '';
    expect(html).toMatch(/^… .*<mark>archivio<\/mark>.* …$/);
    expect(html.length).toBeLessThan(400);
  });

  it('gives nothing where nothing is found', () => expect(highlight('niente', marked, stemOf)).toBeNull());

  it('never lets markup through', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('libro', '<i>', '&amp;', '"', 'x', '</mark>', ' ')), (parts) => {
        const html = highlight(parts.join(' '), marked, stemOf) ?? '';
        expect(html.replaceAll(/<mark>libro<\/mark>/g, '')).not.toMatch(/[<>"]/);
      }),
    );
  });
});

describe('histogram', () => {
  it('counts a span in every bar it touches', () => {
    const bars = histogramOf(
      [
        { year: 1405, count: 1 },
        { year: 1411, count: 2 },
      ],
      [
        { year: 1411, count: 2 },
        { year: 1425, count: 1 },
      ],
    );
    expect(bars).toEqual([
      { from: 1400, to: 1409, count: 1 },
      { from: 1410, to: 1419, count: 3 },
      { from: 1420, to: 1429, count: 1 },
    ]);
  });

  it('has at most forty bars', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.nat(500)), { minLength: 1 }), (spans) => {
        const bars = histogramOf(
          spans.map(([year]) => ({ year, count: 1 })),
          spans.map(([year, length]) => ({ year: Math.min(9999, year + length), count: 1 })),
        );
        expect(bars.length).toBeLessThanOrEqual(40);
        for (const { from, to, count } of bars) {
          expect(count).toBe(
            spans.filter(([year, length]) => year <= to && Math.min(9999, year + length) >= from).length,
          );
        }
      }),
    );
  });

  it('is empty without years', () => expect(histogramOf([], [])).toEqual([]));
});

describe('marks and numbers', () => {
  it('spreads records evenly over the sample tiers', () => {
    const tiers = Array.from({ length: 16 }, () => 0);
    for (let i = 0; i < 16_000; i++) {
      const tier = sampleTier(`id${i.toString(36)}`);
      tiers[tier] = (tiers[tier] ?? 0) + 1;
    }
    expect(Math.min(...tiers)).toBeGreaterThan(850);
    expect(Math.max(...tiers)).toBeLessThan(1150);
  });

  it('reads integer arrays', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), (numbers) => {
        expect([...integersOf(`{${numbers.join()}}`)]).toEqual(numbers);
      }),
    );
    expect([...integersOf(null)]).toEqual([]);
  });
});
