import { describe, expect, it } from 'vitest';
import { keepingOf, type KeptFile } from '#lib/procedures/cases/retention-computed.ts';
import { retentionWanting } from '#lib/procedures/cases/retention-wanting.ts';
import { retentionTriggers, type Retention } from '#lib/procedures/types/retention.ts';

const source = { act: 'Piano di conservazione' };
const after = (trigger: (typeof retentionTriggers)[number], years = 10): Retention => ({
  disposition: 'discard',
  years,
  trigger,
  ...(trigger === 'dataField' ? { field: 'until' } : {}),
  source,
});
const file = (change: Partial<KeptFile> = {}): KeptFile => ({
  closedOn: '2020-02-29',
  decisionEffective: null,
  answers: {},
  facts: {},
  ...change,
});

describe('how long a fascicolo is kept', () => {
  const cases: [string, Retention | null, KeptFile, string | null, ReturnType<typeof keepingOf>][] = [
    ['for ever', { disposition: 'keep', source }, file(), '2020-01-01', { kind: 'keep' }],
    ['no rule', null, file(), '2020-01-01', { kind: 'wanting', what: 'rule' }],
    [
      'unknown',
      { disposition: 'unknown', reason: { it: 'da verificare', en: 'to be checked' } },
      file(),
      '2020-01-01',
      { kind: 'wanting', what: 'rule' },
    ],
    ['closing, in a leap year', after('caseClosed', 1), file(), null, day('2020-02-29', '2021-02-28')],
    ['closing, which no hand moves', after('caseClosed'), file(), '1999-01-01', day('2020-02-29', '2030-02-28')],
    [
      'effect of the decision',
      after('decisionEffective'),
      file({ decisionEffective: '2019-12-31' }),
      null,
      day('2019-12-31', '2029-12-31'),
    ],
    [
      'a day of the application',
      after('dataField'),
      file({ answers: { until: '2024-06-30' } }),
      null,
      day('2024-06-30', '2034-06-30'),
    ],
    [
      'a day of the application that is none',
      after('dataField'),
      file({ answers: { until: 'domani' } }),
      null,
      { kind: 'wanting', what: 'dataField' },
    ],
    [
      'expiry',
      after('decisionExpiry', 1),
      file({ facts: { decisionExpiry: '2021-05-01' } }),
      '1999-01-01',
      day('2021-05-01', '2022-05-01'),
    ],
    ['expiry that nobody knows', after('decisionExpiry'), file(), null, { kind: 'wanting', what: 'decisionExpiry' }],
    ['expiry given by hand', after('decisionExpiry', 1), file(), '2022-01-31', day('2022-01-31', '2023-01-31')],
    [
      'end of a relation',
      after('relationEnd'),
      file({ facts: { relationEnd: '2018-01-01' } }),
      null,
      day('2018-01-01', '2028-01-01'),
    ],
    [
      'main case',
      after('mainCaseClosed'),
      file({ facts: { mainCaseClosed: '2023-03-03' } }),
      null,
      day('2023-03-03', '2033-03-03'),
    ],
    ['main case that runs', after('mainCaseClosed'), file(), null, { kind: 'wanting', what: 'mainCaseClosed' }],
    ['by hand', after('setByHand'), file(), '2020-07-01', day('2020-07-01', '2030-07-01')],
    ['by nobody’s hand', after('setByHand'), file(), null, { kind: 'wanting', what: 'setByHand' }],
  ];
  it.each(cases)('%s', (_name, rule, kept, byHand, expected) => {
    expect(keepingOf(rule, kept, byHand)).toEqual(expected);
  });

  it('says of every trigger what is missing and how to give it', () => {
    const said = (['rule', ...retentionTriggers] as const).map((what) => retentionWanting(what).text.it);
    expect(new Set(said).size).toBe(said.length);
  });
});

function day(from: string, on: string) {
  return { kind: 'discard' as const, from, on };
}
