import { mayKeepArchive } from './keeping.ts';
import type { Organisation } from './organisation.ts';
import { denied, allowed, type Permission } from './permission.ts';
import { unitsOf } from './reach-of.ts';
import type { Session } from './session.ts';

/** Fascicoli for which these offices are responsible; null stands for any. With `types`, only those that procedures of these types lead. */
export interface FascicoliRange {
  units: readonly string[] | null;
  types: readonly string[] | null;
}

/** How far somebody's sight of the repertorio goes: the store applies it to lists and counts. None: nothing. */
export type FascicoliReach = readonly FascicoliRange[];

/** What decides whether a fascicolo lies within reach. */
export interface FascicoloFacts {
  /** The office responsible for it now. */
  unit: string;
  /** The type of the procedure that leads it; null where none does. */
  type: string | null;
}

/**
 * Who keeps the archive sees every fascicolo; who handles affairs, those for which their office is responsible (DPR 445/2000 art. 64), a manager
 * also those of the offices below. The front office answers for cases, not for the office's papers; a role for some types is none for the rest.
 */
export function fascicoliReachOf(session: Session, organisation: Pick<Organisation, 'parents'>): FascicoliReach {
  if (session.kind !== 'staff') return [];
  if (mayKeepArchive(session).allowed) return [{ units: null, types: null }];
  return session.roles
    .filter(({ role }) => role === 'officer' || role === 'responsible' || role === 'manager')
    .map((role) => ({ units: unitsOf(role, organisation), types: role.types }));
}

/** Whether somebody sees a fascicolo at all; to who does not, it does not exist. */
export function maySeeFascicolo(
  session: Session,
  { unit, type }: FascicoloFacts,
  organisation: Pick<Organisation, 'parents'>,
): Permission {
  const within = fascicoliReachOf(session, organisation).some(
    ({ units, types }) =>
      (units === null || units.includes(unit)) && (types === null || (type !== null && types.includes(type))),
  );
  return within ? allowed : anotherOffice;
}

const anotherOffice = denied(
  'anotherOffice',
  'Il fascicolo è di un altro ufficio.',
  'The file is another office’s.',
  'DPR 445/2000 art. 64',
);
