import type { Day } from '#lib/procedures/day.ts';
import type { Outcome } from '#lib/procedures/types/outcomes.ts';
import type { ReadingPermitRule } from '#lib/procedures/types/reading-permit.ts';
import type { Phase, Visibility } from '#lib/records/phase.ts';
import { agentsOf } from './capacities.ts';
import { identityFirst, isIdentityKnown, type IdentityCheck } from './identity.ts';
import { mayKeepArchive } from './keeping.ts';
import { allowed, denied, type Permission } from './permission.ts';
import type { Session } from './session.ts';

/** A permit to read, as far as it decides who reads (D.Lgs. 42/2004 arts. 123, 124). */
export interface PermitFacts {
  /** The person to whom it was given, and nobody else: whoever acts for them reads nothing. */
  agent: string;
  /** The last day, included. */
  until: Day;
  revoked: boolean;
  /** How the request stands that it came of: what is reopened or annulled permits no more. */
  outcome: Outcome | null;
  /** What it was given for; one for the deposit ends where the historical section begins, for there the Ministry authorises (art. 123). */
  of: ReadingPermitRule['of'];
  phase: Phase;
}

/** Outcomes of a request that let what it asked for be read. */
export const permittingOutcomes = ['granted', 'grantedWithConditions'] as const satisfies readonly Outcome[];
const permitting: readonly (Outcome | null)[] = permittingOutcomes;

/** Whether a permit lets somebody read today. */
export const isInForce = (permit: PermitFacts, today: Day): boolean =>
  !permit.revoked &&
  permit.until >= today &&
  permitting.includes(permit.outcome) &&
  (permit.of === 'reserved' || permit.phase !== 'historical');

/**
 * Whether somebody reads what these permits are for.
 * @param checks what the office saw of who they are: who is known by an e-mail address alone reads nothing before
 */
export function mayReadByPermit(
  session: Session | null,
  permits: readonly PermitFacts[],
  checks: readonly Pick<IdentityCheck, 'checkedOn'>[],
  today: Day,
): Permission {
  if (session?.kind !== 'citizen') return noPermit;
  const own = permits.some((permit) => permit.agent === session.agent && isInForce(permit, today));
  if (!own) return noPermit;
  return isIdentityKnown(session, checks, today) ? allowed : identityFirst;
}

/** Whether somebody permits to read, or revokes it: who keeps the archive, for nobody that they are themselves (L. 241/1990 art. 6-bis). */
export function mayPermitReading(session: Session, reader: string | null, outcome: Outcome | null): Permission {
  const keeps = mayKeepArchive(session);
  if (!keeps.allowed) return keeps;
  const self = session.kind === 'staff' ? session.agent : agentsOf(session)[0];
  if (reader !== null && reader === self) return ownRequest;
  return permitting.includes(outcome) ? allowed : notGranted;
}

/** What a request of a kind may open: described units of the historical archive, or files that are not in it yet. */
export function mayBePermitted(
  of: ReadingPermitRule['of'],
  record: { phase: Phase; visibility: Visibility; internal: boolean },
): boolean {
  if (record.internal) return false;
  return of === 'reserved' ? record.visibility === 'described' : record.phase !== 'historical';
}

const noPermit = denied(
  'noPermit',
  'Per leggere questi documenti serve un permesso che valga oggi.',
  'To read these documents a permit is needed that is good today.',
  'D.Lgs. 42/2004 art. 122',
);
const ownRequest = denied(
  'ownRequest',
  'La richiesta è tua: la decide un’altra persona.',
  'The request is your own: somebody else decides it.',
  'L. 241/1990 art. 6-bis',
);
const notGranted = denied(
  'notGranted',
  'Il permesso si dà quando la richiesta è accolta.',
  'The permit is given once the request is granted.',
);
