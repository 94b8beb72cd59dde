import type { Grant } from './delegations/power.ts';

/** What somebody of the staff may be, each in one office or (unit null) in all, for some types of procedure or all. */
export const staffRoles = ['officer', 'responsible', 'manager', 'archivist', 'frontOffice', 'administrator'] as const;
export type StaffRoleName = (typeof staffRoles)[number];

export interface StaffRole {
  role: StaffRoleName;
  /** Null: all offices. */
  unit: string | null;
  /** Null: all types of procedure. */
  types: readonly string[] | null;
}

export interface StaffSession {
  kind: 'staff';
  /** Id of the member: what `assignee` of a case names. */
  member: string;
  name: string;
  /** Those in force today. */
  roles: readonly StaffRole[];
  /** Who they are as a private person, where that is known: nobody handles a case of their own (L. 241/1990 art. 6-bis). */
  agent: string | null;
}

/** Somebody for whom another may act, with all that was given to them in that name. */
export interface Representation {
  agent: string;
  name: string;
  /** A business, an association or an institution: whoever administers it gives its colleagues their roles. */
  isBody: boolean;
  grants: readonly Grant[];
}

/**
 * By what a citizen is known in this session: SPID or CIE, the identity of another State, or an e-mail address that they read and nothing else
 * (`byEmail` says what that is enough for). The demonstration's buttons are none of these.
 */
export const knownBys = ['digitalIdentity', 'eidas', 'verifiedEmail', 'demonstration'] as const;
export type KnownBy = (typeof knownBys)[number];

export interface CitizenSession {
  kind: 'citizen';
  /** Id of the person or body that acts. */
  agent: string;
  name: string;
  isBody: boolean;
  knownBy: KnownBy;
  /** Whom they may act for besides, today. */
  represents: readonly Representation[];
  /**
   * Those who have ever given them a delegation: what they did for these they see by what is given now, and no longer because they once took
   * part. Who represents by a deed in the file of one case, and by no delegation, stays a party to it.
   */
  delegatedBy: readonly string[];
}

/** Who is signed in, as the decisions of this folder know them. */
export type Session = StaffSession | CitizenSession;
