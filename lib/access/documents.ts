import type { Text } from '#lib/procedures/types/text.ts';
import { capacitiesOf, isOwnCase } from './capacities.ts';
import type { CaseFacts } from './case-facts.ts';
import { partiesAs } from './delegations/acting.ts';
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

/** Which documents of one case somebody reads: the store applies it to lists, counts and pages. Those that meet any of the three. */
export interface ReadableDocuments {
  all: boolean;
  /** What came in or went out. */
  exchanged: boolean;
  /** Those that these gave, as events name them. */
  addedBy: readonly string[];
}

/** Nothing of a fascicolo is kept from who keeps the archive. */
export const everyDocument: ReadableDocuments = { all: true, exchanged: true, addedBy: [] };

/**
 * Who reads the documents of a case. Who handles it, all of them; who filed, and the front office that answers for them, what came in and went
 * out; a third party only what they gave themselves: for the rest there is access to documents, with its own notice to who is concerned.
 */
export function readableDocuments(session: Session, facts: CaseFacts, organisation: Organisation): ReadableDocuments {
  if (!maySee(session, facts, organisation).allowed) return { all: false, exchanged: false, addedBy: [] };
  const held = capacitiesOf(session, facts, organisation);
  if (session.kind === 'staff') {
    const handles = [...held].some((capacity) => capacity !== 'frontOffice');
    return { all: handles && !isOwnCase(session, facts), exchanged: true, addedBy: [] };
  }
  const addedBy = [session.agent, ...partiesAs(session, facts, 'read').map(({ agent }) => agent)];
  return {
    all: false,
    exchanged: held.has('applicant'),
    addedBy: [...new Set(addedBy)].map((agent) => `citizen:${agent}`),
  };
}

/** Whether a document is among them. */
export const isReadable = ({ all, exchanged, addedBy }: ReadableDocuments, document: DocumentFacts): boolean =>
  all || (exchanged && document.flow !== null && document.flow !== 'internal') || addedBy.includes(document.addedBy);

/** Whether somebody reads one document, and if not, why. */
export function mayReadDocument(
  session: Session,
  facts: CaseFacts,
  document: DocumentFacts,
  organisation: Organisation,
): Permission {
  const seen = maySee(session, facts, organisation);
  if (!seen.allowed) return seen;
  const readable = readableDocuments(session, facts, organisation);
  if (isReadable(readable, document)) return allowed;
  return session.kind === 'staff' || readable.exchanged ? officesOwn : byAccessRequest;
}

/** In words, who reads a document of a case by where it came from. */
export const readersOf = (flow: DocumentFacts['flow']): Text =>
  flow === 'in' || flow === 'out'
    ? {
        it: 'l’ufficio, lo sportello, chi ha presentato la domanda',
        en: 'the office, the front office, who filed the request',
      }
    : { it: 'solo l’ufficio', en: 'the office only' };

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
