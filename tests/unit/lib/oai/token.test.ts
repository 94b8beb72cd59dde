import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokens, type ListToken } from '#lib/oai/token.ts';

const tokens = createTokens('secret');
const list: ListToken = {
  verb: 'ListRecords',
  prefix: 'oai_dc',
  set: 'fonds:0123bcdf',
  from: null,
  until: 1_764_000_000,
  stamp: 1_763_000_000,
  id: '0123bcdf',
  cursor: 300,
  size: 1_000_000,
};

describe('resumption tokens', () => {
  it('come back as they were written, as often as they are read', () => {
    const text = tokens.write(list);
    expect(tokens.read(text)).toEqual(list);
    expect(tokens.read(text)).toEqual(list);
    expect(tokens.read(tokens.write({ verb: 'ListSets', id: 'x', cursor: 7 }))).toEqual({
      verb: 'ListSets',
      id: 'x',
      cursor: 7,
    });
    expect(text).toMatch(/^[\w.-]+$/);
  });

  it('of another secret, or changed in one character, are none', () => {
    const text = tokens.write(list);
    expect(createTokens('another').read(text)).toBeNull();
    for (let at = 0; at < text.length; at++)
      for (const sign of ['A', 'B', '.', '='])
        if (text[at] !== sign) expect(tokens.read(text.slice(0, at) + sign + text.slice(at + 1))).toBeNull();
    expect(tokens.read(`${text}A`)).toBeNull();
    expect(tokens.read(text.slice(1))).toBeNull();
  });

  it('are none in whatever text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => tokens.read(text) === null));
  });
});
