import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byteRange } from '#lib/http/byte-range.ts';

const etag = '"a"';

it.each([
  ['bytes=0-9', { kind: 'part', start: 0, end: 9 }],
  ['bytes=90-', { kind: 'part', start: 90, end: 99 }],
  ['bytes=-10', { kind: 'part', start: 90, end: 99 }],
  ['bytes=-1000', { kind: 'part', start: 0, end: 99 }],
  ['bytes=50-5000', { kind: 'part', start: 50, end: 99 }],
  ['bytes=100-', { kind: 'unsatisfiable' }],
  ['bytes=-0', { kind: 'unsatisfiable' }],
  ['bytes=9-0', { kind: 'whole' }],
  ['bytes=-', { kind: 'whole' }],
  ['bytes=0-1,5-6', { kind: 'whole' }],
  ['lines=0-1', { kind: 'whole' }],
])('%s of a hundred bytes', (range, expected) => {
  expect(byteRange(range, null, etag, 100)).toEqual(expected);
});

it('gives the whole where the file is another than before', () => {
  expect(byteRange('bytes=0-9', '"b"', etag, 100)).toEqual({ kind: 'whole' });
  expect(byteRange('bytes=0-9', etag, etag, 100).kind).toBe('part');
  expect(byteRange(null, null, etag, 100)).toEqual({ kind: 'whole' });
});

it('never leaves the file, whatever is asked', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), fc.nat(), fc.nat({ max: 1_000_000 }), (odd, from, to, bytes) => {
      for (const range of [odd, `bytes=${odd}`, `bytes=${from}-${to}`, `bytes=${from}-`, `bytes=-${to}`]) {
        const asked = byteRange(range, null, etag, bytes);
        if (asked.kind !== 'part') continue;
        expect(asked.start).toBeGreaterThanOrEqual(0);
        expect(asked.start).toBeLessThanOrEqual(asked.end);
        expect(asked.end).toBeLessThan(bytes);
      }
    }),
  );
});
