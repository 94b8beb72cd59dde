import { errors } from '@elastic/elasticsearch';
import { describe, expect, it } from 'vitest';
import { isAway } from '#lib/search/elasticsearch.ts';

const refused = (statusCode: number) =>
  new errors.ResponseError({
    statusCode,
    body: {},
    headers: {},
    warnings: null,
    meta: {
      context: null,
      name: 'test',
      request: { params: { method: 'POST', path: '/_search' }, options: {}, id: 1 },
      connection: null,
      attempts: 0,
      aborted: false,
    },
  });

describe('whether the cluster is away', () => {
  it.each([401, 403, 404, 429, 502, 503, 504])('%i: it is', (status) => {
    expect(isAway(refused(status))).toBe(true);
  });
  it.each([400, 500])('%i: this question is what it cannot answer', (status) => {
    expect(isAway(refused(status))).toBe(false);
  });
  it('not reached, or no answer in time: it is', () => {
    expect(isAway(new errors.ConnectionError('refused'))).toBe(true);
    expect(isAway(new errors.TimeoutError('late'))).toBe(true);
  });
  it('an error of our own: it is not', () => {
    expect(isAway(new Error('ours'))).toBe(false);
  });
});
