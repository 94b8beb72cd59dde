import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionRules } from '#lib/access/action-rules.ts';
import { reachFacts, type CaseFacts } from '#lib/access/case-facts.ts';
import { partiesAs } from '#lib/access/delegations/acting.ts';
import { powers, type Scope } from '#lib/access/delegations/power.ts';
import { mayReadDocument } from '#lib/access/documents.ts';
import type { Organisation } from '#lib/access/organisation.ts';
import { mayAct, mayReceive, maySee } from '#lib/access/procedures.ts';
import { rangesOf, reachOf } from '#lib/access/reach-of.ts';
import { joinReach, noReach, reaches, type ReachOwn, type ReachRange } from '#lib/access/reach.ts';
import { knownBys, staffRoles, type Representation, type Session } from '#lib/access/session.ts';
import type { ActionKind } from '#lib/procedures/cases/action.ts';
import { actors } from '#lib/procedures/types/activity-type.ts';
import { aCase, accesso, citizen, organisation, patrocinio, staff } from '#tests/builders/access.ts';

const units = ['u1', 'u2', 'u3', 'u4'];
const types = ['t1', 't2', 't3'];
const agents = ['a1', 'a2', 'a3'];
const cases = ['c1', 'c2'];
const unit = fc.constantFrom(...units);
const some = <T>(values: T[]) => fc.option(fc.subarray(values));

const anOrganisation: fc.Arbitrary<Organisation> = fc.record({
  parents: fc.array(fc.tuple(unit, fc.option(unit))).map((pairs) => new Map(pairs)),
  types: fc
    .array(
      fc.record({ code: fc.constantFrom(...types), unit, responsible: unit, decidingOffice: unit, office: unit }),
      {
        minLength: 1,
      },
    )
    .map((list) => list.map(({ office, ...type }) => ({ ...type, substitute: { office } }))),
});

const aScope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant({ kind: 'all' as const }),
  fc.record({ kind: fc.constant('types' as const), types: fc.subarray(types, { minLength: 1 }) }),
  fc.record({ kind: fc.constant('cases' as const), cases: fc.subarray(cases, { minLength: 1 }) }),
);
const representationOf = (agent: string): fc.Arbitrary<Representation> =>
  fc.record({
    agent: fc.constant(agent),
    name: fc.constant(agent),
    isBody: fc.boolean(),
    grants: fc.array(fc.record({ power: fc.constantFrom(...powers), scope: aScope }), { minLength: 1, maxLength: 3 }),
  });

const aSession: fc.Arbitrary<Session> = fc.oneof(
  fc.record({
    kind: fc.constant('staff' as const),
    member: fc.constantFrom('m1', 'm2'),
    name: fc.constant('n'),
    agent: fc.option(fc.constantFrom(...agents)),
    roles: fc.array(fc.record({ role: fc.constantFrom(...staffRoles), unit: fc.option(unit), types: some(types) }), {
      maxLength: 3,
    }),
  }),
  fc.record({
    kind: fc.constant('citizen' as const),
    agent: fc.constantFrom(...agents),
    name: fc.constant('n'),
    isBody: fc.constant(false),
    knownBy: fc.constantFrom(...knownBys),
    represents: fc.subarray(agents).chain((ids) => fc.tuple(...ids.map(representationOf))),
    delegatedBy: fc.subarray(agents),
  }),
);

const factsIn = ({ types: list }: Organisation): fc.Arbitrary<CaseFacts> =>
  fc.record({
    id: fc.constantFrom(...cases),
    type: fc.constantFrom(...list),
    unit,
    assignee: fc.option(fc.constantFrom('m1', 'm2')),
    parties: fc.array(
      fc.record({
        agent: fc.constantFrom(...agents),
        role: fc.constantFrom('applicant' as const, 'representative' as const, 'counterparty' as const),
        actsFor: fc.option(fc.constantFrom(...agents)),
      }),
      { maxLength: 3 },
    ),
    turn: fc.option(fc.constantFrom(...actors)),
  });

const world = anOrganisation.chain((of) => fc.tuple(fc.constant(of), aSession, factsIn(of)));
const kinds = Object.keys(actionRules) as ActionKind[];

describe('reach', () => {
  it('nobody ever does, reads or is given anything beyond their reach', () => {
    fc.assert(
      fc.property(world, fc.constantFrom(...kinds), ([of, session, facts], action) => {
        if (reaches(reachOf(session, of), reachFacts(facts))) return;
        expect(maySee(session, facts, of).allowed).toBe(false);
        expect(mayAct(session, facts, action, of)).toMatchObject({ reason: { code: 'outsideReach' } });
        expect(mayReadDocument(session, facts, { flow: 'in', addedBy: 'citizen:a1' }, of).allowed).toBe(false);
        if (session.kind === 'staff') expect(mayReceive(session, facts, of).allowed).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('who may do something sees it, and every no has words in both languages', () => {
    fc.assert(
      fc.property(world, fc.constantFrom(...kinds), ([of, session, facts], action) => {
        const permission = mayAct(session, facts, action, of);
        if (permission.allowed) expect(maySee(session, facts, of).allowed).toBe(true);
        else for (const words of Object.values(permission.reason.text)) expect(words).toMatch(/\w.*\.$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('a citizen sees a case exactly where they are a party to it, themselves or by what was given to them', () => {
    fc.assert(
      fc.property(world, ([of, session, facts]) => {
        if (session.kind !== 'citizen') return;
        expect(reaches(reachOf(session, of), reachFacts(facts))).toBe(partiesAs(session, facts, 'read').length > 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('joined, it is what its parts are', () => {
    const range: fc.Arbitrary<ReachRange> = fc.record({
      kind: fc.constant('some' as const),
      units: some(units),
      types: some(types),
    });
    const own: fc.Arbitrary<ReachOwn> = fc.record({
      kind: fc.constant('own' as const),
      agents: fc.subarray(agents),
      types: fc.option(fc.subarray(types), { nil: undefined }),
      cases: fc.option(fc.subarray(cases), { nil: undefined }),
      notFor: fc.option(fc.subarray(agents), { nil: undefined }),
    });
    const parties = fc.array(
      fc.record({
        agent: fc.constantFrom(...agents),
        role: fc.constantFrom('applicant' as const, 'representative' as const),
        actsFor: fc.option(fc.constantFrom(...agents)),
      }),
      { maxLength: 3 },
    );
    const at = fc.record({ id: fc.constantFrom(...cases), unit, type: fc.constantFrom(...types), parties });
    fc.assert(
      fc.property(fc.array(fc.oneof(range, own), { maxLength: 5 }), at, (parts, facts) => {
        expect(reaches(joinReach(parts), facts)).toBe(parts.some((part) => reaches(part, facts)));
      }),
      { numRuns: 2000 },
    );
  });

  it('a role more never takes anything away', () => {
    fc.assert(
      fc.property(world, ([of, session, facts]) => {
        if (session.kind !== 'staff') return;
        for (const role of session.roles) {
          const alone = joinReach(rangesOf(role, of));
          if (reaches(alone, reachFacts(facts))) expect(maySee(session, facts, of).allowed).toBe(true);
        }
      }),
    );
  });
});

describe('what a list is asked for', () => {
  it.each<[string, Session, unknown]>([
    ['an officer', staff('officer', 'atti'), { kind: 'some', units: ['atti'], types: null }],
    [
      'of two types',
      staff('officer', 'atti', { types: ['accesso', 'patrocinio'] }),
      { kind: 'some', units: ['atti'], types: ['accesso', 'patrocinio'] },
    ],
    ['who directs everything', staff('manager', null), { kind: 'all' }],
    ['the front office', staff('frontOffice', 'urp'), { kind: 'all' }],
    [
      'who directs an office and those below it',
      staff('manager', 'edilizia'),
      {
        kind: 'any',
        of: [
          { kind: 'some', units: ['atti', 'edilizia'], types: null },
          { kind: 'some', units: null, types: ['accesso'] },
        ],
      },
    ],
    ['who only keeps the catalogue', staff('administrator', null), noReach],
    ['a citizen with a delegation', citizen('a', ['b']), { kind: 'own', agents: ['a', 'b'], notFor: ['b'] }],
    ['staff without a role', { ...staff('officer', 'atti'), roles: [] }, noReach],
  ])('%s', (_, session, expected) => expect(reachOf(session, organisation)).toEqual(expected));

  it('two offices of one person are one condition', () =>
    expect(
      reachOf(
        { ...staff('officer', 'a'), roles: [staff('officer', 'b').roles, staff('archivist', 'a').roles].flat() },
        organisation,
      ),
    ).toEqual({ kind: 'some', units: ['a', 'b'], types: null }));

  it('the office that decides sees its types in others’ hands, and no others', () => {
    const reach = reachOf(staff('responsible', 'edilizia'), organisation);
    expect(reaches(reach, reachFacts(aCase()))).toBe(true);
    expect(reaches(reach, { unit: 'gabinetto', type: patrocinio.code })).toBe(false);
    expect(reaches(reach, { unit: 'atti', type: accesso.code })).toBe(true);
  });
});
