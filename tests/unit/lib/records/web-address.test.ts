import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { webAddressOf } from '#lib/records/web-address.ts';

describe('addresses on the web', () => {
  it.each([
    ['https://esempio.it/a b', 'https://esempio.it/a%20b'],
    [' http://Esempio.IT/à?x=[1]|2#y#z ', 'http://esempio.it/%C3%A0?x=%5B1%5D%7C2#y%23z'],
    ['https://esempio.it/50%', 'https://esempio.it/50%25'],
    ['https://esempio.it/%41%zz', 'https://esempio.it/%41%25zz'],
  ])('%s becomes %s', (given, address) => expect(webAddressOf(given)).toBe(address));

  it.each(['', 'javascript:alert(1)', '/mnt/1.tif', 'ftp://esempio.it/1', 'https://u:p@esempio.it/', 'http://'])(
    '%s is none',
    (given) => expect(webAddressOf(given)).toBeNull(),
  );

  it('has only what may stand in one, whatever is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const address = webAddressOf(`https://esempio.it/${text}`);
        if (address !== null) expect(address).toMatch(/^[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%[\]]+$/);
      }),
    );
  });
});
