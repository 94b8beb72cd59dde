import { expect, it } from 'vitest';
import { normaliseLanguage } from '#ingest/normalise/language.ts';
import { normaliseReferenceCode } from '#ingest/normalise/reference-code.ts';

it.each([
  ['it', 'ita'],
  ['en-GB', 'eng'],
  ['ITA', 'ita'],
  ['ger', 'ger'],
  ['vec', 'vec'],
  ['Latino', 'lat'],
  ['xx', null],
  ['', null],
  [null, null],
])('language %s → %s', (given, code) => expect(normaliseLanguage(given)).toBe(code));

it.each([
  ['  b. 1,\n\t fasc.\u00a02 ', 'b. 1, fasc. 2'],
  ['   ', null],
  [null, null],
])('reference code %j → %j', (given, code) => expect(normaliseReferenceCode(given)).toBe(code));
