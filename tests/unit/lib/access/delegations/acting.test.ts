import { describe, expect, it } from 'vitest';
import { mayFor, onBehalfIn } from '#lib/access/delegations/acting.ts';
import { givingProblems, mayCheckDeeds, powersToGive, type GivingProblem } from '#lib/access/delegations/giving.ts';
import type { Grant, Power, Scope } from '#lib/access/delegations/power.ts';
import { readableDocuments } from '#lib/access/documents.ts';
import { mayFileAs, mayFileFor } from '#lib/access/filing.ts';
import { mayAct, maySee } from '#lib/access/procedures.ts';
import { toldAs } from '#lib/access/told-as.ts';
import type { CitizenSession } from '#lib/access/session.ts';
import { aCase, accesso, citizen, organisation, patrocinio, staff } from '#tests/builders/access.ts';

const all: Scope = { kind: 'all' };
/** Davide, to whom the applicant has given this. */
const davide = (...grants: Grant[]): CitizenSession => ({
  ...citizen('davide'),
  represents: grants.length > 0 ? [{ agent: 'applicant', name: 'Elena', isBody: false, grants }] : [],
  delegatedBy: ['applicant'],
});

describe('a delegate', () => {
  it.each<[string, Grant[], { sees: boolean; acts: boolean; files: boolean }]>([
    ['for everything', [{ power: 'file', scope: all }], { sees: true, acts: true, files: true }],
    ['to read', [{ power: 'read', scope: all }], { sees: true, acts: false, files: false }],
    [
      'for this type',
      [{ power: 'file', scope: { kind: 'types', types: ['accesso'] } }],
      { sees: true, acts: true, files: true },
    ],
    [
      'for another type',
      [{ power: 'file', scope: { kind: 'types', types: ['patrocinio'] } }],
      { sees: false, acts: false, files: false },
    ],
    // Nobody files anew by what was given for a case.
    [
      'for this case',
      [{ power: 'file', scope: { kind: 'cases', cases: ['case-1'] } }],
      { sees: true, acts: true, files: false },
    ],
    [
      'for another case',
      [{ power: 'file', scope: { kind: 'cases', cases: ['case-2'] } }],
      { sees: false, acts: false, files: false },
    ],
    [
      'to read everything and act in this case',
      [
        { power: 'read', scope: all },
        { power: 'file', scope: { kind: 'cases', cases: ['case-1'] } },
      ],
      { sees: true, acts: true, files: false },
    ],
    ['no longer', [], { sees: false, acts: false, files: false }],
  ])('%s', (_, grants, expected) => {
    const session = davide(...grants);
    expect({
      sees: maySee(session, aCase(), organisation).allowed,
      acts: mayAct(session, aCase(), 'addDocument', organisation).allowed,
      files: mayFileFor(session, { type: accesso, applicants: ['applicant'] }, organisation).allowed,
    }).toEqual(expected);
    expect(mayFileAs(session, 'accesso').length > 0).toBe(expected.files);
    expect(readableDocuments(session, aCase(), organisation).exchanged).toBe(expected.sees);
  });

  it('is told that they only read', () =>
    expect(mayAct(davide({ power: 'read', scope: all }), aCase(), 'addDocument', organisation)).toMatchObject({
      reason: { code: 'readsOnly' },
    }));

  it('has nothing left of what they filed for somebody once the delegation is over', () => {
    const filedBy = aCase({
      parties: [
        { agent: 'applicant', role: 'applicant', actsFor: null },
        { agent: 'davide', role: 'representative', actsFor: 'applicant' },
      ],
    });
    expect(maySee(davide({ power: 'file', scope: all }), filedBy, organisation).allowed).toBe(true);
    expect(maySee(davide(), filedBy, organisation).allowed).toBe(false);
    // By a deed in the file of the case, and no delegation, they stay a party to it.
    expect(maySee(citizen('davide'), filedBy, organisation).allowed).toBe(true);
    expect(onBehalfIn(davide({ power: 'file', scope: all }), filedBy)).toBe('applicant');
    expect(onBehalfIn(citizen('davide'), filedBy)).toBe('applicant');
    expect(onBehalfIn(citizen('applicant'), filedBy)).toBeNull();
  });

  it('acts in nobody’s name whom they do not represent', () =>
    expect(mayFor(citizen('davide', ['applicant']), 'neighbour', 'read', { type: 'accesso', id: 'case-1' })).toBe(
      false,
    ));
});

describe('giving', () => {
  const body = { ...citizen('forno'), isBody: true };
  const colleague = (power: Power): CitizenSession => ({
    ...citizen('elena'),
    represents: [{ agent: 'forno', name: 'Forno', isBody: true, grants: [{ power, scope: all }] }],
  });
  it.each<[string, CitizenSession, string, readonly Power[]]>([
    ['a person', citizen('elena'), 'elena', ['read', 'file']],
    ['a business', body, 'forno', ['read', 'file', 'administer']],
    ['who administers it', colleague('administer'), 'forno', ['read', 'file']],
    ['who files for it', colleague('file'), 'forno', []],
    ['a person’s delegate', davide({ power: 'administer', scope: all }), 'applicant', []],
    ['for somebody else', citizen('elena'), 'forno', []],
  ])('%s', (_, session, principal, expected) => expect(powersToGive(session, principal)).toEqual(expected));

  const today = '2026-11-26';
  const good: { power: Power; scope: Scope; from: string; until: string } = {
    power: 'file',
    scope: all,
    from: today,
    until: '2027-11-26',
  };
  it.each<[string, Partial<typeof good>, GivingProblem[]]>([
    ['nothing', {}, []],
    ['the longest', { until: '2028-11-25' }, []],
    ['a day longer', { until: '2028-11-26' }, ['untilFar']],
    ['from yesterday', { from: '2026-11-25' }, ['fromPast']],
    ['from too far a day', { from: '2027-11-27', until: '2027-11-28' }, ['fromFar']],
    ['over before it begins', { until: '2026-11-25' }, ['untilBefore']],
    ['for no type', { scope: { kind: 'types', types: [] } }, ['scopeEmpty']],
    ['to administer a part', { power: 'administer', scope: { kind: 'types', types: ['a'] } }, ['administersAll']],
  ])('what is wrong: %s', (_, change, expected) =>
    expect(givingProblems({ ...good, ...change }, today)).toEqual(expected),
  );

  it('a deed on paper may have begun before', () =>
    expect(givingProblems({ ...good, from: '2026-01-01' }, today, true)).toEqual([]));

  it('deeds are checked by the front office and the responsible, of all types', () => {
    expect(mayCheckDeeds(staff('frontOffice', 'urp')).allowed).toBe(true);
    expect(mayCheckDeeds(staff('responsible', 'atti')).allowed).toBe(true);
    expect(mayCheckDeeds(staff('officer', 'atti')).allowed).toBe(false);
    expect(mayCheckDeeds(staff('responsible', 'atti', { types: [patrocinio.code] })).allowed).toBe(false);
    expect(mayCheckDeeds(citizen('a')).allowed).toBe(false);
    const elena = staff('frontOffice', 'urp', { agent: 'elena' });
    expect(mayCheckDeeds(elena, 'elena')).toMatchObject({ reason: { code: 'ownDeed' } });
    expect(mayCheckDeeds(elena, 'davide').allowed).toBe(true);
  });
});

describe('whose notices a delegate reads', () => {
  it.each<[string, Scope, string[]]>([
    ['of who gave everything', all, ['davide', 'applicant']],
    ['of who gave one type, none', { kind: 'types', types: ['accesso'] }, ['davide']],
    ['of who gave one case, none', { kind: 'cases', cases: ['case-1'] }, ['davide']],
  ])('%s', (_, scope, expected) => expect(toldAs(davide({ power: 'read', scope }))).toEqual(expected));
});
