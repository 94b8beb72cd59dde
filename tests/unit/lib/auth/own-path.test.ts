import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownPath } from '#lib/auth/own-path.ts';

describe('where one goes on to', () => {
  it.each([
    ['/ufficio?vista=mie#pratica', '/ufficio?vista=mie#pratica'],
    ['/records/abc', '/records/abc'],
    ['http://site/saved', '/saved'],
    ['/servizi/../saved', '/saved'],
  ])('%s', (asked, expected) => expect(ownPath(asked)).toBe(expected));

  it.each([
    null,
    undefined,
    '',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'evil.example',
    'http://site.evil.example/',
    'http://site@evil.example/',
    'https://site/',
    '/accedi',
    '/accedi?returnTo=/accedi',
    '/esci',
    '/api/auth/signout',
    '/_next/static/x',
    `/${'a'.repeat(3000)}`,
  ])('%s leads home', (asked) => expect(ownPath(asked)).toBe('/'));

  it('whatever is asked, it stays on the site', () => {
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '%2f',
      '%5c',
      'evil.example',
      '@',
      ':',
      '?',
      '#',
      'http:',
      '\t',
      ' ',
      'a',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const path = ownPath(parts.join(''));
        expect(path.startsWith('/')).toBe(true);
        // As a browser reads a Location header, on either scheme.
        for (const base of ['http://site/accedi', 'https://site/accedi']) expect(new URL(path, base).host).toBe('site');
      }),
      { numRuns: 3000 },
    );
  });
});
