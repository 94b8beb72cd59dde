import { denied } from './permission.ts';
import type { CitizenSession, Session } from './session.ts';

/** A type of procedure, as far as it says whether an e-mail address is enough to ask for it. */
export interface EmailFiling {
  code: string;
  /** `verifiedEmail` of the type; a type that does not say it wants an identity. */
  verifiedEmail?: object | undefined;
}

/** Whether somebody is known by an e-mail address alone. */
export const isByEmail = (session: Session | null): session is CitizenSession =>
  session?.kind === 'citizen' && session.knownBy === 'verifiedEmail';

/**
 * Whether an e-mail address is enough for a request of a type, or whoever asks is known better than that. Who they are is then seen at the desk
 * (lib/access/identity.ts).
 */
export const isKnownEnough = (session: CitizenSession, type: EmailFiling): boolean =>
  !isByEmail(session) || type.verifiedEmail !== undefined;

/** What is said to who came in by e-mail and wants what an address is not enough for. */
export const identityWanted = denied(
  'identityWanted',
  'Per questo servizio l’indirizzo e-mail non basta: serve SPID, CIE o l’identità digitale di un altro Paese dell’Unione (eIDAS). Oppure puoi venire allo sportello con un documento.',
  'For this service an e-mail address is not enough: you need SPID, CIE or the digital identity of another country of the Union (eIDAS). Or you can come to the counter with a document.',
  'D.Lgs. 82/2005 art. 64',
);
