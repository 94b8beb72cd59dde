import { expect, it } from 'vitest';
import { readRepertorioQuery, repertorioAddress } from '#lib/http/repertorio-parameters.ts';

const read = (address: string) => readRepertorioQuery(Object.fromEntries(new URL(address, 'http://site').searchParams));

it.each([
  {},
  { year: 2026 },
  { before: { year: 2026, number: 51 } },
  { year: 2025, before: { year: 2025, number: 1 } },
])('reads what addresses say: %j', (query) => expect(read(repertorioAddress('determine', query))).toEqual(query));

it.each(['?anno=x', '?anno=-1', '?anno=99999', '?prima=51', '?prima=0-5', '?prima=2026-99999999', '?anno=1&anno=2e9'])(
  'takes what means nothing as not given: %s',
  (query) => expect(read(`/${query}`)).toEqual({}),
);

it('takes a parameter that is given twice as not given', () =>
  expect(readRepertorioQuery({ anno: ['2026', '2025'], prima: ['2026-1', '2026-2'] })).toEqual({}));
