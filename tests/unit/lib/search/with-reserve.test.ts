import { describe, expect, it } from 'vitest';
import { SearchRequestError, type Search, type SearchAnswer, type SearchRequest } from '#lib/search/search.ts';
import { searchWithReserve } from '#lib/search/with-reserve.ts';

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
const answer = (total: number): SearchAnswer => ({
  total,
  totalEstimate: false,
  next: null,
  prev: null,
  hits: [],
  facets: {},
});
const away = new Error('not there');

/** A main engine that counts 1, a reserve that counts 2, and a clock: what breaks is set by the test. */
function engines() {
  const state = { failing: null as Error | null, probes: 0, asked: 0, now: 10_000, told: [] as string[] };
  const main = {
    query: async ({ at }: SearchRequest) => {
      state.asked++;
      if (state.failing) throw state.failing;
      if (!('page' in at)) throw new SearchRequestError('after', 'of another engine', true);
      return answer(1);
    },
    suggest: async () => {
      if (state.failing) throw state.failing;
      return [];
    },
    isAway: (error: unknown) => error === away,
    probe: async () => {
      state.probes++;
      if (state.failing) throw state.failing;
    },
  };
  const reserve: Search = {
    query: async () => answer(2),
    suggest: async () => [{ kind: 'place', label: 'Padova', id: null, type: null, note: null }],
  };
  const search = searchWithReserve(
    main,
    reserve,
    (line) => state.told.push(line),
    () => state.now,
  );
  return { state, search };
}

describe('searchWithReserve', () => {
  it('asks the main engine alone while it answers', async () => {
    const { search, state } = engines();
    expect(await search.query(request)).toEqual(answer(1));
    expect(state.told).toEqual([]);
  });

  it('answers from the reserve while the engine is away, says so, and makes no reader wait for it', async () => {
    const { search, state } = engines();
    state.failing = away;
    const first = await search.query(request);
    expect(first).toMatchObject({ total: 2, notices: [expect.stringContaining('riserva')] });
    expect((await search.query({ ...request, lang: 'en' })).notices).toEqual([expect.stringContaining('reserve')]);
    expect(await search.suggest({ scope: 'public', q: 'pad', lang: 'it' })).toHaveLength(1);
    expect(state).toMatchObject({ asked: 1, probes: 0, told: [expect.stringContaining('not there')] });
  });

  it('comes back once a question beside the readers is answered, and asks no oftener than every two seconds', async () => {
    const { search, state } = engines();
    state.failing = away;
    await search.query(request);
    state.now += 2000;
    for (let i = 0; i < 3; i++) expect((await search.query(request)).total).toBe(2);
    expect(state.probes).toBe(1);
    state.failing = null;
    state.now += 2000;
    expect((await search.query(request)).total).toBe(2);
    await Promise.resolve();
    expect(await search.query(request)).toEqual(answer(1));
    expect(state.told.at(-1)).toContain('answers again');
  });

  it('an error that is no absence is answered from the reserve and the engine asked again', async () => {
    const { search, state } = engines();
    state.failing = new Error('a query it could not read');
    expect((await search.query(request)).total).toBe(2);
    state.failing = null;
    expect((await search.query(request)).total).toBe(1);
  });

  it('a request that cannot be honoured is nobody’s failure', async () => {
    const { search, state } = engines();
    state.failing = new SearchRequestError('page', 'too far');
    await expect(search.query(request)).rejects.toThrow('too far');
    expect(state.told).toEqual([]);
  });

  it('a list begun on the other engine begins again, and says so', async () => {
    const { search } = engines();
    const found = await search.query({ ...request, at: { after: 'x' } });
    expect(found).toMatchObject({ total: 1, notices: [expect.stringContaining('prima pagina')] });
  });
});
