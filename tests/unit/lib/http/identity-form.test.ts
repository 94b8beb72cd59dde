import { describe, expect, it } from 'vitest';
import { identityForm, readIdentity } from '#lib/http/identity-form.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { translator } from '#lib/i18n/translate.ts';
import { countryName } from '#lib/records/country.ts';

const t = translator('en');
const read = (given: Record<string, string>) => {
  const data = new FormData();
  const whole = { document: 'passport', country: 'se', expires: '2027-01-01', same: 'yes', ...given };
  for (const [name, value] of Object.entries(whole)) data.append(name, value);
  const answer = readIdentity(rawForm(data), '2026-11-26', t);
  return Array.isArray(answer) ? answer.map(({ name }) => name) : answer;
};

describe('a document that was seen', () => {
  it('is its kind, its country and its last day, never its number', () => {
    expect(read({})).toEqual({ document: 'passport', country: 'SE', expiresOn: '2027-01-01' });
    expect(identityForm('p', 'Hannah', t).parts.map(({ name }) => name)).toEqual([
      'document',
      'country',
      'expires',
      'same',
    ]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['that is none', { document: 'library-card' }, ['document']],
    ['of a country that is none', { country: 'ZZ' }, ['country']],
    ['of a country in words', { country: 'Sweden' }, ['country']],
    ['that has expired', { expires: '2026-11-25' }, ['expires']],
    ['without a day', { expires: '' }, ['expires']],
    ['whose name nobody compared', { same: '' }, ['same']],
    [
      'of which nothing is said',
      { document: '', country: '', expires: '', same: '' },
      ['document', 'country', 'expires', 'same'],
    ],
  ])('%s is asked for again', (_, given, wrong) => expect(read(given)).toEqual(wrong));

  it('that is good today is good', () => expect(read({ expires: '2026-11-26' })).toMatchObject({ country: 'SE' }));
});

it.each([
  ['SE', 'Svezia'],
  ['GR', 'Grecia'],
  ['XK', 'Kosovo'],
  ['XX', null],
  ['ZZ', null],
  ['se', null],
  ['', null],
])('%s is %s', (code, name) => expect(countryName(code, 'it')).toBe(name));
