import { describe, expect, it } from 'vitest';
import { mayAnswer, partyFor } from '#lib/access/answering.ts';
import type { Grant } from '#lib/access/delegations/power.ts';
import { threadsOf } from '#lib/access/messages.ts';
import { mayAct } from '#lib/access/procedures.ts';
import { toldTo } from '#lib/access/public-events.ts';
import type { CitizenSession } from '#lib/access/session.ts';
import type { ProcedureEvent } from '#lib/procedures/cases/procedure-event.ts';
import { aCase, citizen, organisation, staff } from '#tests/builders/access.ts';

const who = {
  applicant: citizen('applicant'),
  delegate: citizen('delegate', ['applicant']),
  neighbour: citizen('neighbour'),
  ofNeighbour: citizen('lawyer', ['neighbour']),
  stranger: citizen('stranger'),
};
/** Who may only read in a name, or whose delegation is for other cases, and who is a third party to this one. */
const limited = (grant: Grant): CitizenSession => {
  const session = citizen('neighbour', ['applicant']);
  return { ...session, represents: session.represents.map((one) => ({ ...one, grants: [grant] })) };
};
const reader = limited({ power: 'read', scope: { kind: 'all' } });
const ofOtherTypes = limited({ power: 'file', scope: { kind: 'types', types: ['patrocinio'] } });
const ofOtherCases = limited({ power: 'file', scope: { kind: 'cases', cases: ['case-2'] } });
const ofThisCase = limited({ power: 'file', scope: { kind: 'cases', cases: ['case-1'] } });
type Who = keyof typeof who;
const names = Object.keys(who) as Who[];

const onlyApplicant = [{ agent: 'applicant', role: 'applicant', actsFor: null }] as const;

describe('who answers what the office asks', () => {
  it.each([
    ['applicant', ['applicant', 'delegate']],
    ['counterparty', ['neighbour', 'ofNeighbour']],
    ['officer', []],
    [null, []],
  ] as const)('when it is the turn of: %s', (turn, expected) => {
    const facts = aCase({ turn });
    expect(names.filter((name) => mayAnswer(who[name], facts, organisation).allowed)).toEqual(expected);
  });

  it.each<[Who, 'applicant' | 'counterparty' | null, string | null]>([
    ['applicant', null, 'applicant'],
    ['delegate', 'applicant', 'applicant'],
    ['ofNeighbour', 'counterparty', 'neighbour'],
    ['neighbour', 'applicant', null],
    ['stranger', null, null],
  ])('%s acts as %s for %s', (name, role, party) => expect(partyFor(who[name], aCase(), role)).toBe(party));

  it('acts for oneself first, where one is a party', () => {
    const both = citizen('neighbour', ['applicant']);
    expect(partyFor(both, aCase())).toBe('neighbour');
    expect(partyFor(both, aCase(), 'applicant')).toBe('applicant');
  });

  it('for nobody whose cases one only reads, or whose delegation is for other cases', () => {
    for (const session of [reader, ofOtherTypes, ofOtherCases])
      expect(partyFor(session, aCase(), 'applicant')).toBeNull();
    expect(partyFor(ofThisCase, aCase(), 'applicant')).toBe('applicant');
    for (const session of [reader, ofOtherTypes, ofOtherCases])
      expect(mayAct(session, aCase({ parties: onlyApplicant }), 'writeMessage', organisation).allowed).toBe(false);
  });
});

describe('who reads which conversation', () => {
  it.each([
    ['applicant', who.applicant, ['applicants']],
    ['delegate', who.delegate, ['applicants']],
    ['neighbour', who.neighbour, ['neighbour']],
    ['stranger', who.stranger, []],
    ['officer', staff('officer', 'atti'), ['applicants', 'neighbour']],
    ['manager', staff('manager', 'edilizia'), ['applicants', 'neighbour']],
    ['front office', staff('frontOffice', 'urp'), []],
    ['elsewhere', staff('officer', 'gabinetto'), []],
    ['an officer whose own case it is', staff('officer', 'atti', { agent: 'applicant' }), []],
    ['a neighbour who may read for the applicant', reader, ['applicants', 'neighbour']],
    ['a neighbour whom the applicant gave other types', ofOtherTypes, ['neighbour']],
    ['a neighbour whom the applicant gave another case', ofOtherCases, ['neighbour']],
  ])('%s', (_name, session, threads) => expect(threadsOf(session, aCase(), organisation)).toEqual(threads));
});

describe('what of the history a party is told', () => {
  const day = '2026-11-26';
  const message = (thread: string): ProcedureEvent => ({
    kind: 'messageSent',
    day,
    from: 'party',
    thread,
    party: null,
  });
  const answer = (party: string | null): ProcedureEvent => ({
    kind: 'answerReceived',
    day,
    entry: null,
    on: day,
    document: null,
    note: 'parole',
    awaited: true,
    party,
  });
  const notice = (whom: 'applicant' | 'counterparties', words: string | null): ProcedureEvent => ({
    kind: 'toNotify',
    day,
    whom,
    manner: 'legal',
    about: 'additions',
    message: words,
  });
  const filers: Who[] = ['applicant', 'delegate'];
  const third: Who[] = ['neighbour', 'ofNeighbour'];
  it.each<[string, ProcedureEvent, Who[]]>([
    ['a message of who filed', message('applicants'), filers],
    ['a message of a third party', message('neighbour'), third],
    ['an answer of who filed', answer('applicant'), filers],
    ['an answer of a third party', answer('neighbour'), third],
    ['an answer that the office noted', answer(null), filers],
    ['what the office wrote to who filed', notice('applicant', 'Manca…'), filers],
    ['what it wrote to third parties', notice('counterparties', 'Avviso'), third],
    ['a notice without words', notice('applicant', null), []],
    ['a note of the office', { kind: 'noteWritten', day, text: 'riservata' }, []],
    ['the start', { kind: 'startCommunicated', day, by: 'receipt' }, names],
  ])('%s', (_what, event, expected) => {
    expect(names.filter((name) => toldTo(who[name], aCase())(event))).toEqual(
      // Who is no party never gets as far as this.
      expected,
    );
    expect(toldTo(ofOtherTypes, aCase())(event)).toBe(expected.includes('neighbour'));
  });
});
