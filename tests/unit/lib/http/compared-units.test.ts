import { expect, it } from 'vitest';
import { readCompared } from '#lib/http/compared-units.ts';

it.each([
  ['bcdf2345', { recordId: 'bcdf2345', page: '1' }],
  [' bcdf2345:12 ', { recordId: 'bcdf2345', page: '12' }],
  ['https://archivio.example.it/records/bcdf2345', { recordId: 'bcdf2345', page: '1' }],
  ['https://archivio.example.it/records/bcdf2345?pagina=9#xywh=1,2,3,4', { recordId: 'bcdf2345', page: '9' }],
  ['https://archivio.example.it/id/bcdf2345', { recordId: 'bcdf2345', page: '1' }],
  ['https://archivio.example.it/agents/bcdf2345', null],
  ['bcdf2345/../x', null],
  ['', null],
  [undefined, null],
])('%s', (asked, compared) => expect(readCompared(asked)).toEqual(compared));
