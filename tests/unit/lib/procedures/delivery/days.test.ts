import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '#lib/procedures/day.ts';
import { arrivedOn } from '#lib/procedures/delivery/arrival.ts';
import { sendEffectiveOn, type SendNotice } from '#lib/procedures/delivery/send-effect.ts';
import { law, padova } from '#tests/builders/procedure-time.ts';

const someDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-01-01', days));
const storage = (noticeOn: string, collectedOn: string | null = null) => ({
  way: 'storage' as const,
  noticeOn,
  collectedOn,
});

describe('compiuta giacenza', () => {
  it.each([
    ['ten days after the notice', '2026-03-02', null, '2026-03-12'],
    ['past a Sunday', '2026-03-05', null, '2026-03-16'],
    ['past the holidays of Christmas', '2026-12-15', null, '2026-12-28'],
    ['when it is collected, if that is earlier', '2026-03-02', '2026-03-07', '2026-03-07'],
    ['and not when it is collected later', '2026-03-02', '2026-03-20', '2026-03-12'],
  ])('counts %s', (_name, noticeOn, collectedOn, on) =>
    expect(arrivedOn(storage(noticeOn, collectedOn), '2027-01-01', law, padova)).toBe(on),
  );

  it('is not over before its day, and says when it will be', () => {
    expect(arrivedOn(storage('2026-03-02'), '2026-03-11', law, padova)).toEqual({ kind: 'notYet', on: '2026-03-12' });
    expect(arrivedOn(storage('2026-03-02'), '2026-03-12', law, padova)).toBe('2026-03-12');
  });

  it('never counts before the tenth day unless it was collected, nor on a holiday', () => {
    fc.assert(
      fc.property(someDay, fc.option(fc.nat(40), { nil: null }), (noticeOn, after) => {
        const collectedOn = after === null ? null : addDays(noticeOn, after);
        const on = arrivedOn(storage(noticeOn, collectedOn), '2099-01-01', law, padova);
        if (typeof on !== 'string') return false;
        const days = daysBetween(noticeOn, on);
        if (on === collectedOn) return days <= 14;
        return days >= 10 && days <= 14 && (collectedOn === null || on < collectedOn);
      }),
    );
  });

  it('before the rule that was checked is left to a person', () =>
    expect(arrivedOn(storage('2000-01-01'), '2026-01-01', law, padova)).toMatchObject({ kind: 'noLawInForce' }));
});

describe('SEND', () => {
  it.each<[string, SendNotice, string | null, string]>([
    ['seven days after a digital notice', { by: 'digital', on: '2026-03-02', late: false }, null, '2026-03-09'],
    ['one more where it came at night', { by: 'digital', on: '2026-03-02', late: true }, null, '2026-03-10'],
    ['fifteen where no domicile took it', { by: 'undelivered', on: '2026-03-02' }, null, '2026-03-17'],
    ['ten after paper', { by: 'paper', on: '2026-03-02' }, null, '2026-03-12'],
    ['when it was opened, if earlier', { by: 'paper', on: '2026-03-02' }, '2026-03-04', '2026-03-04'],
    ['not when it was opened later', { by: 'paper', on: '2026-03-02' }, '2026-03-20', '2026-03-12'],
  ])('counts %s', (_name, notice, viewedOn, on) => expect(sendEffectiveOn(notice, viewedOn, law, padova)).toBe(on));
});
