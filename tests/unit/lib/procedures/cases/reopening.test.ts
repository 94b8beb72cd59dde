import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '#lib/procedures/cases/action.ts';
import { decide } from '#lib/procedures/cases/decide.ts';
import { evolve } from '#lib/procedures/cases/evolve.ts';
import {
  type Procedure,
  type ReopeningGround,
  procedureSchema,
  reopeningGrounds,
} from '#lib/procedures/cases/procedure.ts';
import { procedureEventSchema } from '#lib/procedures/cases/procedure-event.ts';
import { addDays } from '#lib/procedures/day.ts';
import { act, DrivenCase } from '#tests/builders/cases.ts';

const judgment = 'Trib. Padova 45/2026';
const reopen = (ground: ReopeningGround, to = 'examination', named?: string): Action => ({
  kind: 'reopen',
  act: act(),
  to,
  ground,
  ...(named && { judgment: named }),
});

/** Patronage granted on 2 March 2026: it can be annulled until 2 September. */
const granted = () =>
  new DrivenCase('patrocinio', '2026-03-02')
    .to('completenessCheck')
    .to('examination', 'documentsComplete', 'opinionsNotRequired')
    .to('decision', 'requirementsMet')
    .to('notification')
    .to('granted');

const refused = () => {
  const one = new DrivenCase('patrocinio', '2026-03-02')
    .to('completenessCheck')
    .to('examination', 'documentsComplete', 'opinionsNotRequired')
    .to('preavvisoDiRigetto', 'requirementsNotMet');
  one.do({ kind: 'noteReceipt', on: '2026-03-02' });
  one.on('2026-03-09').do({ kind: 'noteAnswer', on: '2026-03-09', document: null });
  return one
    .to('observationsAssessment')
    .to('refusal', 'requirementsNotMet')
    .to('refusalNotification')
    .to('refused', 'requirementsNotMet');
};

/** Filed on 2 March 2026, without remarks on 1 April, when the thirty days of building are over. */
const consolidated = () => new DrivenCase('scia-agibilita', '2026-03-02').on('2026-06-01').do({ kind: 'letTimeAct' });

describe('a concluded case is opened again', () => {
  it.each<[string, () => DrivenCase, string, ReopeningGround, string | undefined, string[]]>([
    ['granted, to review, on the last day', granted, '2026-09-02', 'review', undefined, []],
    ['granted, to review, the day after', granted, '2026-09-03', 'review', undefined, ['annulmentTooLate']],
    ['granted, for an error', granted, '2030-01-07', 'rectification', undefined, []],
    ['granted, for falsity, with the judgment', granted, '2030-01-07', 'falseDeclarations', judgment, []],
    ['granted, for falsity, without it', granted, '2026-04-01', 'falseDeclarations', undefined, ['noJudgment']],
    ['granted, by a court', granted, '2030-01-07', 'judgment', 'TAR Veneto 12/2030', []],
    ['granted, by no court named', granted, '2026-04-01', 'judgment', undefined, ['noJudgment']],
    [
      'granted, to review, naming a judgment all the same',
      granted,
      '2026-09-03',
      'review',
      judgment,
      ['annulmentTooLate'],
    ],
    ['refused, to review, at any time', refused, '2030-01-07', 'review', undefined, []],
  ])('%s', (_name, build, day, ground, named, codes) => {
    const one = build().on(day);
    if (codes.length > 0) expect(one.codes(reopen(ground, 'examination', named))).toEqual(codes);
    else expect(one.do(reopen(ground, 'examination', named)).procedure.state).toBe('running');
  });

  it.each([
    // Six months from the end of the control.
    ['2026-10-01', []],
    ['2026-10-02', ['annulmentTooLate']],
  ])('a SCIA whose control is over, on %s (art. 19 c. 4)', (day, codes) => {
    const one = consolidated();
    expect(one.procedure).toMatchObject({ outcome: 'consolidated', concludedOn: '2026-04-01' });
    one.on(day);
    if (codes.length > 0) expect(one.codes(reopen('review', 'sciaControl'))).toEqual(codes);
    else expect(one.do(reopen('review', 'sciaControl')).procedure.state).toBe('running');
  });

  it('a closed one as a concluded one', () => {
    const one = granted().do({ kind: 'close', unregisteredDocuments: 0, postponeRetention: 'Piano non letto' });
    expect(one.on('2026-09-03').codes(reopen('review'))).toEqual(['annulmentTooLate']);
    expect(one.do(reopen('rectification')).procedure.state).toBe('running');
  });

  it('the refusal says until when, by which article and what is left', () => {
    const { reasons, allowed } = granted().on('2026-09-03').refused(reopen('review'));
    expect(reasons[0]).toMatchObject({ article: 'L. 241/1990 art. 21-nonies c. 1' });
    expect(reasons[0].text.it).toContain('fino al 2 settembre 2026');
    expect(reasons[0].text.it).toContain('rettifica di un errore');
    expect(reasons[0].text.it).toContain('sentenza passata in giudicato');
    expect(allowed.map(({ action }) => action)).toContain('reopen');
  });

  it('what is kept says for what and from which outcome', () => {
    const one = granted()
      .on('2026-04-01')
      .do(reopen('falseDeclarations', 'examination', judgment));
    expect(one.events.at(-1)).toMatchObject({ kind: 'reopened', ground: 'falseDeclarations', judgment });
    expect(one.procedure.reopening).toEqual({
      ground: 'falseDeclarations',
      outcome: 'granted',
      decidedOn: '2026-03-02',
    });
  });
});

describe('what was given is taken in time or not at all', () => {
  const toRefusal = (one: DrivenCase, day: string) => {
    one.to('preavvisoDiRigetto', 'requirementsNotMet').do({ kind: 'noteReceipt', on: one.today });
    one.do({ kind: 'noteAnswer', on: one.today, document: null }).to('observationsAssessment');
    return one.on(day);
  };
  const wayToRefusal = (one: DrivenCase) => one.wayTo('refusal', 'requirementsNotMet');

  it.each<[ReopeningGround, string, boolean]>([
    ['review', '2026-09-02', true],
    ['review', '2026-09-03', false],
    ['rectification', '2026-09-03', false],
    ['falseDeclarations', '2026-09-03', true],
    ['judgment', '2026-09-03', true],
  ])('opened again for %s, refused on %s: %s', (ground, day, possible) => {
    const one = granted()
      .on('2026-08-03')
      .do(reopen(ground, 'examination', judgment));
    toRefusal(one, day);
    if (possible) {
      one.to('refusal', 'requirementsNotMet').to('refusalNotification');
      // Adopted in time, it is told whenever.
      expect(one.on('2026-09-20').to('refused', 'requirementsNotMet').procedure).toMatchObject({ outcome: 'refused' });
    } else {
      expect(one.codes(wayToRefusal(one))).toEqual(['annulmentTooLate']);
      one.to('decision', 'requirementsMet').to('notification').to('granted');
      expect(one.procedure).toMatchObject({ outcome: 'granted' });
    }
  });

  it('an act prepared in time and not adopted is late', () => {
    const one = granted().on('2026-08-03').do(reopen('review'));
    toRefusal(one, '2026-09-02').to('refusal', 'requirementsNotMet').on('2026-09-03');
    expect(one.codes(one.wayTo('refusalNotification'))).toEqual(['annulmentTooLate']);
  });

  it('a rectification gives no more time, a new decision does', () => {
    const again = (ground: ReopeningGround) =>
      granted()
        .on('2026-08-03')
        .do(reopen(ground))
        .to('decision', 'requirementsMet')
        .to('notification')
        .to('granted')
        .on('2026-09-03');
    expect(again('rectification').codes(reopen('review'))).toEqual(['annulmentTooLate']);
    expect(again('review').do(reopen('review')).procedure.reopening).toMatchObject({ decidedOn: '2026-08-03' });
  });

  it('a SCIA opened again in time may be prohibited, later only left as it is', () => {
    const reopened = () => consolidated().on('2026-09-01').do(reopen('review', 'sciaControl'));
    const inTime = reopened().on('2026-10-01').to('prohibition', 'requirementsNotMet').to('prohibitionNotification');
    expect(inTime.on('2026-10-08').to('prohibited').procedure).toMatchObject({ outcome: 'prohibited' });
    const late = reopened().on('2026-10-02');
    expect(late.codes(late.wayTo('prohibition', 'requirementsNotMet'))).toContain('annulmentTooLate');
    expect(late.to('consolidated', 'requirementsMet').procedure).toMatchObject({ outcome: 'consolidated' });
  });
});

it('on any days: reviewed by the last day to annul, and refused by it', () => {
  const until = '2026-09-02';
  const days = fc.integer({ min: 1, max: 400 });
  fc.assert(
    fc.property(fc.constantFrom(...reopeningGrounds), days, days, (ground, after, more) => {
      const [reopenedOn, decidedOn] = [addDays('2026-03-02', after), addDays('2026-03-02', after + more)];
      const one = granted().on(reopenedOn);
      const opened = decide(one.procedure, reopen(ground, 'examination', judgment), one.context);
      expect(opened.kind).toBe(ground === 'review' && reopenedOn > until ? 'refused' : 'decided');
      if (opened.kind === 'refused') return;
      one.do(reopen(ground, 'examination', judgment)).to('preavvisoDiRigetto', 'requirementsNotMet');
      one.do({ kind: 'noteAnswer', on: one.today, document: null }).to('observationsAssessment');
      const taken = decide(one.procedure, one.wayTo('refusal', 'requirementsNotMet'), one.on(decidedOn).context);
      const bound = ground === 'review' || ground === 'rectification';
      expect(taken.kind).toBe(bound && decidedOn > until ? 'refused' : 'decided');
    }),
  );
});

it('what was opened again before grounds were told is read as it was', () => {
  const one = granted().on('2026-04-01').do(reopen('review'));
  const { reopening: _reopening, ...kept } = one.procedure;
  expect(procedureSchema.parse(kept)).toEqual({ ...kept, reopening: null });
  const [{ ground: _ground, judgment: _judgment, ...old }] = one.events.slice(-1) as [
    Extract<(typeof one.events)[number], { kind: 'reopened' }>,
  ];
  const events = [...one.events.slice(0, -1), old].map((event) => procedureEventSchema.parse(event));
  const folded = events.reduce<Procedure | null>((before, event) => evolve(before, event), null);
  expect(folded).toMatchObject({ state: 'running', reopening: null });
});
