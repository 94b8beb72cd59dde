import { expect, it } from 'vitest';
import { plainCompareHref, readCompared, sideHref } from '#lib/http/compared-units.ts';

const page = (recordId: string, at: string) => ({ kind: 'page', recordId, page: at });
const words = (text: string) => ({ kind: 'words', words: text });

it.each([
  ['bcdf2345', page('bcdf2345', '1')],
  [' bcdf2345:12 ', page('bcdf2345', '12')],
  ['https://archivio.example.it/records/bcdf2345', page('bcdf2345', '1')],
  ['https://archivio.example.it/records/bcdf2345?pagina=9#xywh=1,2,3,4', page('bcdf2345', '9')],
  ['https://archivio.example.it/id/bcdf2345', page('bcdf2345', '1')],
  ['https://archivio.example.it/agents/bcdf2345', null],
  ['http://[', words('http://[')],
  ['bcdf2345/../x', words('bcdf2345/../x')],
  ['reg. 5', words('reg. 5')],
  ['ASC:PD/12', words('ASC:PD/12')],
  ['', null],
  ['  ', null],
  [undefined, null],
  [['bcdf2345:2', ''], page('bcdf2345', '2')],
  [['bcdf2345:2', 'reg. 5'], words('reg. 5')],
])('%s', (asked, compared) => expect(readCompared(asked)).toEqual(compared));

it('cuts what nobody types', () => {
  expect(readCompared('a'.repeat(9000))).toEqual(words('a'.repeat(200)));
});

it('puts another unit on a side, from its first page on, and leaves the other side', () => {
  const address = '/confronta?sinistra=reg.+5&destra=bcdf2345:3&sinistra-pagina=7';
  expect(sideHref(address, 'sinistra', 'wxyz6789')).toBe('/confronta?sinistra=wxyz6789&destra=bcdf2345:3');
});

it.each([
  [{ sinistra: 'bcdf2345:2' }, null],
  [
    { sinistra: ['bcdf2345:2', ' '], destra: 'wxyz6789', 'sinistra-pagina': '9' },
    '/confronta?sinistra=bcdf2345:2&destra=wxyz6789',
  ],
  [{ sinistra: ['bcdf2345:2', 'reg. 5'], destra: ['', ''] }, '/confronta?sinistra=reg.+5&destra='],
])('names each side once: %o', (query, plain) => expect(plainCompareHref(query)).toBe(plain));
