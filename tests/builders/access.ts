import type { CaseFacts } from '#lib/access/case-facts.ts';
import type { Organisation, TypeOffices } from '#lib/access/organisation.ts';
import type { CitizenSession, StaffRole, StaffRoleName, StaffSession } from '#lib/access/session.ts';

/** A type handled by one office and decided by another, of which the first is a part. */
export const accesso: TypeOffices = {
  code: 'accesso',
  unit: 'atti',
  responsible: 'atti',
  decidingOffice: 'edilizia',
  substitute: { office: 'direzione' },
};
export const patrocinio: TypeOffices = {
  code: 'patrocinio',
  unit: 'gabinetto',
  responsible: 'gabinetto',
  decidingOffice: 'gabinetto',
  substitute: { office: 'direzione' },
};

export const organisation: Organisation = {
  parents: new Map([
    ['atti', 'edilizia'],
    ['edilizia', null],
    ['gabinetto', null],
    ['direzione', null],
  ]),
  types: [accesso, patrocinio],
};

/** A member of the staff with one role, in one office unless told otherwise. */
export const staff = (
  role: StaffRoleName,
  unit: string | null,
  further: Partial<StaffRole> & { member?: string; agent?: string } = {},
): StaffSession => {
  const { member = 'm1', agent = null, ...rest } = further;
  return { kind: 'staff', member, name: 'Ada Verdi', agent, roles: [{ role, unit, types: null, ...rest }] };
};

export const citizen = (agent: string, represents: string[] = []): CitizenSession => ({
  kind: 'citizen',
  agent,
  name: agent,
  isBody: false,
  knownBy: 'digitalIdentity',
  represents: represents.map((id) => ({
    agent: id,
    name: id,
    isBody: false,
    grants: [{ power: 'file', scope: { kind: 'all' } }],
  })),
  delegatedBy: represents,
});

/** A case of `accesso` in the hands of its office, whose turn is an officer's. */
export const aCase = (further: Partial<CaseFacts> = {}): CaseFacts => ({
  id: 'case-1',
  type: accesso,
  unit: 'atti',
  assignee: null,
  parties: [
    { agent: 'applicant', role: 'applicant', actsFor: null },
    { agent: 'neighbour', role: 'counterparty', actsFor: null },
  ],
  turn: 'officer',
  ...further,
});
