import { describe, expect, it } from 'vitest';
import { checkAnswers } from '#lib/procedures/cases/check-answers.ts';
import { fiscalCodeOf, isCodiceFiscale } from '#lib/records/codice-fiscale.ts';
import type { FilingFacts } from '#lib/procedures/cases/filing-facts.ts';
import type { DataField } from '#lib/procedures/types/filing.ts';
import { demoType } from '#tests/builders/procedure-types.ts';

const permit = demoType('permesso-di-costruire');
const answers: FilingFacts['answers'] = {
  site: { street: 'Via Altinate', number: '71' },
  parcels: [
    { sheet: '91', parcel: '12', unit: '3' },
    { sheet: '91', parcel: '13/A' },
  ],
  works: 'ampliamento',
  use: 'Residenziale',
  volume: 320.5,
  title: 'Proprietà',
  protected: false,
};
const documents = ['titolo', 'elaborati', 'relazione', 'ricevuta-diritti'];
const parties: FilingFacts['parties'] = [{ agent: 'anna', role: 'applicant', actsFor: null }];
const found = (change: Partial<Parameters<typeof checkAnswers>[1]>, type = permit) =>
  checkAnswers(type, { answers, documents, parties, ...change }).map(({ name, code }) => `${name} ${code}`);

describe('a filing', () => {
  it('that has all is without fault', () => expect(found({})).toEqual([]));

  it('is told everything that it lacks, in both languages', () => {
    const violations = checkAnswers(permit, { answers: {}, documents: [], parties: [] });
    expect(violations).toHaveLength(7 + 4 + 1);
    expect(violations.every(({ message }) => message.it.length > 5 && message.en.length > 5)).toBe(true);
  });

  it.each<[string, FilingFacts['answers'], string]>([
    ['an address without number', { site: { street: 'Via Altinate' } }, 'site malformed'],
    ['an address that says too much', { site: { street: 'Via', number: '1', cap: '35121' } }, 'site malformed'],
    ['one parcel where several may be', { parcels: { sheet: '91', parcel: '12' } }, 'parcels malformed'],
    ['no parcel', { parcels: [] }, 'parcels missing'],
    [
      'a parcel twice',
      {
        parcels: [
          { sheet: '9', parcel: '1' },
          { sheet: '9', parcel: '1' },
        ],
      },
      'parcels repeated',
    ],
    ['a choice that is none', { works: 'demolizione' }, 'works malformed'],
    ['a number as words', { volume: '320' }, 'volume malformed'],
    ['less than nothing', { volume: -1 }, 'volume malformed'],
    ['blanks for an answer', { use: '   ' }, 'use missing'],
    ['yes in words', { protected: 'no' }, 'protected malformed'],
    ['what nobody asked', { colour: 'red' }, 'colour unknown'],
    ['what every object has', { constructor: 'x' }, 'constructor unknown'],
  ])('with %s', (_words, change, violation) =>
    expect(found({ answers: { ...answers, ...change } })).toEqual([violation]),
  );

  it('by another wants the proxy, and to be told for whom', () => {
    const by = (actsFor: string | null) => [...parties, { agent: 'studio', role: 'representative' as const, actsFor }];
    expect(found({ parties: by('anna') })).toEqual(['delega missing']);
    expect(found({ parties: by('anna'), documents: [...documents, 'delega'] })).toEqual([]);
    expect(found({ parties: by('bruno'), documents: [...documents, 'delega'] })).toEqual(['studio malformed']);
    const alone = { ...permit, delegation: false };
    expect(found({ parties: by('anna'), documents: [...documents, 'delega'] }, alone)).toEqual(['studio notAllowed']);
  });

  it('knows the documents of its type', () =>
    expect(found({ documents: [...documents, 'poesia'] })).toEqual(['poesia unknown']));
});

const label = { it: 'Dato', en: 'Datum' };
const shapes: [DataField['kind'], (string | number)[], (string | number | boolean)[]][] = [
  ['date', ['2024-02-29'], ['2023-02-29', '29/02/2024', 20240229]],
  ['dateTime', ['2026-03-29T02:30', '2024-02-29T23:59'], ['2026-03-29', '2026-03-29T24:00', '2026-03-29 02:30']],
  ['email', ['anna@esempio.it'], ['anna', 'anna@']],
  ['phone', ['+39 049 820 5111', '049/8205111'], ['112a', '12', '----------']],
  ['euro', [12.5, 0.07, 1_234_567.89], [1.005, '12']],
  ['archivalUnit', ['Ab3_x-9'], ['', 'a b', '../x']],
  ['fiscalCode', ['RSSMRA80A01G224W', '00644060287'], ['RSSMRA80A01G224X', '00644060288', 'RSSMRA80A01']],
];
it.each(shapes)('%s', (kind, right, wrong) => {
  const field = { name: 'datum', label, required: true, kind } as DataField;
  const type = { ...permit, fields: [field], documents: [] };
  const violations = (answer: string | number | boolean) =>
    checkAnswers(type, { answers: { datum: answer }, documents: [], parties });
  for (const answer of right) expect([answer, violations(answer)]).toEqual([answer, []]);
  for (const answer of wrong) expect([answer, violations(answer).length]).toEqual([answer, 1]);
});

describe('codice fiscale', () => {
  it.each(['MRTMTT91D08F205J', 'RSSMRA85T10A562S', '00644060287'])('%s, known from elsewhere', (code) =>
    expect(isCodiceFiscale(code)).toBe(true),
  );

  it('is the same with blanks and small letters, and with letters for figures that two people would share', () => {
    expect(isCodiceFiscale('rssmra 80a01 g224w')).toBe(true);
    expect(fiscalCodeOf('rssmra 80a01 g224w')).toBe('RSSMRA80A01G224W');
    // The last figure of the place as a letter: 4 is Q, and the check character changes with it.
    expect(isCodiceFiscale('RSSMRA80A01G22QT')).toBe(true);
    expect(isCodiceFiscale('RSSMRA80A01G22QW')).toBe(false);
  });

  it('has a day of birth that there is', () => {
    expect(isCodiceFiscale('RSSMRA80A00G224V')).toBe(false);
    expect(isCodiceFiscale('00000000000')).toBe(false);
  });

  it('is told from any other by one wrong sign', () => {
    const right = 'RSSMRA80A01G224W';
    for (let index = 0; index < 16; index++) {
      const sign = right.charAt(index);
      const other = /\d/.test(sign) ? String((Number(sign) + 1) % 10) : sign === 'A' ? 'B' : 'A';
      expect(isCodiceFiscale(right.slice(0, index) + other + right.slice(index + 1))).toBe(false);
    }
  });
});
