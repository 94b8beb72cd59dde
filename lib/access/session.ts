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

export interface CitizenSession {
  kind: 'citizen';
  /** Id of the person or body that acts. */
  agent: string;
  name: string;
  /** Whom they may act for besides. */
  represents: readonly { agent: string; name: string }[];
}

/** Who is signed in, as the decisions of this folder know them. */
export type Session = StaffSession | CitizenSession;
