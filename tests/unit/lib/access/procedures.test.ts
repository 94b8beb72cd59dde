import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '#lib/access/case-facts.ts';
import { mayAct, mayReceive, maySee } from '#lib/access/procedures.ts';
import type { Session } from '#lib/access/session.ts';
import type { ActionKind } from '#lib/procedures/cases/action.ts';
import { actors, type Actor } from '#lib/procedures/types/activity-type.ts';
import { aCase, accesso, citizen, organisation, staff } from '#tests/builders/access.ts';

const who = {
  officer: staff('officer', 'atti'),
  responsible: staff('responsible', 'atti'),
  manager: staff('manager', 'edilizia'),
  archivist: staff('archivist', 'atti'),
  frontOffice: staff('frontOffice', 'urp'),
  signer: staff('responsible', 'edilizia'),
  substitute: staff('manager', 'direzione'),
  administrator: staff('administrator', null),
  elsewhere: staff('officer', 'gabinetto'),
  otherType: staff('responsible', 'atti', { types: ['patrocinio'] }),
  applicant: citizen('applicant'),
  delegate: citizen('delegate', ['applicant']),
  neighbour: citizen('neighbour'),
  stranger: citizen('stranger'),
} satisfies Record<string, Session>;
type Who = keyof typeof who;

const office: Who[] = ['officer', 'responsible', 'archivist'];
const filers: Who[] = ['applicant', 'delegate'];
const matrix: Record<ActionKind, Who[]> = {
  take: office,
  assign: [...office, 'manager'],
  passOn: [...office, 'manager'],
  advance: office,
  noteReceipt: office,
  noteDelivery: office,
  correctDelivery: office,
  noteAnswer: [...office, 'frontOffice', ...filers, 'neighbour'],
  writeMessage: [...office, ...filers, 'neighbour'],
  extend: ['responsible', 'manager', 'signer'],
  addDocument: [...office, 'manager', 'frontOffice', 'signer', ...filers, 'neighbour'],
  addReference: [...office, 'frontOffice'],
  writeNote: [...office, 'manager', 'frontOffice', 'signer'],
  askSubstitute: [...office, 'frontOffice', ...filers],
  startSubstitute: ['substitute'],
  askAttestation: [...office, 'frontOffice', ...filers],
  issueAttestation: ['responsible', 'manager', 'signer'],
  letTimeAct: [...office, 'manager', 'signer'],
  close: office,
  reopen: ['responsible', 'manager', 'signer'],
};

const allowedTo = (action: ActionKind, facts: CaseFacts) =>
  Object.entries(who)
    .filter(([, session]) => mayAct(session, facts, action, organisation).allowed)
    .map(([name]) => name)
    .sort();

describe('who may do what', () => {
  it.each(Object.entries(matrix) as [ActionKind, Who[]][])('%s', (action, expected) =>
    expect(allowedTo(action, aCase())).toEqual([...expected].sort()),
  );

  const turns: Record<Actor, Who[]> = {
    applicant: office,
    counterparty: office,
    frontOffice: [...office, 'frontOffice'],
    protocollo: [...office, 'frontOffice'],
    officer: office,
    responsible: ['responsible'],
    decidingOffice: ['manager', 'signer'],
    otherOffice: office,
    otherBody: office,
    commission: ['responsible'],
    poliziaLocale: office,
    archivist: ['archivist', 'responsible'],
    system: office,
  };
  it.each(actors)('goes on where it is the turn of: %s', (turn) => {
    expect(allowedTo('advance', aCase({ turn }))).toEqual([...turns[turn]].sort());
    expect(allowedTo('take', aCase({ turn }))).toEqual([...turns[turn]].sort());
  });

  it('nobody goes on where nothing runs, and is told so', () =>
    expect(mayAct(who.officer, aCase({ turn: null }), 'advance', organisation)).toMatchObject({
      reason: { code: 'nothingRuns' },
    }));

  it('sees', () =>
    expect(
      Object.entries(who)
        .filter(([, session]) => maySee(session, aCase(), organisation).allowed)
        .map(([name]) => name),
    ).toEqual([
      'officer',
      'responsible',
      'manager',
      'archivist',
      'frontOffice',
      'signer',
      'substitute',
      'applicant',
      'delegate',
      'neighbour',
    ]));
});

describe('a case that somebody has', () => {
  const hers = aCase({ assignee: 'm2' });
  it.each(['take', 'advance', 'assign', 'passOn', 'close'] as const)('%s is left to who has it', (action) => {
    expect(mayAct(who.officer, hers, action, organisation)).toMatchObject({ reason: { code: 'colleagueHasIt' } });
    expect(mayAct(who.responsible, hers, action, organisation)).toEqual({ allowed: true });
    expect(mayAct(staff('officer', 'atti', { member: 'm2' }), hers, action, organisation)).toEqual({ allowed: true });
  });

  it('is signed by who signs, whoever has it', () =>
    expect(mayAct(who.signer, { ...hers, turn: 'decidingOffice' }, 'advance', organisation).allowed).toBe(true));

  it('is taken for oneself alone', () => {
    expect(mayAct(who.officer, aCase(), { kind: 'take', by: 'm1' }, organisation).allowed).toBe(true);
    for (const session of [who.officer, who.responsible])
      expect(mayAct(session, aCase(), { kind: 'take', by: 'm2' }, organisation)).toMatchObject({
        reason: { code: 'takesForAnother' },
      });
  });
});

describe('a case of one’s own', () => {
  const facts = aCase({ parties: [{ agent: 'ada', role: 'representative', actsFor: 'applicant' }] });
  const ada = staff('responsible', 'atti', { agent: 'ada' });

  it('is handled by others, whatever the action', () => {
    for (const action of Object.keys(matrix) as ActionKind[])
      expect(mayAct(ada, facts, action, organisation)).toMatchObject({
        reason: { code: 'ownCase', article: 'L. 241/1990 art. 6-bis' },
      });
  });

  it('is not given to them', () => {
    expect(mayReceive(ada, facts, organisation)).toMatchObject({ reason: { code: 'ownCase' } });
    expect(mayReceive(ada, aCase(), organisation)).toEqual({ allowed: true });
  });
});

it('a case is given to who could go on with it', () => {
  const receive = (session: Session) => session.kind === 'staff' && mayReceive(session, aCase(), organisation).allowed;
  expect(
    Object.entries(who)
      .filter(([, session]) => receive(session))
      .map(([name]) => name),
  ).toEqual(office);
});

it('who is refused reads who may, and the article where there is one', () =>
  expect(mayAct(who.officer, aCase({ turn: 'decidingOffice' }), 'advance', organisation)).toEqual({
    allowed: false,
    reason: {
      code: 'othersDo',
      text: {
        it: 'Spetta a: chi ha la firma nell’ufficio che decide.',
        en: 'This is for: who signs for the deciding office.',
      },
      article: 'L. 241/1990 art. 6',
      from: null,
    },
  }));

it('passed on, a case is the new office’s', () => {
  const passed = aCase({ unit: 'gabinetto' });
  expect(mayAct(who.elsewhere, passed, 'advance', organisation).allowed).toBe(true);
  expect(mayAct(who.officer, passed, 'advance', organisation)).toMatchObject({ reason: { code: 'outsideReach' } });
  expect(maySee(staff('responsible', accesso.decidingOffice), passed, organisation).allowed).toBe(true);
});
