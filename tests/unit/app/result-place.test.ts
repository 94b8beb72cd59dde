import { describe, expect, it } from 'vitest';
import { backHref, hitHref, pageAround, readResultPlace } from '#lib/http/result-place.ts';
import { parseSearchParameters, toSearchRequest } from '#lib/http/search-parameters.ts';
import { writeCursor } from '#lib/search/cursor.ts';

const parsed = (query: string) => {
  const { parameters } = parseSearchParameters(new URLSearchParams(query));
  if (!parameters) throw new Error(`refused: ${query}`);
  return parameters;
};
const cursor = writeCursor(toSearchRequest(parsed('q=a'), 'it', false), {
  mode: 'ranked',
  place: { stretch: 0, key: '1', id: 'abc' },
});
const read = (href: string) => readResultPlace(new URL(href, 'https://example.org').searchParams);

describe('the place of a record in a list of results', () => {
  it.each([
    ['q=estimo&century=15&century=16&page=3', 45, '/search?q=estimo&century=15&century=16&page=3#hit-abc'],
    ['q=estimo', 20, '/search?q=estimo#hit-abc'],
    ['q=estimo', 21, '/search?q=estimo&page=2#hit-abc'],
    ['', 1, '/search#hit-abc'],
    [`q=a&after=${cursor}`, null, `/search?q=a&after=${cursor}#hit-abc`],
    ['q=a&group=fonds&page=2', null, '/search?q=a&group=fonds&page=2#hit-abc'],
  ])('of %j, hit %s, is kept in its address, and leads back', (query, number, back) => {
    const place = read(hitHref('abc', { parameters: parsed(query), number }));
    expect(place?.number).toBe(number);
    expect(place && backHref('abc', place)).toBe(back);
  });

  it.each(['', 'hit=3', 'in=page%3D51', 'in=from%3Dx', `in=${'a'.repeat(5000)}`])('is none in %.30s', (query) => {
    expect(readResultPlace(new URLSearchParams(query))).toBeNull();
  });

  it.each(['0', '-1', '1.5', 'x', '1001', ''])('has no number %j', (hit) => {
    expect(readResultPlace(new URLSearchParams({ in: 'q=a', hit }))?.number ?? null).toBeNull();
  });

  it('is on one page with its neighbours, wherever it is', () => {
    for (let number = 1; number <= 1000; number++) {
      const { page, size, index } = pageAround(number);
      expect((page - 1) * size + index + 1).toBe(number);
      expect(index < size - 1 && (number === 1 || index > 0) && page <= 50 && size <= 100).toBe(true);
    }
  });
});
