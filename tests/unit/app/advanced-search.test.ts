import { describe, expect, it } from 'vitest';
import { advancedHref, composeQuery, type QueryRow, type RowMode, type RowTie } from '#lib/http/advanced-search.ts';
import { parseQuery } from '#lib/search/query.ts';

const row = (words: string, mode: RowMode = 'all', tie: RowTie = 'and'): QueryRow => ({ words, mode, tie });

describe('the rows of the advanced search', () => {
  it.each<[string, QueryRow[], string]>([
    ['nothing', [row(''), row('  ', 'phrase', 'or')], ''],
    ['one word', [row('estimo')], 'estimo'],
    ['all the words', [row('estimo Duomo')], 'estimo Duomo'],
    ['a phrase', [row('libro dei conti', 'phrase')], '"libro dei conti"'],
    ['any of the words', [row('mulino molino', 'any')], 'mulino OR molino'],
    ['beginnings', [row('pergamen estim', 'begins')], 'pergamen* estim*'],
    ['and, in order', [row('a'), row('b c', 'any')], 'a (b OR c)'],
    ['or, with all above', [row('a'), row('b'), row('c', 'all', 'or')], 'a b OR c'],
    ['not', [row('estimo'), row('Vicenza Verona', 'any', 'not')], 'estimo NOT (Vicenza OR Verona)'],
    ['or, then and', [row('a'), row('b', 'all', 'or'), row('c')], '(a OR b) c'],
    ['not alone', [row('Vicenza', 'all', 'not')], 'NOT Vicenza'],
    ['a row skipped', [row(''), row('b', 'all', 'or')], 'b'],
    ['signs and operators as words', [row('OR "a" (b) -c d* NOT')], 'or a b c d not'],
  ])('%s', (_, rows, query) => {
    expect(composeQuery(rows)).toBe(query);
    expect(parseQuery(query).notices).toEqual([]);
  });

  it('lead to the search with its filters', () => {
    const address =
      'words1=estimo&mode1=all&words2=Vicenza&mode2=all&tie2=not&from=1400&to=&dateMode=overlap&level=file&level=item';
    expect(advancedHref(new URLSearchParams(address))).toBe(
      '/search?q=estimo+NOT+Vicenza&level=file&level=item&from=1400',
    );
  });

  it('follow what was written before', () => {
    expect(advancedHref(new URLSearchParams('q=a OR b&words1=c&tie1=and'))).toBe('/search?q=%28a+OR+b%29+c');
    expect(advancedHref(new URLSearchParams('q=a OR b&words1=c&tie1=or'))).toBe('/search?q=a+OR+b+OR+c');
    expect(advancedHref(new URLSearchParams('q=a&words1=c&tie1=not'))).toBe('/search?q=a+NOT+c');
    expect(advancedHref(new URLSearchParams('q=a'))).toBe('/search?q=a');
  });

  it('leave what cannot be searched to be told', () => {
    expect(advancedHref(new URLSearchParams('words1=a&from=1500&to=1400'))).toBe('/search?from=1500&to=1400&q=a');
  });
});
