import { describe, expect, it } from 'vitest';
import { parseChildrenParameters } from '#lib/http/children-parameters.ts';
import { parseSearchParameters, searchHref, toSearchRequest, toggleFacet } from '#lib/http/search-parameters.ts';

const parse = (query: string) => parseSearchParameters(new URLSearchParams(query));
const parsed = (query: string) => {
  const { parameters } = parse(query);
  if (!parameters) throw new Error(`refused: ${query}`);
  return parameters;
};

describe('the parameters of a search', () => {
  it.each([
    'page=0',
    'page=51',
    'page=x',
    'from=abc',
    'from=1500&to=1400',
    'sort=best',
    'level=shelf',
    'digital=false',
    'page=2&after=x',
    'lang=de',
    'dateMode=near',
  ])('refuse %s', (query) => {
    expect(parse(query).violations?.length).toBeGreaterThan(0);
  });

  it.each(['', 'q=', 'page=50', 'from=&to=', 'fonds=a&fonds=b', 'utm_source=x', 'century=15&century=16', 'sort=-date'])(
    'take %s',
    (query) => {
      expect(parse(query).violations).toBeNull();
    },
  );

  it('become a public request', () => {
    expect(toSearchRequest(parsed('q=estimo&fonds=a&fonds=b&from=1400&digital=true'), 'it', true)).toMatchObject({
      scope: 'public',
      q: 'estimo',
      filters: { fonds: ['a', 'b'], digital: ['true'] },
      from: 1400,
      to: null,
      at: { page: 1 },
    });
  });

  it('become an address again; a change goes back to the first page', () => {
    expect(searchHref(parsed('q=a b&page=3&level=file'), { sort: 'date' })).toBe('/search?q=a+b&level=file&sort=date');
    expect(searchHref(parsed('q=x'), { page: 2 })).toBe('/search?q=x&page=2');
    expect(searchHref(null)).toBe('/search');
  });

  it('turn a facet on and off', () => {
    expect(toggleFacet(parsed('q=x'), 'century', '15')).toBe('/search?q=x&century=15');
    expect(toggleFacet(parsed('q=x&century=15&century=16'), 'century', '15')).toBe('/search?q=x&century=16');
  });
});

describe('the parameters of children', () => {
  it.each(['limit=0', 'limit=101', 'limit=x', 'after=a&before=b', 'after=a&around=b'])('refuse %s', (query) => {
    expect(parseChildrenParameters(new URLSearchParams(query)).violations?.length).toBeGreaterThan(0);
  });
  it('start with twenty', () => {
    expect(parseChildrenParameters(new URLSearchParams('after=')).parameters).toEqual({ limit: 20 });
  });
});
