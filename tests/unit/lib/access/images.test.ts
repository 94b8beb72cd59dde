import { describe, expect, it } from 'vitest';
import { imageSight, publicSight, type ImageFacts } from '#lib/access/images.ts';
import type { PermitFacts } from '#lib/access/reading-permits.ts';
import type { CitizenSession, StaffSession } from '#lib/access/session.ts';

const today = '2026-11-27';
const open: ImageFacts = { visibility: 'open', internal: false, reservedSide: null };
const described: ImageFacts = { ...open, visibility: 'described' };
const lower: ImageFacts = { ...described, reservedSide: 400 };
const hidden: ImageFacts = { ...open, visibility: 'hidden', reservedSide: 400 };
const internal: ImageFacts = { ...open, internal: true, reservedSide: 400 };

const staff = (role: 'archivist' | 'officer'): StaffSession => ({
  kind: 'staff',
  member: 'm',
  name: 'M',
  roles: [{ role, unit: null, types: null }],
  agent: null,
});
const reader: CitizenSession = {
  kind: 'citizen',
  agent: 'reader00',
  name: 'R',
  isBody: false,
  knownBy: 'digitalIdentity',
  represents: [],
  delegatedBy: [],
};
const permit: PermitFacts = {
  agent: 'reader00',
  until: '2026-12-31',
  revoked: false,
  outcome: 'granted',
  of: 'reserved',
  phase: 'historical',
};

describe('who sees images', () => {
  it.each([
    ['open', open, { kind: 'whole', reserved: false }],
    ['described', described, { kind: 'none', exists: true }],
    ['described, smaller', lower, { kind: 'reduced', side: 400 }],
    ['hidden', hidden, { kind: 'none', exists: false }],
    ['internal', internal, { kind: 'none', exists: false }],
  ] as const)('everybody: %s', (_, facts, sight) => {
    expect(publicSight(facts)).toEqual(sight);
    expect(imageSight(null, facts, [], [], today)).toEqual(sight);
    expect(imageSight(staff('officer'), facts, [permit], [], today)).toEqual(sight);
    expect(imageSight({ ...reader, agent: 'other000' }, facts, [permit], [], today)).toEqual(sight);
    expect(imageSight(reader, facts, [{ ...permit, until: '2026-11-26' }], [], today)).toEqual(sight);
    expect(imageSight(reader, facts, [{ ...permit, revoked: true }], [], today)).toEqual(sight);
  });

  it.each([described, lower])('whole for who keeps the archive and who has a permit', (facts) => {
    const whole = { kind: 'whole', reserved: true };
    expect(imageSight(staff('archivist'), facts, [], [], today)).toEqual(whole);
    expect(imageSight(reader, facts, [permit], [], today)).toEqual(whole);
  });

  it('not for who is known by an address alone, before the office saw who they are', () => {
    const byAddress = { ...reader, knownBy: 'verifiedEmail' } as const;
    expect(imageSight(byAddress, lower, [permit], [], today)).toEqual({ kind: 'reduced', side: 400 });
    expect(imageSight(byAddress, lower, [permit], [{ checkedOn: '2026-11-01' }], today)).toMatchObject({
      kind: 'whole',
    });
  });

  it('internal ones nobody', () => {
    expect(imageSight(staff('archivist'), internal, [], [], today)).toEqual({ kind: 'none', exists: false });
    expect(imageSight(reader, internal, [permit], [], today)).toEqual({ kind: 'none', exists: false });
  });
});
