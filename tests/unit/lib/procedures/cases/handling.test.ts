import { describe, expect, it } from 'vitest';
import { explain } from '#lib/procedures/cases/explain.ts';
import { dueFacts } from '#lib/procedures/cases/due-facts.ts';
import { file } from '#lib/procedures/cases/file.ts';
import { optionsOf } from '#lib/procedures/cases/options.ts';
import { phaseOf } from '#lib/procedures/cases/phase-of.ts';
import { citizenStateOf } from '#lib/procedures/cases/citizen-state.ts';
import { reprojected } from '#lib/procedures/cases/reprojected.ts';
import { calendarData, calendarFor } from '#tests/builders/procedure-time.ts';
import { demoType } from '#tests/builders/procedure-types.ts';
import { act, catalogue, contextOf, DrivenCase, factsOf } from '#tests/builders/cases.ts';

const patronage = () => new DrivenCase('patrocinio', '2026-03-02').to('completenessCheck');
const granted = (code: 'patrocinio' | 'certificato-destinazione-urbanistica' = 'patrocinio') => {
  const one = new DrivenCase(code, '2026-03-02').to('completenessCheck');
  if (code === 'patrocinio') one.to('examination', 'documentsComplete', 'opinionsNotRequired');
  else one.to('examination', 'documentsComplete');
  return one.to('decision', 'requirementsMet').to('notification').to('granted');
};

describe('filing', () => {
  const patrocinio = demoType('patrocinio');
  const refusedOf = (...[facts, today]: [Parameters<typeof factsOf>[2], string]) => {
    const decision = file({ id: 'r1', facts: factsOf(patrocinio, '2026-03-02', facts) }, contextOf(patrocinio, today));
    return decision.kind === 'refused' ? decision.reasons.map(({ code }) => code) : decision.kind;
  };

  it('is of the day of its registration, by a channel of the type and of no day to come', () => {
    expect(refusedOf({}, '2026-03-02')).toBe('decided');
    expect(refusedOf({}, '2026-03-01')).toEqual(['filedInFuture']);
    expect(refusedOf({ channel: 'exOfficio' }, '2026-03-02')).toEqual(['wrongChannel']);
    expect(
      refusedOf({ registration: { register: 'g', year: 2026, number: 1, on: '2026-03-03' } }, '2026-03-03'),
    ).toEqual(['otherDay']);
  });

  it('answers to an open call where the family has one', () => {
    const nido = demoType('iscrizione-nido');
    const call = { opensOn: '2026-02-02', closesOn: '2026-02-27' };
    const late = file({ id: 'r1', facts: factsOf(nido, '2026-03-02', { call }) }, contextOf(nido, '2026-03-02'));
    expect(late).toMatchObject({ kind: 'refused', reasons: [{ code: 'callNotOpen' }] });
    const without = file({ id: 'r1', facts: factsOf(nido, '2026-02-10') }, contextOf(nido, '2026-02-10'));
    expect(without).toMatchObject({ kind: 'refused', reasons: [{ code: 'noCall' }] });
    const one = new DrivenCase('iscrizione-nido', '2026-02-10', { call }).to('noticeWindow', 'documentsComplete');
    expect(one.procedure).toMatchObject({ at: { state: 'waiting', dueOn: '2026-02-27' } });
    expect(dueFacts(one.procedure, one.context)).toMatchObject({ clock: 'none', timeActsOn: '2026-02-28' });
    expect(one.on('2026-02-27').codes({ kind: 'letTimeAct' })).toEqual(['callStillOpen']);
    expect(one.on('2026-02-28').do({ kind: 'letTimeAct' }).node).toBe('scoring');
  });

  it('is written down with the day it is in Italy', () => {
    const context = contextOf(patrocinio, '2026-03-02');
    // 23:30 of the first of March in London is the second in Padova.
    const decision = file(
      { id: 'r1', facts: factsOf(patrocinio, '2026-03-02') },
      { ...context, now: new Date('2026-03-01T23:30:00Z') },
    );
    expect(decision).toMatchObject({ kind: 'decided', procedure: { lastOn: '2026-03-02' } });
  });
});

describe('an activity', () => {
  it('is taken, given to a colleague and put back', () => {
    const one = patronage().do({ kind: 'take', by: 'anna' });
    expect(one.procedure).toMatchObject({ assignee: 'anna', at: { state: 'inProgress' } });
    expect(one.codes({ kind: 'take', by: 'anna' })).toEqual(['alreadyTaken']);
    one.do({ kind: 'assign', to: 'bruno' });
    expect(one.procedure).toMatchObject({ assignee: 'bruno', at: { state: 'todo' } });
    expect(one.do({ kind: 'assign', to: null }).procedure.assignee).toBeNull();
  });

  it('is not left with its checklist undone, but for what cannot be so', () => {
    const one = patronage();
    const way = { ...one.wayTo('examination', 'documentsComplete', 'opinionsNotRequired'), checked: [1] };
    expect(one.codes(way)).toEqual(['notChecked', 'notChecked']);
    expect(one.codes({ ...way, checked: [0, 1, 2, 7] })).toEqual(['noSuchItem']);
    one.do({ ...one.wayTo('additions', 'documentsIncomplete'), checked: [1] });
    expect(one.node).toBe('additions');
  });

  it('is not left by two findings that exclude each other, nor by none', () => {
    const one = patronage();
    const both = one.wayTo('examination', 'documentsComplete', 'documentsIncomplete', 'opinionsNotRequired');
    expect(one.codes(both)).toEqual(['contradiction']);
    expect(one.codes(one.wayTo('examination'))).toEqual(['notFound', 'notFound']);
    expect(one.codes(one.wayTo('granted'))).toEqual(['noSuchWay']);
  });

  it('that decides is left by an act', () => {
    const one = patronage()
      .to('examination', 'documentsComplete', 'opinionsNotRequired')
      .to('decision', 'requirementsMet');
    const { act: _act, ...way } = one.wayTo('notification');
    expect(one.refused(way).reasons).toMatchObject([{ code: 'noAct', article: 'L. 241/1990 art. 2 c. 1' }]);
    expect(optionsOf(one.procedure, one.context).find(({ to }) => to === 'notification')).toMatchObject({
      needsAct: true,
      barred: null,
    });
  });

  it('is late by the unit of its norm', () => {
    // One working day from Monday 2 March; done on Monday the ninth, four working days after Tuesday.
    const one = new DrivenCase('patrocinio', '2026-03-02').on('2026-03-09').to('completenessCheck');
    expect(one.events.findLast(({ kind }) => kind === 'activityDone')).toMatchObject({ daysLate: 4 });
  });
});

describe('extension', () => {
  const extendable = () => {
    const type = demoType('patrocinio');
    if (type.family !== 'application') throw new Error('is an application');
    const extension = {
      days: 15,
      when: { it: 'se serve', en: 'if needed' },
      source: { act: 'Regolamento', article: 'art. 7' },
    };
    return new DrivenCase({ ...type, term: { ...type.term, extension } }, '2026-03-02').to('completenessCheck');
  };
  const extend = { kind: 'extend' as const, act: act(), reason: 'complessità' };

  it('is had once, while the term runs, where the type has one', () => {
    const one = extendable().on('2026-03-20').do(extend);
    expect(dueFacts(one.procedure, one.context).dueOn).toBe('2026-04-16');
    expect(one.codes(extend)).toEqual(['alreadyExtended']);
    expect(extendable().on('2026-04-02').codes(extend)).toEqual(['afterExpiry']);
    expect(patronage().codes(extend)).toEqual(['noExtension']);
  });
});

describe('the substitute', () => {
  it('comes only after the term', () => {
    const one = patronage();
    expect(one.refused({ kind: 'askSubstitute' }).reasons).toMatchObject([
      { code: 'termNotExpired', from: '2026-04-02' },
    ]);
    one.on('2026-04-02').do({ kind: 'startSubstitute', ownMotion: true });
    expect(dueFacts(one.procedure, one.context).dueOn).toBe('2026-04-17');
    expect(explain(one.procedure, one.context).substitute?.deadline).toBe('2026-04-17');
    expect(one.codes({ kind: 'startSubstitute', ownMotion: true })).toEqual(['alreadyActive']);
    expect(one.codes({ kind: 'askSubstitute' })).toEqual(['alreadyAsked']);
  });

  it('is asked before it starts on request', () => {
    const one = patronage().on('2026-04-02');
    expect(one.codes({ kind: 'startSubstitute', ownMotion: false })).toEqual(['notAsked']);
  });
});

describe('the end', () => {
  const close = { kind: 'close' as const, unregisteredDocuments: 0 };

  it('is closed with all registered and its retention reckoned, or put off with a reason', () => {
    const one = granted();
    expect(patronage().codes(close)).toEqual(['stillRunning']);
    expect(one.codes({ ...close, unregisteredDocuments: 2 })).toEqual(['unregisteredDocuments']);
    expect(one.codes(close)).toEqual(['retentionUnknown']);
    one.do({ ...close, postponeRetention: 'Piano non letto' });
    expect(one.procedure).toMatchObject({ state: 'closed', retention: { kind: 'postponed' } });
    expect(one.codes({ kind: 'addDocument', record: 'd1', document: null })).toEqual(['alreadyClosed']);
  });

  it('keeps from the day that an archivist gives where only a person knows it', () => {
    const one = granted('certificato-destinazione-urbanistica');
    expect(one.codes(close)).toEqual(['retentionUnknown']);
    one.do({ ...close, setByHand: '2027-02-28' });
    expect(one.procedure).toMatchObject({ retention: { kind: 'computed', disposition: 'discard', on: '2028-02-28' } });
  });

  it('is opened again by an act, and its retention is void', () => {
    const one = granted()
      .do({ ...close, postponeRetention: 'Piano non letto' })
      .on('2026-05-04');
    expect(one.codes({ kind: 'reopen', act: act(), to: 'nowhere', ground: 'review' })).toEqual(['noSuchActivity']);
    const before = one.procedure.activities;
    one.do({ kind: 'reopen', act: act(), to: 'examination', ground: 'judgment', judgment: 'TAR Veneto 12/2026' });
    expect(one.procedure).toMatchObject({ state: 'running', at: { n: before + 1, node: 'examination' } });
    expect(one.procedure).not.toHaveProperty('retention');
    expect(one.procedure).not.toHaveProperty('outcome');
    one.to('decision', 'requirementsMet').on('2026-05-11').to('notification').to('granted');
    expect(one.procedure).toMatchObject({ state: 'concluded', concludedOn: '2026-05-11' });
    // The term had its end with the first decision.
    expect(one.procedure.legal?.concludedOn).toBe('2026-03-02');
  });

  it('has a phase and words for the citizen', () => {
    const one = granted();
    expect(phaseOf(one.procedure, catalogue)).toBe('integrazioneDellEfficacia');
    expect(citizenStateOf(one.procedure, one.context)).toMatchObject({ todo: null });
    expect(citizenStateOf(patronage().procedure, one.context).text.it).toContain('controllando');
  });
});

describe('a machine whose clock was set back', () => {
  it('goes on from the last day recorded', () => {
    const one = patronage().on('2026-03-20').do({ kind: 'take', by: 'anna' });
    one.on('2026-01-05').to('examination', 'documentsComplete', 'opinionsNotRequired');
    expect(one.procedure).toMatchObject({ lastOn: '2026-03-20', at: { startedOn: '2026-03-20' } });
    expect(one.events.every(({ day }, index) => index === 0 || day >= (one.events[index - 1]?.day ?? day))).toBe(true);
  });
});

it('another version of the type is never mistaken for the one the case keeps', () => {
  const one = patronage();
  expect(() => optionsOf(one.procedure, { ...one.context, type: { ...one.type, version: 2 } })).toThrow(/version 1/);
});

it('documents are those of the type, references are kept once', () => {
  const one = patronage().do({ kind: 'addReference', scheme: 'CUI', value: 'x' });
  expect(one.procedure.filing.externalReferences).toEqual([{ scheme: 'CUI', value: 'x' }]);
  expect(one.codes({ kind: 'addReference', scheme: 'CUI', value: 'x' })).toEqual(['alreadyKnown']);
  expect(one.codes({ kind: 'addDocument', record: 'd1', document: 'nulla' })).toEqual(['noSuchDocument']);
  one.do({ kind: 'writeNote', text: 'Telefonato' }).do({ kind: 'addDocument', record: 'd1', document: null });
  expect(one.kinds().slice(-2)).toEqual(['noteWritten', 'documentAdded']);
});

it('an edited calendar moves the deadline of a running case, and says by which day', () => {
  const one = patronage();
  const holiday = {
    id: 'lutto',
    name: { it: 'Lutto cittadino', en: 'Day of mourning' },
    on: { rule: 'once' as const, day: '2026-04-01' },
    valid: [{ from: '2026-01-01', until: null, source: { article: 'ordinanza', status: 'read' as const } }],
  };
  const edited = calendarFor({ ...calendarData, holidays: [...calendarData.holidays, holiday] });
  const { legal, lastOn } = one.procedure;
  if (!legal) throw new Error('a patronage has a term');
  const context = { ...one.context, today: lastOn };
  expect(reprojected(legal, context, edited, lastOn)).toEqual({
    kind: 'deadlineReprojected',
    day: lastOn,
    before: '2026-04-01',
    after: '2026-04-02',
    because: [{ on: '2026-04-01', was: null, is: 'Lutto cittadino' }],
  });
  expect(reprojected(legal, context, calendarFor(), lastOn)).toBeNull();
  expect(reprojected({ ...legal, concludedOn: lastOn }, context, edited, lastOn)).toBeNull();
});
