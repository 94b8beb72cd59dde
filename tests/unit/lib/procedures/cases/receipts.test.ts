import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/procedures/day.ts';
import { DrivenCase } from '#tests/builders/cases.ts';

const parties = ['a1', 'a2'].map((agent) => ({ agent, role: 'applicant' as const, actsFor: null }));

function noticeOfRefusal(change: ConstructorParameters<typeof DrivenCase>[2] = {}): DrivenCase {
  const one = new DrivenCase('patrocinio', '2026-03-02', change);
  return one
    .to('completenessCheck')
    .to('examination', 'documentsComplete', 'opinionsNotRequired')
    .to('preavvisoDiRigetto', 'requirementsNotMet');
}

const received = (one: DrivenCase, delivery: string, covers: string[], on: Day) => ({
  kind: 'noteDelivery' as const,
  notice: one.procedure.notices.at(-1)?.n ?? 0,
  delivery,
  channel: 'pec' as const,
  covers,
  sentOn: null,
  on,
});
const dueOn = ({ procedure }: DrivenCase) => (procedure.state === 'running' ? procedure.at.dueOn : null);
const receivedOn = ({ procedure }: DrivenCase) => {
  const entry = procedure.legal?.ledger.at(-1);
  return entry?.kind === 'art10bis' ? entry.receivedOn : undefined;
};

describe('receipts of an act', () => {
  it('the days of art. 10-bis run for all from the last of two applicants to have it', () => {
    const one = noticeOfRefusal({ parties }).on('2026-03-10');
    one.do(received(one, '1', ['a1'], '2026-03-03'));
    expect(receivedOn(one)).toBeNull();
    expect(one.codes({ kind: 'advance', to: 'observationsAssessment', found: [], checked: [] })).toEqual([
      'preavvisoNotReceived',
    ]);
    one.do(received(one, '2', ['a2'], '2026-03-05'));
    expect([receivedOn(one), dueOn(one)]).toEqual(['2026-03-05', '2026-03-16']);
  });

  it('one who represents both has it for both', () => {
    const one = noticeOfRefusal({ parties }).on('2026-03-10');
    one.do(received(one, '1', ['a1', 'a2'], '2026-03-03'));
    expect(receivedOn(one)).toBe('2026-03-03');
  });

  it('another way that was there later moves nothing, one that was there earlier is for a person to decide', () => {
    const one = noticeOfRefusal().on('2026-03-10');
    one.do(received(one, '1', ['a1'], '2026-03-05'));
    one.do(received(one, '2', ['a1'], '2026-03-07'));
    expect(receivedOn(one)).toBe('2026-03-05');
    expect(one.codes(received(one, '3', ['a1'], '2026-03-04'))).toEqual(['receivedOtherwise']);
    expect(receivedOn(one.do({ ...received(one, '3', ['a1'], '2026-03-04'), overrules: true }))).toBe('2026-03-04');
  });

  it('nobody has an act before it was made, after they answered it, or tomorrow', () => {
    const one = noticeOfRefusal().on('2026-03-10');
    for (const on of ['2026-03-01', '2026-03-11'])
      expect(one.codes(received(one, '1', ['a1'], on))).toEqual(['wrongDay']);
    one.do({ kind: 'noteAnswer', on: '2026-03-06', document: null });
    expect(one.codes(received(one, '1', ['a1'], '2026-03-08'))).toEqual(['wrongDay']);
  });

  it('what a person corrects to never puts the case back as it was', () => {
    const one = noticeOfRefusal().on('2026-03-10');
    const before = dueOn(one);
    one.do(received(one, '1', ['a1'], '2026-03-05'));
    const { notice } = received(one, '1', [], '2026-03-05');
    one.do({ kind: 'correctDelivery', notice, delivery: '1', channel: 'pec', on: null, reason: 'non consegnata' });
    expect([receivedOn(one), dueOn(one)]).toEqual([null, before]);
  });

  it('a decision may be received after the case has ended; one that only refuses limits nobody', () => {
    const one = noticeOfRefusal().on('2026-03-10');
    one.do(received(one, '1', ['a1'], '2026-03-05')).on('2026-03-18');
    one.to('observationsAssessment').to('refusal', 'requirementsNotMet').to('refusalNotification');
    one.to('refused', 'requirementsNotMet').on('2026-03-25');
    one.do(received(one, '2', ['a1'], '2026-03-23'));
    expect(one.procedure.notices.at(-1)).toMatchObject({ receipts: [{ on: '2026-03-23' }], effectiveOn: null });
  });

  it('a measure that limits has effect from the day on which it is received (art. 21-bis)', () => {
    const one = new DrivenCase('scia-agibilita', '2026-03-02')
      .to('sciaControl')
      .to('prohibition', 'requirementsNotMet');
    one.to('prohibitionNotification').to('prohibited', 'requirementsNotMet').on('2026-03-10');
    expect(one.procedure.notices.at(-1)?.effectiveOn).toBeNull();
    one.do(received(one, '1', ['a1'], '2026-03-09'));
    expect(one.procedure.notices.at(-1)?.effectiveOn).toBe('2026-03-09');
    // The filing has had its effect from the day on which it was filed.
    expect(one.procedure.effectiveOn).toBe('2026-03-02');
  });

  it('the notice of start of what an office begins is an act to be communicated (artt. 7-8)', () => {
    const one = new DrivenCase('cancellazione-irreperibilita', '2026-03-02', {}, undefined);
    one.to('startNotice').to('firstCheck');
    expect(one.procedure.notices).toMatchObject([{ about: 'startNotice', whom: 'applicant' }]);
  });
});
