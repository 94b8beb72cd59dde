import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKnownEnough } from '#lib/access/by-email.ts';
import { mayGiveFor, mayReceiveDelegation } from '#lib/access/delegations/giving.ts';
import { mayFileFor } from '#lib/access/filing.ts';
import { isCheckGood, isIdentityKnown, mayNoteIdentity } from '#lib/access/identity.ts';
import { mayReadByPermit, type PermitFacts } from '#lib/access/reading-permits.ts';
import { mayWrite } from '#lib/access/request-drafts.ts';
import { knownBys, type CitizenSession } from '#lib/access/session.ts';
import { aCase, accesso, citizen, organisation, patrocinio, staff } from '#tests/builders/access.ts';
import { demoVersion } from '#tests/builders/procedure-types.ts';

const by = (knownBy: CitizenSession['knownBy'], represents: string[] = []): CitizenSession => ({
  ...citizen('me', represents),
  knownBy,
});
const hannah = by('verifiedEmail');
const open = { ...accesso, verifiedEmail: {} };
const reasonOf = (permission: { allowed: boolean; reason?: { code: string } }) =>
  permission.allowed ? 'allowed' : permission.reason?.code;

describe('who is known by an e-mail address alone', () => {
  it.each([
    ['what the type lets them', open, ['me'], 'allowed'],
    ['nothing of a type that does not say so', accesso, ['me'], 'identityWanted'],
    ['nothing for another', open, ['other'], 'identityWanted'],
    ['nothing for themselves and another', open, ['me', 'other'], 'identityWanted'],
    ['nothing for nobody', open, [], 'notRepresented'],
  ])('files %s', (_, type, applicants, expected) =>
    expect(reasonOf(mayFileFor(hannah, { type, applicants }, organisation))).toBe(expected),
  );

  it('files for nobody whom they would represent', () =>
    expect(
      reasonOf(mayFileFor(by('verifiedEmail', ['other']), { type: open, applicants: ['other'] }, organisation)),
    ).toBe('identityWanted'));

  it('writes what can be asked for by e-mail, and what cannot is for the others', () => {
    const readable = demoVersion({ code: 'consultazione-archivio', version: 2 });
    const other = demoVersion({ code: 'occupazione-suolo-pubblico', version: 1 });
    expect([mayWrite(hannah, readable), mayWrite(hannah, other)]).toEqual([true, false]);
    expect(mayWrite(by('eidas'), other)).toBe(true);
  });

  it('gives and receives no delegation', () => {
    expect(reasonOf(mayGiveFor(hannah, 'me'))).toBe('identityWanted');
    expect(reasonOf(mayReceiveDelegation(hannah))).toBe('identityWanted');
    expect(mayReceiveDelegation(by('eidas')).allowed).toBe(true);
  });

  it('is known enough for whatever says so, whoever is known better for everything', () =>
    fc.assert(
      fc.property(fc.constantFrom(...knownBys), fc.boolean(), (knownBy, says) => {
        const type = says ? open : accesso;
        expect(isKnownEnough(by(knownBy), type)).toBe(says || knownBy !== 'verifiedEmail');
      }),
    ));
});

describe('identity seen at the desk', () => {
  const permit: PermitFacts = {
    agent: 'me',
    until: '2027-12-31',
    revoked: false,
    outcome: 'granted',
    of: 'reserved',
    phase: 'historical',
  };

  it.each([
    ['the same day', '2026-05-01', '2026-05-01', true],
    ['until the end of the year', '2026-01-01', '2026-12-31', true],
    ['not the year after', '2026-12-31', '2027-01-01', false],
    ['not before', '2026-05-02', '2026-05-01', false],
  ])('counts %s', (_, checkedOn, today, good) => expect(isCheckGood({ checkedOn }, today)).toBe(good));

  it('comes before reserved documents are read', () => {
    const may = (session: CitizenSession, checks: { checkedOn: string }[]) =>
      reasonOf(mayReadByPermit(session, [permit], checks, '2026-06-01'));
    expect(may(hannah, [])).toBe('identityFirst');
    expect(may(hannah, [{ checkedOn: '2025-06-01' }])).toBe('identityFirst');
    expect(may(hannah, [{ checkedOn: '2025-06-01' }, { checkedOn: '2026-05-30' }])).toBe('allowed');
    expect(may(by('eidas'), [])).toBe('allowed');
    expect(reasonOf(mayReadByPermit(hannah, [], [{ checkedOn: '2026-05-30' }], '2026-06-01'))).toBe('noPermit');
  });

  it('is no question for whom an identity provider vouches', () =>
    fc.assert(
      fc.property(fc.constantFrom(...knownBys), (knownBy) => {
        expect(isIdentityKnown(by(knownBy), [], '2026-06-01')).toBe(knownBy !== 'verifiedEmail');
      }),
    ));

  it.each([
    ['the officer of the office', staff('officer', 'atti'), 'allowed'],
    ['the archivist of the office', staff('archivist', 'atti'), 'allowed'],
    ['the responsible', staff('responsible', 'atti'), 'allowed'],
    ['not the front office, which looks only', staff('frontOffice', 'atti'), 'othersDo'],
    ['not another office', staff('officer', 'gabinetto'), 'outsideReach'],
    ['not who asked', staff('officer', 'atti', { agent: 'applicant' }), 'ownIdentity'],
    ['not a party', citizen('applicant'), 'ownIdentity'],
  ])('is noted by %s', (_, session, expected) =>
    expect(reasonOf(mayNoteIdentity(session, aCase(), organisation))).toBe(expected),
  );
});

it('types say nothing of it unless they do', () =>
  expect([accesso, patrocinio].some((one) => 'verifiedEmail' in one)).toBe(false));
