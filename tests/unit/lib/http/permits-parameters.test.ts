import { expect, it } from 'vitest';
import { permitsAddress, readPermitsQuery } from '#lib/http/permits-parameters.ts';
import type { PermitsQuery } from '#lib/store/reading-permits/all-permits.ts';

it.each<[Record<string, string | string[]>, PermitsQuery]>([
  [{}, {}],
  [
    { parole: '  Bonfante ', stato: 'running', prima: '12' },
    { words: 'Bonfante', state: 'running', before: '12' },
  ],
  [{ parole: ' ', stato: 'x', prima: '-1' }, {}],
  [{ parole: ['a', 'b'], prima: '1'.repeat(19) }, {}],
  [{ parole: 'a\0b' }, { words: 'ab' }],
])('what means nothing is as if it had not been given: %j', (asked, query) => {
  expect(readPermitsQuery(asked)).toEqual(query);
  const again = new URL(permitsAddress(query, 'done'), 'http://site').searchParams;
  expect(readPermitsQuery(Object.fromEntries(again))).toEqual(query);
  expect(again.get('detto')).toBe('done');
});
