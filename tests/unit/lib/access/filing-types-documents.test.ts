import { describe, expect, it } from 'vitest';
import { mayReadDocument, type DocumentFacts } from '#lib/access/documents.ts';
import { mayFileFor } from '#lib/access/filing.ts';
import type { Permission } from '#lib/access/permission.ts';
import type { Session } from '#lib/access/session.ts';
import { mayEditTypes } from '#lib/access/types.ts';
import { aCase, accesso, citizen, organisation, staff } from '#tests/builders/access.ts';

const codeOf = (permission: Permission) => (permission.allowed ? 'allowed' : permission.reason.code);

describe('who files for whom', () => {
  it.each<[string, Session, (string | null)[], string]>([
    ['oneself', citizen('a'), ['a'], 'allowed'],
    ['whom one represents', citizen('a', ['b']), ['b'], 'allowed'],
    ['both', citizen('a', ['b']), ['a', 'b'], 'allowed'],
    ['somebody else', citizen('a', ['b']), ['b', 'c'], 'notRepresented'],
    ['somebody unknown', citizen('a'), [null], 'notRepresented'],
    ['nobody', citizen('a'), [], 'notRepresented'],
    ['at the front office, anybody', staff('frontOffice', 'urp'), [null], 'allowed'],
    [
      'at the front office, of other types',
      staff('frontOffice', 'urp', { types: ['patrocinio'] }),
      [null],
      'otherOffice',
    ],
    ['at the competent office', staff('officer', 'atti'), ['x'], 'allowed'],
    ['at another office', staff('officer', 'gabinetto'), ['x'], 'otherOffice'],
    ['a manager, who has no counter', staff('manager', 'atti'), ['x'], 'otherOffice'],
    ['for oneself from the desk', staff('officer', 'atti', { agent: 'x' }), ['x'], 'asCitizen'],
  ])('%s', (_, session, applicants, expected) =>
    expect(codeOf(mayFileFor(session, { type: accesso, applicants }, organisation))).toBe(expected),
  );
});

describe('who edits types', () => {
  it.each<[string, Session, string | null, string]>([
    ['the manager of the office', staff('manager', 'atti'), 'atti', 'allowed'],
    ['the manager above it', staff('manager', 'edilizia'), 'atti', 'allowed'],
    ['the manager of another', staff('manager', 'gabinetto'), 'atti', 'managersOnly'],
    ['a manager, before an office is chosen', staff('manager', 'gabinetto'), null, 'allowed'],
    ['the administrator', staff('administrator', null), 'atti', 'allowed'],
    ['an administrator of another office', staff('administrator', 'gabinetto'), 'atti', 'managersOnly'],
    ['the responsible', staff('responsible', 'atti'), 'atti', 'managersOnly'],
    ['a citizen', citizen('a'), null, 'managersOnly'],
  ])('%s', (_, session, unit, expected) => expect(codeOf(mayEditTypes(session, unit, organisation))).toBe(expected));
});

describe('who reads which document', () => {
  const of = (flow: DocumentFacts['flow'], addedBy = 'officer:m2'): DocumentFacts => ({ flow, addedBy });
  it.each<[string, Session, DocumentFacts, string]>([
    ['officers, the office’s own', staff('officer', 'atti'), of('internal'), 'allowed'],
    ['officers, what is not registered yet', staff('officer', 'atti'), of(null), 'allowed'],
    ['the front office, what went out', staff('frontOffice', 'urp'), of('out'), 'allowed'],
    ['the front office, the office’s own', staff('frontOffice', 'urp'), of('internal'), 'officesOwn'],
    ['who filed, what went out', citizen('applicant'), of('out'), 'allowed'],
    ['who filed, the office’s own', citizen('applicant'), of('internal'), 'officesOwn'],
    [
      'who filed, what they added and nobody has registered',
      citizen('applicant'),
      of(null, 'citizen:applicant'),
      'allowed',
    ],
    ['a third party, what others sent', citizen('neighbour'), of('in'), 'byAccessRequest'],
    ['a third party, what they sent', citizen('neighbour'), of('in', 'citizen:neighbour'), 'allowed'],
    ['a stranger', citizen('stranger'), of('out'), 'outsideReach'],
    [
      'of a case of their own, the office’s',
      staff('officer', 'atti', { agent: 'applicant' }),
      of('internal'),
      'officesOwn',
    ],
  ])('%s', (_, session, document, expected) =>
    expect(codeOf(mayReadDocument(session, aCase(), document, organisation))).toBe(expected),
  );
});
