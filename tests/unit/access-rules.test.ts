import { describe, expect, it } from 'vitest';
import { answeredAheadOfNext } from '#lib/launcher/ahead-of-next.ts';
import { documentsAheadOfNext } from '#lib/launcher/documents-ahead.ts';
import { isClient, people } from '#tests/e2e/access/people.ts';
import { rules } from '#tests/e2e/access/rules.ts';
import { addressOf, siteRoutes } from '#tests/e2e/access/site-routes.ts';

const routes = siteRoutes();
const patterns = routes.map(({ pattern }) => pattern);

describe('who may what, of every address', () => {
  it('the route tree is read', () => {
    expect(patterns).toEqual(expect.arrayContaining(['/', '/mia-pagina', '/records/[id]', '/api/v1/search']));
    expect(routes.filter(({ methods }) => methods.length === 0)).toEqual([]);
  });

  it('every route has a rule: one without it is told by name', () => {
    const without = patterns
      .filter((pattern) => !(pattern in rules))
      .map((pattern) => `${pattern}: say whose it is in tests/e2e/access/rules.ts`);
    expect(without).toEqual([]);
  });

  it('every rule has a route', () => {
    expect(Object.keys(rules).filter((pattern) => !patterns.includes(pattern))).toEqual([]);
  });

  it('every rule says it for everybody, or for every kind of key', () => {
    const partial = Object.entries(rules).filter(([, { audience }]) => {
      const named = Object.keys(audience);
      const wanted = named.some((asker) => asker === 'key') ? ['noKey', 'wrongKey', 'weakKey', 'key'] : [...people];
      return wanted.some((asker) => !named.includes(asker)) || named.length !== wanted.length;
    });
    expect(partial.map(([pattern]) => pattern)).toEqual([]);
    expect(isClient('weakKey')).toBe(true);
  });

  it('what is answered ahead of Next stands in the route tree too', () => {
    const examples = patterns.map((pattern) => addressOf(pattern, {}));
    expect(answeredAheadOfNext.filter((address) => !examples.includes(address))).toEqual([]);
    expect(documentsAheadOfNext.filter((pattern) => !examples.some((address) => pattern.test(address)))).toEqual([]);
  });
});
