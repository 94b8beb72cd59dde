import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '#lib/config.ts';

describe('ELASTICSEARCH_URL', () => {
  it.each([
    ['nothing', undefined, null],
    ['one node', 'http://a:9200', ['http://a:9200']],
    ['several', 'https://a:9200, https://b:9200', ['https://a:9200', 'https://b:9200']],
  ])('%s', (_, url, nodes) => {
    expect(readConfig({ ELASTICSEARCH_URL: url }).elasticsearch?.nodes ?? null).toEqual(nodes);
  });

  it('has defaults for what an installation need not say', () => {
    expect(readConfig({ ELASTICSEARCH_URL: 'http://a:9200' }).elasticsearch).toMatchObject({
      prefix: 'eli4u',
      shards: 1,
    });
  });

  it.each([
    ['no address', { ELASTICSEARCH_URL: 'a:9200' }, /ELASTICSEARCH_URL/],
    ['one of several that is none', { ELASTICSEARCH_URL: 'http://a:9200,b' }, /ELASTICSEARCH_URL/],
    [
      'capitals in the prefix',
      { ELASTICSEARCH_URL: 'http://a:9200', ELASTICSEARCH_INDEX_PREFIX: 'Eli' },
      /small letters/,
    ],
    ['no shard at all', { ELASTICSEARCH_URL: 'http://a:9200', ELASTICSEARCH_SHARDS: '0' }, /ELASTICSEARCH_SHARDS/],
  ])('refuses %s, without showing a password', (_, env, told) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(told);
    expect(() => readConfig({ ELASTICSEARCH_URL: 'http://u:s3cret@a:9200,b' })).not.toThrow(/s3cret/);
  });
});
