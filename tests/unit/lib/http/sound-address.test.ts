import fc from 'fast-check';
import { expect, it } from 'vitest';
import { soundAddress } from '#lib/http/sound-address.ts';

it.each([
  ['/records/abc?q=%ff', '/records/abc?q=%ff'],
  ['/records/%C3%A0', '/records/%C3%A0'],
  ['/records/%ff%fe?lang=it', '/records/%EF%BF%BD%EF%BF%BD?lang=it'],
  ['/records/%zz', '/records/%25zz'],
  ['/', '/'],
  ['http://evil.example/search?q=a', '/search?q=a'],
  ['/http://evil.example/', '/http://evil.example/'],
  ['//[', '/['],
  ['http://[', '/['],
  ['http://', '/'],
  ['/\\x:99999999/oai', '/x:99999999/oai'],
  ['*', '*'],
])('%s', (given, sound) => expect(soundAddress(given)).toBe(sound));

it('can always be decoded', () => {
  const piece = fc.constantFrom('%', 'ff', 'a', '/', 'C3', '%A0', '?', '#', 'zz', '%00', '.');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const [path = ''] = soundAddress(`/${pieces.join('')}`).split(/[?#]/);
      expect(() => decodeURIComponent(path)).not.toThrow();
    }),
  );
});

it('can always be read as an address', () => {
  const piece = fc.constantFrom('/', '//', '\\', '[', ']', ':', '@', 'http://', 'x', '99999', '%', '?', '#', ' ', '\t');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      expect(URL.canParse(soundAddress(pieces.join('')), 'http://site')).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
