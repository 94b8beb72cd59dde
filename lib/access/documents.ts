import { agentsOf, capacitiesOf, isOwnCase } from './capacities.ts';
import type { CaseFacts } from './case-facts.ts';
import type { Organisation } from './organisation.ts';
import { allowed, denied, type Permission } from './permission.ts';
import { maySee } from './procedures.ts';
import type { Session } from './session.ts';

/** A document of a fascicolo, as far as it decides who reads it. */
export interface DocumentFacts {
  /** In and out reach or leave the Comune; internal and unregistered ones are the office's own. */
  flow: 'in' | 'out' | 'internal' | null;
  /** As events name who did something: `citizen:…`, `officer:…`. */
  addedBy: string;
}

/**
 * Who reads a document. Who handles the case, all of them; who filed, and the front office that answers for them, what came in and went out;
 * a third party only what they gave themselves: for the rest there is access to documents, with its own notice to who is concerned.
 */
export function mayReadDocument(
  session: Session,
  facts: CaseFacts,
  document: DocumentFacts,
  organisation: Organisation,
): Permission {
  const seen = maySee(session, facts, organisation);
  if (!seen.allowed) return seen;
  const held = capacitiesOf(session, facts, organisation);
  const exchanged = document.flow === 'in' || document.flow === 'out';
  if (session.kind === 'staff') {
    const handles = [...held].some((capacity) => capacity !== 'frontOffice');
    return exchanged || (handles && !isOwnCase(session, facts)) ? allowed : officesOwn;
  }
  if (agentsOf(session).some((agent) => document.addedBy === `citizen:${agent}`)) return allowed;
  if (!held.has('applicant')) return byAccessRequest;
  return exchanged ? allowed : officesOwn;
}

const officesOwn = denied(
  'officesOwn',
  'È un documento interno dell’ufficio che ha la pratica.',
  'It is an internal document of the office that has the case.',
);

const byAccessRequest = denied(
  'byAccessRequest',
  'Per leggerlo si presenta una richiesta di accesso agli atti.',
  'To read it, file a request for access to documents.',
  'L. 241/1990 art. 22',
);
