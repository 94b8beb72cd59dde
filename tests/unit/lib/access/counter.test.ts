import { describe, expect, it } from 'vitest';
import { mayFileIn, mayServe, servedAs, servedReach, servingRole } from '#lib/access/counter.ts';
import { staffRoles } from '#lib/access/session.ts';
import { citizen, staff } from '#tests/builders/access.ts';

const operator = staff('frontOffice', 'urp');

describe('who serves at the front office', () => {
  it.each(staffRoles)('%s', (role) =>
    expect(mayServe(staff(role, 'urp'), 'agent').allowed).toBe(role === 'frontOffice'),
  );
  it('no citizen, and nobody themselves', () => {
    expect(mayServe(citizen('a')).allowed).toBe(false);
    expect(mayServe({ ...operator, agent: 'a' }, 'a')).toMatchObject({ allowed: false, reason: { code: 'yourself' } });
    expect(mayServe({ ...operator, agent: 'a' }, 'b').allowed).toBe(true);
  });
  it('in the role that lets them', () => expect(servingRole(operator)).toMatchObject({ unit: 'urp' }));
});

describe('what an operator sees with somebody', () => {
  it('that person’s own cases, of the types for which the operator is there', () => {
    expect(servedReach(operator, 'a')).toEqual({ kind: 'own', agents: ['a'] });
    const limited = { ...operator, roles: [{ role: 'frontOffice' as const, unit: 'urp', types: ['patrocinio'] }] };
    expect(servedReach(limited, 'a')).toEqual({ kind: 'own', agents: ['a'], types: ['patrocinio'] });
    expect(servedReach(staff('officer', 'urp'), 'a')).toMatchObject({ kind: 'some', units: [] });
  });
  it('not what they do for others: those have pages of their own', () => {
    const [grant] = [{ power: 'file' as const, scope: { kind: 'all' as const } }];
    const person = { ...citizen('a'), represents: [{ agent: 'b', name: 'B', isBody: true, grants: [grant] }] };
    expect(servedAs(person).represents).toEqual([]);
  });
});

it('files only for who stands there', () => {
  expect(mayFileIn({ channel: 'counter' }).allowed).toBe(true);
  expect(mayFileIn({ channel: 'phone' })).toMatchObject({
    allowed: false,
    reason: { article: 'DPR 445/2000 art. 38 c. 3' },
  });
});
