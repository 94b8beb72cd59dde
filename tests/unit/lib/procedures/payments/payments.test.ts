import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNoticeNumber, iuvOf, noticeNumberInGroups, noticeNumberOf } from '#lib/procedures/payments/notice-number.ts';
import { nextAsking, nextAttempt, outcomeProblem } from '#lib/procedures/payments/outcome.ts';
import { owedAt, owedWithFiling } from '#lib/procedures/payments/owed.ts';
import { readPaperStamp } from '#lib/procedures/payments/paper-stamp.ts';
import { centsInWords, owedName } from '#lib/procedures/payments/payment-words.ts';
import { unsettled } from '#lib/procedures/payments/unsettled.ts';
import { paymentStates, type Payment } from '#lib/procedures/payments/payment.ts';
import { centsOf } from '#lib/http/desk-payment-forms.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';

const types = createProcedureTypes('schemas/procedures');
const typeOf = (code: string) => {
  const type = types.findType(code, '2026-06-01');
  if (!type) throw new Error(code);
  return type;
};

describe('notice numbers', () => {
  it('have 18 digits of which the last two are what 93 leaves of the others (SACI 1.4)', () => {
    expect(Number(3_120_000_000_000_042n % 93n)).toBe(Number(noticeNumberOf(iuvOf('12', 42)).slice(16)));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 9_999_999_999_999 }), (code, base) => {
        const number = noticeNumberOf(iuvOf(String(code).padStart(2, '0'), base));
        const other = number.slice(0, 10) + ((Number(number[10]) + 1) % 10) + number.slice(11);
        return isNoticeNumber(number) && !isNoticeNumber(other);
      }),
    );
  });

  it.each(['', '302012387654312384x', '002012387654312384', '30201238765431238'])('«%s» is none', (text) => {
    expect(isNoticeNumber(text)).toBe(false);
  });

  it('are made of nothing else', () => {
    expect(() => iuvOf('1', 1)).toThrow('no IUV');
    expect(() => iuvOf('12', 10_000_000_000_000)).toThrow('no IUV');
    expect(noticeNumberInGroups('302012387654312384')).toBe('3020 1238 7654 3123 84');
  });
});

describe('what is owed', () => {
  it.each([
    ['occupazione-suolo-pubblico', [['bollo', 1, { kind: 'cents', cents: 1600 }]]],
    // Two stamps are bought and used one by one.
    [
      'occupazione-suolo-48-ore',
      [
        ['bollo', 1, { kind: 'cents', cents: 1600 }],
        ['bollo', 2, { kind: 'cents', cents: 1600 }],
      ],
    ],
    // "At the amount in force": the law says it.
    ['commercio-aree-pubbliche', [['bollo', 1, { kind: 'cents', cents: 1600 }]]],
    ['patrocinio', []],
    // Nobody can say here how much it is, and so it holds nothing up.
    ['cila', []],
    ['scia-agibilita', [['diritti-segreteria', 1, { kind: 'cents', cents: 15_000 }]]],
  ])('with a request of %s', (code, owed) => {
    expect(owedWithFiling(typeOf(code)).map(({ fee, part, amount }) => [fee, part, amount])).toEqual(owed);
  });

  it('without online payments is only what can be settled otherwise: stamps', () => {
    expect(owedWithFiling(typeOf('scia-agibilita'), 'stamps')).toEqual([]);
    expect(owedWithFiling(typeOf('occupazione-suolo-pubblico'), 'stamps')).toHaveLength(1);
  });

  it('by a table is one of its amounts; what comes later is told apart', () => {
    const type = typeOf('permesso-di-costruire');
    const [first] = owedWithFiling(type);
    expect(first?.amount).toMatchObject({ kind: 'table' });
    expect(owedAt(type, 'beforeRelease').map(({ amount }) => amount.kind)).toEqual(['open']);
    expect(owedAt(typeOf('cila'), 'withFiling').map(({ amount }) => amount.kind)).toEqual(['open']);
  });

  it('is settled by what was paid, declared, not owed or noted, of the right amount', () => {
    const owed = owedWithFiling(typeOf('occupazione-suolo-pubblico'));
    const with_ = (state: Payment['state'], cents = 1600) => unsettled(owed, [{ fee: 'bollo', part: 1, state, cents }]);
    expect(unsettled(owed, [])).toEqual(owed);
    expect(paymentStates.filter((state) => with_(state).length === 0)).toEqual([
      'paid',
      'declared',
      'exempt',
      'elsewhere',
    ]);
    expect(with_('paid', 1599)).toEqual(owed);
    const both = owedWithFiling(typeOf('occupazione-suolo-48-ore'));
    expect(unsettled(both, [{ fee: 'bollo', part: 2, state: 'paid', cents: 1600 }]).map(({ part }) => part)).toEqual([
      1,
    ]);
    expect(owedName(both[1] ?? { label: { it: '', en: '' }, part: 0, parts: 0 }, 'it')).toContain('(2/2)');
  });
});

describe('a stamp on paper', () => {
  const today = '2026-03-02';
  it.each([
    ['01234567890123', '2026-03-02', { serial: '01234567890123', issuedOn: '2026-03-02' }],
    ['01 23 4567-8901.23', '2025-12-31', { serial: '01234567890123', issuedOn: '2025-12-31' }],
    ['', '', ['serialWanted', 'issuedWanted']],
    ['0123456789012', '2026-03-03', ['serialWrong', 'issuedLater']],
    ['0123456789012a', '2004-01-01', ['serialWrong', 'issuedBefore']],
    ['01234567890123', '2026-02-30', ['issuedWanted']],
  ])('«%s» of «%s»', (serial, issuedOn, expected) => {
    const read = readPaperStamp({ serial, issuedOn }, today);
    expect('stamp' in read ? read.stamp : read.problems).toEqual(expected);
  });
});

describe('what the platform says', () => {
  const asked = { cents: 1600, noticeNumber: '302012387654312384', creditor: '00644060287', documentHash: null };
  const said = {
    cents: 1600,
    at: new Date(0),
    receiptId: 'r',
    psp: null,
    noticeNumber: '302012387654312384',
    creditor: '00644060287',
    documentHash: null,
  };
  it.each([
    [{}, {}, null],
    [{}, { cents: 1599 }, 'otherAmount'],
    [{}, { noticeNumber: '302012387654312385' }, 'otherNotice'],
    [{}, { creditor: '77777777777' }, 'otherCreditor'],
    [{ documentHash: 'a' }, { documentHash: 'b' }, 'otherDocument'],
    [{ documentHash: 'a' }, { documentHash: null }, 'otherDocument'],
    [{ documentHash: 'a' }, { documentHash: 'a', noticeNumber: null, creditor: null }, null],
  ])('asked %j, said %j: %s', (of, change, problem) => {
    expect(outcomeProblem({ ...asked, ...of }, { ...said, ...change })).toBe(problem);
  });

  it('is asked for often at first, then seldom; after failures later and later', () => {
    const noticed = new Date('2026-03-02T10:00:00Z');
    const after = (minutes: number) => {
      const now = new Date(noticed.getTime() + minutes * 60_000);
      return (nextAsking(noticed, now).getTime() - now.getTime()) / 60_000;
    };
    expect([0, 14, 15, 119, 120, 1439, 1440, 40_000].map(after)).toEqual([1, 1, 5, 5, 30, 30, 360, 360]);
    expect([0, 1, 5, 6, 20].map((n) => (nextAttempt(n, noticed).getTime() - noticed.getTime()) / 60_000)).toEqual([
      1, 2, 32, 60, 60,
    ]);
  });
});

describe('amounts', () => {
  it.each([
    ['128,50', 12_850],
    ['128.5', 12_850],
    ['1.128,50', 112_850],
    ['16 €', 1600],
    ['0,01', 1],
    ['100000', 10_000_000],
    ['100000,01', null],
    ['0', null],
    ['-3', null],
    ['1,234', null],
    ['abc', null],
  ])('«%s» typed', (typed, cents) => expect(centsOf(typed)).toBe(cents));

  it('in words', () => {
    expect([centsInWords(1600, 'it'), centsInWords(1600, 'en')]).toEqual(['16,00 €', '€16.00']);
  });
});
