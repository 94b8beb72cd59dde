import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actsOf,
  answerDays,
  bases,
  endingOf,
  endings,
  latestUntil,
  stateOf,
  type DelegationFacts,
  type DelegationState,
  type Side,
} from '#lib/access/delegations/delegation.ts';
import { addDays, addMonths } from '#lib/procedures/day.ts';

const begin = '2026-01-01';
const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(begin, days));
const aDelegation: fc.Arbitrary<DelegationFacts> = fc.record({
  basis: fc.constantFrom(...bases),
  givenOn: day,
  from: day,
  until: fc.option(day),
  acceptedOn: fc.option(day),
  ended: fc.option(fc.record({ how: fc.constantFrom(...endings), on: day, reason: fc.constant(null) })),
});
const sides: Side[] = ['principal', 'delegate', 'office'];

const given: DelegationFacts = {
  basis: 'given',
  givenOn: '2026-03-01',
  from: '2026-03-10',
  until: '2026-09-09',
  acceptedOn: '2026-03-02',
  ended: null,
};

describe('where a delegation stands', () => {
  it.each<[string, Partial<DelegationFacts>, string, DelegationState]>([
    ['before it is accepted', { acceptedOn: null }, '2026-03-05', { state: 'offered', answerBy: '2026-03-31' }],
    ['to the last day for an answer', { acceptedOn: null }, '2026-03-31', { state: 'offered', answerBy: '2026-03-31' }],
    ['nobody answered', { acceptedOn: null }, '2026-04-01', { state: 'lapsed', on: '2026-03-31' }],
    [
      'over before the answer',
      { acceptedOn: null, until: '2026-03-12' },
      '2026-03-13',
      { state: 'lapsed', on: '2026-03-12' },
    ],
    ['accepted, its day to come', {}, '2026-03-09', { state: 'notYet', from: '2026-03-10' }],
    ['on its first day', {}, '2026-03-10', { state: 'inForce', until: '2026-09-09' }],
    ['on its last', {}, '2026-09-09', { state: 'inForce', until: '2026-09-09' }],
    ['on the day after', {}, '2026-09-10', { state: 'expired', on: '2026-09-09' }],
    ['a deed that waits for the office', { basis: 'paper', acceptedOn: null }, '2026-05-01', { state: 'toCheck' }],
    [
      'ended by who received it',
      { ended: { how: 'renounced', on: '2026-04-01', reason: null } },
      '2026-04-01',
      { state: 'revoked', on: '2026-04-01', by: 'delegate', reason: null },
    ],
    [
      'registered by the Comune, without an end',
      { basis: 'registered', until: null },
      '2036-01-01',
      { state: 'inForce', until: null },
    ],
  ])('%s', (_, change, today, expected) => expect(stateOf({ ...given, ...change }, today)).toEqual(expected));

  it('holds exactly where it was accepted, has not ended, and the day lies between first and last', () =>
    fc.assert(
      fc.property(aDelegation, day, (facts, today) => {
        const within = facts.from <= today && (facts.until === null || today <= facts.until);
        const holds = facts.acceptedOn !== null && facts.ended === null && within;
        expect(stateOf(facts, today).state === 'inForce').toBe(holds);
      }),
      { numRuns: 2000 },
    ));

  it('what has ended, lapsed or expired never holds again, whatever day follows', () =>
    fc.assert(
      fc.property(aDelegation, day, fc.integer({ min: 0, max: 1000 }), (facts, today, later) => {
        const over = (on: string) =>
          ['lapsed', 'declined', 'withdrawn', 'refused', 'expired', 'revoked'].includes(stateOf(facts, on).state);
        if (over(today)) expect(over(addDays(today, later))).toBe(true);
      }),
    ));

  it('nobody can do anything about what is over, and either side ends what holds', () =>
    fc.assert(
      fc.property(aDelegation, day, (facts, today) => {
        const at = stateOf(facts, today);
        const possible = sides.flatMap((side) => actsOf(at, side));
        if (['lapsed', 'declined', 'withdrawn', 'refused', 'expired', 'revoked'].includes(at.state))
          expect(possible).toEqual([]);
        if (at.state === 'inForce' || at.state === 'notYet') expect(possible).toEqual(['revoke', 'renounce']);
      }),
    ));

  it('each act that ends it leads where its name says', () =>
    fc.assert(
      fc.property(aDelegation, day, fc.constantFrom(...sides), (facts, today, side) => {
        for (const act of actsOf(stateOf(facts, today), side)) {
          const how = endingOf[act];
          if (how === null) continue;
          const after = stateOf({ ...facts, ended: { how, on: today, reason: null } }, today);
          expect(['declined', 'withdrawn', 'refused', 'revoked']).toContain(after.state);
        }
      }),
    ));

  it('the longest is two years, whatever the first day', () =>
    fc.assert(
      fc.property(day, (from) => {
        expect(latestUntil(from) < addMonths(from, 24)).toBe(true);
        expect(addDays(latestUntil(from), 1)).toBe(addMonths(from, 24));
        expect(answerDays).toBeLessThan(60);
      }),
    ));
});
