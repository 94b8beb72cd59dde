import type { Asker, ContactChannel } from '#lib/relationship/contact.ts';
import { joinReach, type Reach, type ReachOwn } from './reach.ts';
import { allowed, denied, type Permission } from './permission.ts';
import type { CitizenSession, Session, StaffRole, StaffSession } from './session.ts';

/** Why an operator looks: who asked, and by which way. Told to whom it concerns. */
export interface LookAsked {
  channel: ContactChannel;
  askedBy: Asker;
}

/**
 * Pages of people that one operator opens in a day before somebody is told, and before no more are opened: a counter serves some sixty people a day,
 * and who opens hundreds is not serving them (GDPR art. 32).
 */
export const pagesOfDay = { alertAt: 150, most: 500 } as const;

const serving = ({ role }: StaffRole): boolean => role === 'frontOffice';

/** In which of their roles somebody serves people at the front office; null: in none. */
export const servingRole = (session: Session): StaffRole | null =>
  session.kind === 'staff' ? (session.roles.find(serving) ?? null) : null;

/**
 * Whether somebody serves at the front office, and that person or business there.
 * @param agent whose page it is; null before anybody is named
 */
export function mayServe(session: Session, agent: string | null = null): Permission {
  if (servingRole(session) === null) return frontOfficeOnly;
  return session.kind === 'staff' && session.agent !== null && session.agent === agent ? yourself : allowed;
}

/** The cases that an operator sees with somebody: that person's own, of the types for which the operator is there. */
export function servedReach(session: StaffSession, agent: string): Reach {
  const roles = session.roles.filter(serving);
  const whole = roles.some(({ types }) => types === null);
  const own: ReachOwn = { kind: 'own', agents: [agent] };
  return joinReach(
    roles.length === 0 ? [] : whole ? [own] : [{ ...own, types: roles.flatMap(({ types }) => types ?? []) }],
  );
}

/**
 * The person as whose page is shown: for themselves, and as they see it when they sign in with their identity, whichever way they came today. Those
 * whom they represent have pages of their own, each a look of its own.
 */
export const servedAs = (person: CitizenSession): CitizenSession => ({
  ...person,
  knownBy: 'digitalIdentity',
  represents: [],
});

/** Who files must stand before who receives: only there can they be identified and sign (DPR 445/2000 art. 38 c. 3). */
export const mayFileIn = ({ channel }: { channel: ContactChannel }): Permission =>
  channel === 'counter' ? allowed : notBefore;

const frontOfficeOnly = denied(
  'frontOfficeOnly',
  'Lo sportello è di chi riceve il pubblico.',
  'The front office is for those who receive the public.',
);
const yourself = denied(
  'yourself',
  'È la tua pagina: la leggi da cittadino, sulla Mia Pagina.',
  'It is your own page: read it as a citizen, on My page.',
  'L. 241/1990 art. 6-bis',
);
const notBefore = denied(
  'notBefore',
  'Per presentare una richiesta la persona deve essere allo sportello: solo lì la si identifica e firma davanti a te.',
  'To file a request the person must be at the counter: only there can they be identified and sign before you.',
  'DPR 445/2000 art. 38 c. 3',
);
