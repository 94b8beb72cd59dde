import { describe, expect, it } from 'vitest';
import { citizenStateOf } from '#lib/procedures/cases/citizen-state.ts';
import { communicatedOn } from '#lib/procedures/cases/communicated-on.ts';
import { decide } from '#lib/procedures/cases/decide.ts';
import { documentsAsked } from '#lib/procedures/cases/documents-asked.ts';
import { emptied } from '#lib/procedures/cases/emptied.ts';
import { evolve } from '#lib/procedures/cases/evolve.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import { procedureEventSchema, type ProcedureEvent } from '#lib/procedures/cases/procedure-event.ts';
import { DrivenCase } from '#tests/builders/cases.ts';

const waiting = (): DrivenCase => {
  const one = new DrivenCase('patrocinio', '2026-03-02');
  one.to('completenessCheck');
  return one.on('2026-03-05').to('additions', 'documentsIncomplete');
};

const askedNow = (one: DrivenCase) => documentsAsked(one.procedure, one.context, one.events);

describe('what a party is asked', () => {
  it('waits for them until they answer, and then for the office', () => {
    const one = waiting();
    expect(askedNow(one)).toMatchObject({ whom: 'applicant', documents: [], words: null, answeredOn: null });
    expect(citizenStateOf(one.procedure, one.context).todo).not.toBeNull();
    one.on('2026-03-09').do({ kind: 'noteAnswer', on: '2026-03-09', document: 'd1', party: 'a1' });
    expect(one.procedure).toMatchObject({ at: { node: 'additions', state: 'todo' } });
    expect(askedNow(one)).toMatchObject({ answeredOn: '2026-03-09' });
    expect(citizenStateOf(one.procedure, one.context)).toMatchObject({
      title: { it: 'La tua risposta è arrivata' },
      todo: null,
    });
    // What comes afterwards is taken too, and moves nothing.
    const ledger = one.procedure.legal?.ledger;
    one.on('2026-03-10').do({ kind: 'noteAnswer', on: '2026-03-10', document: 'd2', party: 'a1' });
    expect(one.procedure.legal?.ledger).toEqual(ledger);
    one.to('completenessCheck');
    expect(askedNow(one)).toBeNull();
  });

  it('is asked for by the names that the type knows', () => {
    const one = new DrivenCase('patrocinio', '2026-03-02');
    one.to('completenessCheck');
    const action = one.wayTo('additions', 'documentsIncomplete');
    expect(one.codes({ ...action, asked: ['nessuno'] })).toEqual(['noSuchDocument']);
    one.do({ ...action, asked: ['statuto'], message: 'Firmato.' });
    expect(askedNow(one)).toMatchObject({ documents: [{ code: 'statuto' }], words: 'Firmato.' });
  });

  it('is nothing where another is waited for, nobody is, or it was before', () => {
    const one = new DrivenCase('patrocinio', '2026-03-02');
    expect(askedNow(one)).toBeNull();
    one.to('completenessCheck').do({ kind: 'noteAnswer', on: one.today, document: null });
    expect(one.events.at(-1)).toMatchObject({ kind: 'answerReceived', awaited: false, entry: null });
  });

  it('was recorded before answers told whose they are: such events are read and change nothing else', () => {
    const one = waiting();
    const event = procedureEventSchema.parse({
      kind: 'answerReceived',
      day: '2026-03-09',
      entry: null,
      on: '2026-03-09',
      document: null,
      note: null,
    });
    expect(evolve(one.procedure, event)).toMatchObject({ at: { state: 'waiting' } });
  });
});

describe('messages within a case', () => {
  const filed = (): DrivenCase =>
    new DrivenCase('patrocinio', '2026-03-02', {
      parties: [
        { agent: 'a1', role: 'applicant', actsFor: null },
        { agent: 'b1', role: 'counterparty', actsFor: null },
      ],
    });
  const party = { kind: 'writeMessage', from: 'party' } as const;

  it.each([
    ['the applicant to the office', { ...party, thread: 'applicants', party: 'a1' }, true],
    ['a third party to the office', { ...party, thread: 'b1', party: 'b1' }, true],
    ['the office to either', { kind: 'writeMessage', from: 'office', thread: 'b1', party: null } as const, true],
    ['a third party among the applicants', { ...party, thread: 'applicants', party: 'b1' }, false],
    ['the applicant in a third party’s', { ...party, thread: 'b1', party: 'a1' }, false],
    ['nobody', { ...party, thread: 'applicants', party: null }, false],
    ['the office to nobody', { kind: 'writeMessage', from: 'office', thread: 'c1', party: null } as const, false],
  ])('%s', (_who, action, may) => {
    const one = filed();
    expect(decide(one.procedure, action, one.context).kind).toBe(may ? 'decided' : 'refused');
  });

  it('change nothing of the case, and say nothing once it is destroyed', () => {
    const one = filed();
    const before = one.procedure;
    one.do({ ...party, thread: 'b1', party: 'b1' });
    const { version: _v, ...after } = one.procedure;
    const { version: _w, ...was } = before;
    expect(after).toEqual(was);
    const event = one.events.at(-1) as ProcedureEvent;
    expect(JSON.stringify(emptied(event))).not.toContain('b1');
  });
});

it('a decision is known on the day it was communicated, silence on its own', () => {
  const catalogue = waiting().context.catalogue;
  const ended = (act: string | null) =>
    ({
      state: 'concluded',
      concludedOn: '2026-03-20',
      act: act && { reference: act, record: null },
    }) as unknown as Procedure;
  const told = [
    { activity: 'decision', doneOn: '2026-03-20' },
    { activity: 'notification', doneOn: '2026-03-24' },
    { activity: 'copiesDelivery', doneOn: '2026-03-30' },
  ];
  expect(communicatedOn(ended('det. 1'), told, catalogue)).toBe('2026-03-24');
  expect(communicatedOn(ended('det. 1'), [], catalogue)).toBe('2026-03-20');
  expect(communicatedOn(ended(null), told, catalogue)).toBe('2026-03-20');
  expect(communicatedOn(waiting().procedure, told, catalogue)).toBeNull();
});
