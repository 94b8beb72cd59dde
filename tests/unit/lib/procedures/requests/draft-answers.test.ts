import { describe, expect, it } from 'vitest';
import { answersAfter, answersFrom } from '#lib/procedures/requests/draft-answers.ts';
import { declarationsOf } from '#lib/procedures/requests/declarations.ts';
import { demoType } from '#tests/builders/procedure-types.ts';

describe('what was typed', () => {
  it('is kept by the names that a form asks for, and nothing else', () =>
    expect(
      answersFrom(
        [
          ['a.x', 'one'],
          ['a.x', 'two'],
          ['a.y', ''],
          ['__proto__', 'no'],
          ['evil', 'no'],
        ],
        (name) => name.startsWith('a.'),
      ),
    ).toEqual({ 'a.x': ['one', 'two'] }));

  it('is bounded', () => {
    const many = Array.from({ length: 3000 }, (_, n): [string, string] => [`a.${n}`, 'x']);
    expect(Object.keys(answersFrom(many, () => true))).toHaveLength(1000);
    expect(answersFrom([['a.x', 'x'.repeat(50_000)]], () => true)['a.x']?.[0]).toHaveLength(20_000);
    const same = Array.from({ length: 3000 }, (): [string, string] => ['a.x', 'x']);
    expect(answersFrom(same, () => true)['a.x']).toHaveLength(200);
  });

  it('of one page replaces that of the same page, also what was taken away there', () =>
    expect(
      answersAfter({ 'a.x': ['1'], 'a.xRow': ['2'], 'a.y': ['3'] }, { 'a.x': ['4'], 'a.y': ['other page'] }, (name) =>
        name.startsWith('a.x'),
      ),
    ).toEqual({ 'a.x': ['4'], 'a.y': ['3'] }));
});

describe('what is declared', () => {
  const codes = (code: string, represented: string | null) =>
    declarationsOf(demoType(code), represented).map((one) => one.code);

  it('is the truth; for another that one may; of scholars that they keep the rules', () => {
    expect(codes('patrocinio', null)).toEqual(['truth']);
    expect(codes('patrocinio', 'Forno S.r.l.')).toEqual(['truth', 'powers']);
    expect(codes('consultazione-archivio', null)).toEqual(['truth', 'scholarship']);
  });
});
