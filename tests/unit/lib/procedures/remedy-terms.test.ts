import { describe, expect, it } from 'vitest';
import { remedyTerms } from '#lib/procedures/remedy-terms.ts';
import { law, padova } from '#tests/builders/procedure-time.ts';
import { demoType, typeFiles } from '#tests/builders/procedure-types.ts';

const until = (act: string, article: string | undefined, knownOn: string) =>
  remedyTerms({ source: { act, ...(article && { article }) } }, knownOn, { law, calendar: padova }).map(
    (term) => `${term.days} ${term.until}`,
  );

describe('the last day of a remedy', () => {
  it.each<[string, string | undefined, string, string[]]>([
    // First day out, last day in.
    ['D.Lgs. 104/2010; DPR 1199/1971', undefined, '2026-01-12', ['60 2026-03-13', '120 2026-05-12']],
    // 13 June 2026 is a Saturday: a court takes it no more than the Sunday; the President does, and 14 June is no day for anybody.
    ['D.Lgs. 104/2010', undefined, '2026-04-14', ['60 2026-06-15']],
    ['DPR 1199/1971', undefined, '2026-02-13', ['120 2026-06-13']],
    ['DPR 1199/1971', undefined, '2026-02-14', ['120 2026-06-15']],
    // August does not count before a court, and a term that begins within it begins on 1 September.
    ['D.Lgs. 104/2010', undefined, '2026-07-20', ['60 2026-10-19']],
    ['D.Lgs. 104/2010', undefined, '2026-08-10', ['60 2026-10-30']],
    ['DPR 1199/1971', undefined, '2026-07-20', ['120 2026-11-17']],
    // Over the turn of the year.
    ['D.Lgs. 104/2010', undefined, '2026-12-01', ['60 2027-02-01']],
    ['L. 241/1990', 'art. 25', '2026-07-20', ['30 2026-09-21', '30 2026-08-19']],
    ['DPR 223/1989', 'art. 36', '2026-03-02', ['30 2026-04-01']],
    // Of what no figure is known, the words of the type are all there is.
    ['L. 241/1990', 'art. 3, c. 4', '2026-03-02', []],
    ['D.Lgs. 104/2010', undefined, '2009-03-02', []],
  ])('%s %s, known on %s', (act, article, knownOn, expected) => {
    expect(until(act, article, knownOn)).toEqual(expected);
  });

  it('is known for every remedy of the types but one that names no court', () => {
    const unknown = typeFiles
      .flatMap((file) => demoType(file.replace('.yaml', '')).remedies)
      .filter(({ source }) => until(source.act, source.article, '2026-11-26').length === 0)
      .map(({ text }) => text.it);
    expect(unknown).toEqual(['Ricorso al giudice: il provvedimento dice a quale ed entro quando']);
  });
});
