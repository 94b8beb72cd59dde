import { describe, expect, it } from 'vitest';
import { conclusionTerm } from '#lib/procedures/conclusion-term.ts';
import { lawSchema, parameterOn } from '#lib/procedures/law.ts';
import { law } from '#tests/builders/procedure-time.ts';

describe('figures of law', () => {
  it.each([
    { day: '2020-01-01', value: 18 },
    { day: '2021-05-31', value: 18 },
    { day: '2021-06-01', value: 12 },
    { day: '2025-12-17', value: 12 },
    { day: '2025-12-18', value: 6 },
    { day: '2026-11-23', value: 6 },
  ])('art. 21-nonies gives $value months on $day', ({ day, value }) => {
    expect(parameterOn(law, 'annullamentoDUfficioMonths', day)?.value).toBe(value);
  });

  it('are not known before the first checked day: art. 10-bis interrupted until July 2020', () => {
    expect(parameterOn(law, 'preavvisoDiRigettoRestartDays', '2020-07-16')).toBeNull();
    expect(parameterOn(law, 'preavvisoDiRigettoRestartDays', '2020-07-17')?.value).toBe(10);
  });

  it.each([
    ['2026-02-19', 45, 90],
    ['2026-02-20', 30, 60],
  ])('change on the day on which an act comes into force (DL 19/2026): %s', (day, usual, longest) => {
    expect(parameterOn(law, 'conferenzaDays', day)?.value).toBe(usual);
    expect(parameterOn(law, 'conferenzaTutelaDays', day)?.value).toBe(longest);
  });

  it('carry their article and how sure we are of it', () => {
    expect(parameterOn(law, 'parereDays', '2026-01-01')).toMatchObject({
      value: 20,
      unit: 'days',
      source: { article: 'L. 241/1990 art. 16 c. 1', status: 'read' },
    });
  });

  it('must all be there', () => {
    const { parereDays: _, ...figures } = law.figures;
    expect(lawSchema.safeParse({ figures }).success).toBe(false);
  });
});

it('a figure named for days is one of days', () => {
  const figures = { ...law.figures, parereDays: { ...law.figures.parereDays, unit: 'euro' } };
  expect(lawSchema.safeParse({ figures }).success).toBe(false);
});

describe('the term of a type', () => {
  const term = (...[basis, days]: [Parameters<typeof conclusionTerm>[0], number | null]) =>
    conclusionTerm(basis, days, law, '2026-03-02');

  it('is thirty days where nothing else is laid down (art. 2 c. 2)', () => {
    expect(term('none', null)).toEqual({ kind: 'term', days: 30, article: 'L. 241/1990 art. 2 c. 2' });
  });

  it.each([
    { name: 'ninety by regulation', basis: 'regulation' as const, days: 90, kind: 'term' },
    { name: 'not ninety-one (c. 3)', basis: 'regulation' as const, days: 91, kind: 'beyondCap' },
    {
      name: 'a hundred and eighty for stated complexity',
      basis: 'complexRegulation' as const,
      days: 180,
      kind: 'term',
    },
    { name: 'not a day more (c. 4)', basis: 'complexRegulation' as const, days: 181, kind: 'beyondCap' },
    { name: 'whatever a law says', basis: 'law' as const, days: 365, kind: 'term' },
    { name: 'nothing without a figure', basis: 'regulation' as const, days: null, kind: 'daysMissing' },
  ])('may be $name', ({ basis, days, kind }) => expect(term(basis, days).kind).toBe(kind));

  it('is unknown where the law of the day is', () => {
    expect(conclusionTerm('none', null, law, '1995-01-01')).toEqual({
      kind: 'noLawInForce',
      key: 'conclusionDefaultDays',
      on: '1995-01-01',
    });
  });
});
