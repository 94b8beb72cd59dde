import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modeOf, queryOf } from '#lib/search/elasticsearch-orders.ts';
import { compileWords } from '#lib/search/elasticsearch-query.ts';
import { parseQuery } from '#lib/search/query.ts';
import type { SearchRequest } from '#lib/search/search.ts';

const written = ['title^4', 'names^2', 'terms^2', 'body'];
const fields = [...written, 'pages'];
const word = (query: string) => ({ combined_fields: { query, fields, operator: 'and', zero_terms_query: 'all' } });
const compiled = (q: string) => compileWords({ ...parseQuery(q), code: null }, (each) => ['di', 'il'].includes(each));

const request: SearchRequest = {
  scope: 'public',
  q: '',
  filters: {},
  from: null,
  to: null,
  dateMode: 'overlap',
  within: null,
  sort: 'relevance',
  group: null,
  at: { page: 1 },
  size: 20,
  facets: false,
  lang: 'it',
};

describe('compileWords', () => {
  it.each([
    ['a word', 'estimo', word('estimo')],
    ['words', 'estimo libro', { bool: { must: [word('estimo'), word('libro')] } }],
    ['a stop word beside a word', 'estimo di', word('estimo')],
    ['stop words alone', 'di il', null],
    ['a stop word as an alternative', 'di OR estimo', word('estimo')],
    ['a stop word left out', '-di estimo', word('estimo')],
    ['nothing', '', null],
    ['a word left out', 'estimo -libro', { bool: { must: [word('estimo')], must_not: [word('libro')] } }],
    ['a choice', 'a1 OR libro', { bool: { should: [expect.anything(), word('libro')], minimum_should_match: 1 } }],
    [
      'a choice beside a word',
      'estimo (libro OR busta)',
      { bool: { must: [word('estimo')], should: [word('libro'), word('busta')], minimum_should_match: 1 } },
    ],
    [
      'a choice left out',
      'estimo -(libro OR busta)',
      { bool: { must: [word('estimo')], must_not: [word('libro'), word('busta')] } },
    ],
    [
      'a phrase, its stop words in their places',
      '"libro di conti"',
      { multi_match: { type: 'phrase', query: 'libro di conti', fields: written } },
    ],
  ])('%s', (_, q, query) => {
    expect(compiled(q).words).toEqual(query);
  });

  it('never gives Elasticsearch more levels than it takes, whatever was typed', () => {
    const token = fc.constantFrom(
      'a1',
      'libro',
      '-',
      '(',
      '(',
      ')',
      ' OR ',
      ' ',
      '"x y"',
      'bart*',
      '-(',
      ' OR (',
      ' OR -(',
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 200 }), (tokens) => {
        const words = compileWords(parseQuery(tokens.join('')), () => false);
        expect(levels(queryOf(request, words))).toBeLessThanOrEqual(30);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['exclusions', 'a1 OR -(b1 OR -('],
    ['choices and words', 'a1 OR (b1 ('],
    ['words and exclusions', '-(a1 '],
    ['choices side by side', '(a1 OR b1) (c1 OR ('],
  ])('%s in one another', (_, opening) => {
    expect(
      levels(
        queryOf(
          request,
          compileWords(parseQuery(opening.repeat(30) + 'z1'), () => false),
        ),
      ),
    ).toBeLessThanOrEqual(30);
  });

  it('orders by relevance only what has words', () => {
    expect(modeOf('relevance', compiled(''))).toBe('standing');
    expect(modeOf('relevance', compiled('estimo'))).toBe('ranked');
    expect(modeOf('date', compiled('estimo'))).toBe('sorted');
  });
});

/** As Elasticsearch counts: each query in another is a level. */
function levels(query: unknown): number {
  if (Array.isArray(query)) return Math.max(0, ...query.map(levels));
  if (typeof query !== 'object' || query === null) return 0;
  const own = 'bool' in query || 'constant_score' in query || 'combined_fields' in query || 'prefix' in query ? 1 : 0;
  return own + Math.max(0, ...Object.values(query).map(levels));
}
