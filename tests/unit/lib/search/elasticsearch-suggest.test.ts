import { describe, expect, it } from 'vitest';
import { sharingOf } from '#lib/search/elasticsearch-suggest-sharing.ts';

const list = (text: string) =>
  text
    .split(' ')
    .filter(Boolean)
    .map((each) => ({ key: each.charAt(0), id: each }));

describe('sharingOf', () => {
  it.each([
    ['one record each', 'a1 b1', 'a1 b1', [], []],
    ['two of one key', 'a1 b1', 'a1 a2 b1', ['a'], []],
    ['one record by two documents', 'a1', 'a1 a1', [], []],
    ['a list cut within a key', 'a1 b1 c1', 'a1 b1 c1 c1', [], ['c']],
    ['a list cut within a key known to be shared', 'a1 b1', 'a1 b1 b2 b3', ['b'], []],
    ['a list that one key fills', 'a1 b1 c1', 'a1 a2 a3 a4', ['a'], ['b', 'c']],
    ['nothing', '', '', [], []],
  ])('%s', (_, found, documents, shared, unknown) => {
    expect(sharingOf(list(found), list(documents), 4)).toEqual({ shared: new Set(shared), unknown });
  });
});
