import { describe, expect, it } from 'vitest';
import { readElsewhere } from '#lib/http/desk-payment-forms.ts';
import { readExempt, readOnline, readPaid, readPaper } from '#lib/http/payment-forms.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { translator } from '#lib/i18n/translate.ts';

const t = translator('it');
const today = '2026-03-20';
const formOf = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return rawForm(data);
};
const wrong = (read: object) =>
  'problems' in read && Array.isArray(read.problems) ? read.problems.map(({ name }: { name: string }) => name) : read;

const stamp = { kind: 'stampDuty', amount: { kind: 'cents', cents: 1600 } } as const;
const table = {
  kind: 'fee',
  amount: {
    kind: 'table',
    rows: [
      { when: { it: 'piccolo', en: 'small' }, cents: 100 },
      { when: { it: 'grande', en: 'large' }, cents: 200 },
    ],
  },
} as const;

describe('forms of payments', () => {
  it.each([
    [
      'an amount is the type’s, whatever the form says',
      stamp,
      { cents: '1', email: 'a@b.it' },
      { cents: 1600, email: 'a@b.it' },
    ],
    ['one of a table', table, { cents: '200', email: 'a@b.it' }, { cents: 200, email: 'a@b.it' }],
    ['one that no table has', table, { cents: '1', email: 'a@b.it' }, ['cents']],
    ['no choice', table, { email: 'a@b.it' }, ['cents']],
    ['no address', stamp, { email: 'a@b' }, ['email']],
  ])('online: %s', (_name, owed, fields, expected) =>
    expect(wrong(readOnline(formOf(fields), { owed, t }))).toEqual(expected),
  );

  it.each([
    [
      { serial: '01234567890123', issuedOn: '2026-03-20', declared: 'yes' },
      { stamp: { serial: '01234567890123', issuedOn: today } },
    ],
    [{ serial: '01234567890123', issuedOn: '2026-03-20' }, ['declared']],
    [{ serial: '1', issuedOn: '2026-03-21', declared: 'no' }, ['serial', 'issuedOn', 'declared']],
  ])('a stamp on paper: %j', (fields, expected) =>
    expect(wrong(readPaper(formOf(fields), today, t))).toEqual(expected),
  );

  it.each([
    [
      { norm: 'terzoSettore', declared: 'yes' },
      { norm: 'terzoSettore', words: '' },
    ],
    [{ norm: 'altra', declared: 'yes' }, ['words']],
    [
      { norm: 'altra', words: 'art. 5', declared: 'yes' },
      { norm: 'altra', words: 'art. 5' },
    ],
    [{ norm: 'toString', declared: 'yes' }, ['norm']],
    [{}, ['norm', 'declared']],
  ])('an exemption: %j', (fields, expected) => expect(wrong(readExempt(formOf(fields), t))).toEqual(expected));

  it.each([
    [
      stamp,
      { paidOn: '2026-03-19', words: 'cro 1', declared: 'yes' },
      { cents: 1600, paidOn: '2026-03-19', words: 'cro 1' },
    ],
    [table, { cents: '3', paidOn: '2026-03-21' }, ['cents', 'paidOn', 'words', 'declared']],
  ])('a fee that was paid already: %j %j', (owed, fields, expected) =>
    expect(wrong(readPaid(formOf(fields), today, { owed, t }))).toEqual(expected),
  );

  it.each([
    [
      { paidOn: '2026-03-20', words: 'quietanza 3' },
      { paidOn: today, words: 'quietanza 3' },
    ],
    [{ paidOn: '2026-03-21', words: '' }, ['paidOn', 'words']],
  ])('paid otherwise: %j', (fields, expected) =>
    expect(wrong(readElsewhere(formOf(fields), today, t))).toEqual(expected),
  );
});
