import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeCursor } from '#lib/search/cursor.ts';
import { SearchRequestError, sorts, type SearchRequest } from '#lib/search/search.ts';
import { makeElasticsearchEngine, type ElasticsearchEngine } from './elasticsearch-engine.ts';

const everything: SearchRequest = {
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

/** Cursors are not signed: whoever knows how one is made can put anything in it. An error of the engine would be taken for its absence. */
describe('cursors that nobody gave, on Elasticsearch', () => {
  let engine: ElasticsearchEngine;
  let missing: string | null = null;
  let close: (() => Promise<void>) | null = null;
  beforeAll(async () => {
    const made = await makeElasticsearchEngine();
    if ('missing' in made) missing = made.missing;
    else ({ close } = engine = made);
  }, 300_000);
  beforeEach((context) => {
    if (missing !== null) context.skip(missing);
  });
  afterAll(() => close?.());

  const keys = [null, 0, -1, 1.5, 1e308, 2 ** 53, 9977, 9978, 9979, 9980, 9999, '', 'x', '2020-13-45', '\ud800'];
  const pointsInTime = [null, '', 'x'];
  const orders = sorts.flatMap((sort): SearchRequest[] => [
    { ...everything, sort },
    { ...everything, sort, q: 'padova' },
    { ...everything, sort, group: 'fonds' },
  ]);

  it.each(orders)('order $sort, words "$q", grouped by $group: an answer or a refusal', async (request) => {
    const ask = (at: SearchRequest['at']) =>
      engine.search.query({ ...request, at }).then(
        () => 'answered',
        (error: unknown) => (error instanceof SearchRequestError ? 'refused' : String(error)),
      );
    const said: Record<string, string> = {};
    for (const key of keys)
      for (const pointInTime of pointsInTime) {
        const place = { stretch: 0, key: JSON.stringify([key, pointInTime]), id: 'fEstimi' };
        const cursor = writeCursor(request, { mode: 'sorted', place }, 'elasticsearch');
        said[`after ${place.key}`] = await ask({ after: cursor });
        said[`before ${place.key}`] = await ask({ before: cursor });
      }
    expect(Object.entries(said).filter(([, each]) => each !== 'answered' && each !== 'refused')).toEqual([]);
  });
});
