import type { Reason } from './decision.ts';
import { reason } from './reason.ts';

/** A document as far as it decides whether another version may take its place. */
export interface CurrentDocument {
  /** It bears a number of the protocollo, or came with a document that does. */
  registered: boolean;
  /** Its fascicolo is closed, or out of the office's hands. */
  closed: boolean;
  destroyed: boolean;
  sha256: string;
  version: number;
}

/** A version that is to take the place of the current one. */
export interface NextVersion {
  sha256: string;
  reason: string;
  /** The version that whoever brings it has seen; null for who looks at none. */
  expected: number | null;
}

/** Longest reason. */
export const mostReason = 500;

/** Why the version may not take its place; null where it may. */
export function barToVersion(current: CurrentDocument, next: NextVersion): Reason | null {
  if (current.destroyed) return destroyed;
  if (current.registered) return registered;
  if (current.closed) return closed;
  if (next.reason.trim() === '' || next.reason.length > mostReason) return reasonWanted;
  if (next.expected !== null && next.expected !== current.version) return overtaken;
  return next.sha256 === current.sha256 ? same : null;
}

const registered = reason(
  'registered',
  'Il documento è protocollato: non si sostituisce. Quello corretto si aggiunge al fascicolo con una nuova registrazione',
  'The document is registered and is not replaced. The corrected one is added to the file with a registration of its own',
  'DPR 445/2000 art. 53',
);
const closed = reason(
  'closed',
  'Il fascicolo è chiuso: i suoi documenti non cambiano più',
  'The file is closed: its documents no longer change',
);
const destroyed = reason(
  'discarded',
  'Il documento è stato scartato con autorizzazione',
  'The document has been discarded with a permit',
  'D.Lgs. 42/2004 art. 21 c. 1 d)',
);
const reasonWanted = reason(
  'reasonWanted',
  `Va detto perché c’è una nuova versione, in ${mostReason} caratteri al più`,
  `Say why there is a new version, in ${mostReason} characters at most`,
);
const overtaken = reason(
  'overtaken',
  'Nel frattempo qualcuno ha messo un’altra versione: guardala prima di sostituirla',
  'Somebody has put another version meanwhile: look at it before you replace it',
);
const same = reason(
  'sameBytes',
  'È lo stesso file della versione corrente',
  'This is the same file as the current version',
);
