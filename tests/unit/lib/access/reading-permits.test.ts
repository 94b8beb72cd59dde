import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isInForce,
  mayBePermitted,
  mayPermitReading,
  mayReadByPermit,
  type PermitFacts,
} from '#lib/access/reading-permits.ts';
import type { CitizenSession, StaffSession } from '#lib/access/session.ts';
import { citizen } from '#tests/builders/access.ts';

const reader: CitizenSession = {
  kind: 'citizen',
  agent: 'anna',
  name: 'Anna',
  isBody: false,
  knownBy: 'digitalIdentity',
  represents: [],
  delegatedBy: [],
};
const permit: PermitFacts = {
  agent: 'anna',
  until: '2027-03-31',
  revoked: false,
  outcome: 'granted',
  of: 'reserved',
  phase: 'historical',
};
const archivist = (agent: string | null = null): StaffSession => ({
  kind: 'staff',
  member: 'paolo',
  name: 'Paolo',
  roles: [{ role: 'archivist', unit: null, types: null }],
  agent,
});

describe('who reads by a permit', () => {
  it.each<[string, PermitFacts, string, boolean]>([
    ['on the last day', permit, '2027-03-31', true],
    ['not on the day after', permit, '2027-04-01', false],
    ['not once it is revoked', { ...permit, revoked: true }, '2026-12-01', false],
    ['not where the request is reopened', { ...permit, outcome: null }, '2026-12-01', false],
    ['not where it came to another end', { ...permit, outcome: 'refused' }, '2026-12-01', false],
    ['not what the deposit permitted, in the historical section', { ...permit, of: 'deposit' }, '2026-12-01', false],
    ['what the deposit permits, in the deposit', { ...permit, of: 'deposit', phase: 'deposit' }, '2026-12-01', true],
    ['nobody else', { ...permit, agent: 'bruno' }, '2026-12-01', false],
  ])('%s', (_, facts, today, may) => expect(mayReadByPermit(reader, [facts], [], today).allowed).toBe(may));

  it('not who acts for the reader, nor who is not signed in, nor the staff', () => {
    const delegate = { ...reader, agent: 'davide', represents: citizen('davide', ['anna']).represents };
    expect(mayReadByPermit(delegate, [permit], [], '2026-12-01').allowed).toBe(false);
    expect(mayReadByPermit(null, [permit], [], '2026-12-01').allowed).toBe(false);
    expect(mayReadByPermit(archivist('anna'), [permit], [], '2026-12-01').allowed).toBe(false);
  });

  it('nobody without a permit in force, whatever the permits are', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            agent: fc.constantFrom('anna', 'bruno'),
            until: fc.constantFrom('2026-12-30', '2026-12-31', '2027-01-01'),
            revoked: fc.boolean(),
            outcome: fc.constantFrom('granted' as const, 'refused' as const, 'withdrawn' as const, null),
            of: fc.constantFrom('reserved' as const, 'deposit' as const),
            phase: fc.constantFrom('current' as const, 'deposit' as const, 'historical' as const),
          }),
        ),
        (permits) =>
          mayReadByPermit(reader, permits, [], '2026-12-31').allowed ===
          permits.some((one) => one.agent === 'anna' && isInForce(one, '2026-12-31')),
      ),
    ));
});

describe('who permits', () => {
  it('the archivist, once the request is granted', () => {
    expect(mayPermitReading(archivist(), 'anna', 'granted').allowed).toBe(true);
    expect(mayPermitReading(archivist(), 'anna', null).allowed).toBe(false);
    expect(mayPermitReading(archivist(), 'anna', 'refused').allowed).toBe(false);
  });
  it('never for themselves, and no citizen', () => {
    expect(mayPermitReading(archivist('anna'), 'anna', 'granted').allowed).toBe(false);
    expect(mayPermitReading(reader, 'bruno', 'granted').allowed).toBe(false);
  });
});

it.each([
  ['reserved', 'historical', 'described', false, true],
  ['reserved', 'historical', 'open', false, false],
  ['reserved', 'historical', 'hidden', false, false],
  ['reserved', 'historical', 'described', true, false],
  ['deposit', 'deposit', 'hidden', false, true],
  ['deposit', 'current', 'hidden', false, true],
  ['deposit', 'historical', 'described', false, false],
  ['deposit', 'deposit', 'hidden', true, false],
] as const)('%s opens a record of phase %s, %s, internal %s: %s', (of, phase, visibility, internal, may) =>
  expect(mayBePermitted(of, { phase, visibility, internal })).toBe(may),
);
