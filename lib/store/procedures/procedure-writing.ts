import type { Reach } from '#lib/access/reach.ts';
import type { Action } from '#lib/procedures/cases/action.ts';
import type { Reason, Refusal } from '#lib/procedures/cases/decision.ts';
import type { FilingFacts, Party, Registration } from '#lib/procedures/cases/filing-facts.ts';
import type { ProcedureEvent } from '#lib/procedures/cases/procedure-event.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import type { Day } from '#lib/procedures/day.ts';
import type { NotAdmitted } from '#lib/procedures/cases/not-admitted.ts';
import type { Admitted, Bringer } from '#lib/store/documents/admit.ts';
import type { ReplaceResult } from '#lib/store/documents/replace-document.ts';
import type { Received, ReceivedDocument } from '#lib/store/documents/receive.ts';
import type { FilingContact } from '#lib/store/counter/write-contact.ts';
import type { FiledDraft } from '#lib/store/request-drafts/close-draft.ts';
import type { GivenBytes } from '#lib/store/documents/keep.ts';
import type { KeptDocument } from '#lib/store/documents/storage-key.ts';
import type { Actor } from './actor.ts';
import type { AnswerRequest, AnswerResult } from './answer-port.ts';
import type { Contacts, DocumentKind, StoredEvent } from './case-view.ts';
import type { CaseMessages } from './messages/messages.ts';

/** A request that may come again: the same key with the same content has the same answer, with another it is refused. */
export interface Idempotency {
  /** Whose key it is: keys of two clients are two. */
  client: string;
  key: string;
  /** Of the whole request as it came. */
  requestHash: string;
}

/** Bytes with the format they were found to have. */
export type GivenFile = GivenBytes & FileFacts;

export interface FileFacts {
  /** Extension, as the type's `formats` name it; `json` for a request that came as data. */
  format: string;
  fileName: string | null;
}

/** A document of a procedure, whatever its bytes come by. */
export interface DocumentFacts extends FileFacts {
  kind: DocumentKind;
  /** Which of the type's documents it is. */
  code: string | null;
  /** Names no person; absent, the name of the type's document. */
  title?: string | undefined;
  /** `in` and `out` get a number of the protocollo. */
  flow: 'in' | 'out' | 'internal';
}

export type GivenDocument = GivenBytes & DocumentFacts;

/** A party by the agent's id, or as somebody gives their name; one with a tax code that is known is that agent. */
export interface GivenParty {
  role: Party['role'];
  /** Position, among the parties, of the one represented. */
  actsFor: number | null;
  agent:
    { id: string } | { kind: 'person' | 'corporateBody'; name: string; taxCode: string | null; contacts: Contacts };
}

export interface FilingRequest {
  /** Of the version in force today. */
  type: string;
  channel: FilingFacts['channel'];
  identification: FilingFacts['identification'];
  /** The office that received it; the type's own unless told. */
  unit?: string | undefined;
  parties: readonly GivenParty[];
  answers: FilingFacts['answers'];
  /** As registered: may name persons, never public. */
  subject: string;
  /** What the title may say beside the type: a street, a parcel. Names no person. */
  place: string | null;
  /** The request itself as it came. */
  request: GivenFile;
  /** Enclosures; those that waited with a draft are kept already. */
  documents: readonly (GivenDocument | KeptGivenDocument)[];
  externalReferences: FilingFacts['externalReferences'];
  aboutRecord: string | null;
  call: FilingFacts['call'];
  idempotency?: Idempotency | undefined;
  /** The draft that it was written in: it ends with what it became. */
  draft?: FiledDraft | undefined;
  /** The contact at the front office in which it is filed, by one of the staff. */
  contact?: FilingContact | undefined;
}

/** The receipt (L. 241/1990 art. 18-bis). */
export interface Receipt {
  id: string;
  version: number;
  type: { code: string; version: number };
  registration: Registration;
  filedOn: Day;
  /** Where the family has a term. */
  dueOn: Day | null;
  unit: string;
  startCommunicated: boolean;
}

export interface KeyReused {
  kind: 'keyReused';
}

export type FilingResult =
  | { kind: 'filed'; receipt: Receipt; replayed: boolean }
  | { kind: 'refused'; reasons: Reason[] }
  | { kind: 'referenceTaken'; scheme: string; value: string }
  | NotAdmitted
  | KeyReused;

export interface ActRequest {
  id: string;
  reach: Reach;
  actor: Actor;
  action: Action;
  /** The version that the actor saw; null for who looks at none (another system adding a document). */
  expected: number | null;
  idempotency?: Idempotency | undefined;
}

/** Somebody else was first: what happened since the version that was seen. */
export interface Conflict {
  kind: 'conflict';
  version: number;
  since: StoredEvent[];
  procedure: Procedure;
}

export type ActResult =
  | { kind: 'done'; procedure: Procedure; events: ProcedureEvent[]; replayed: boolean }
  | Refusal
  | Conflict
  | KeyReused
  /** No such case within reach. */
  | { kind: 'unknown' };

/** A document whose bytes the store has already, received as they came. */
export type KeptGivenDocument = DocumentFacts & { kept: KeptDocument };

export interface AddDocumentRequest extends Omit<ActRequest, 'action'> {
  document: GivenDocument | KeptGivenDocument;
}
export type AddDocumentResult =
  | { kind: 'added'; record: string; registration: Registration | null; version: number; replayed: boolean }
  | NotAdmitted
  | Exclude<ActResult, { kind: 'done' }>;

/** Bytes that take the place of a document's; the ones before are kept. */
export interface ReplaceRequest {
  id: string;
  record: string;
  reach: Reach;
  actor: Actor;
  file: GivenFile | (FileFacts & { kept: KeptDocument });
  reason: string;
  /** The version that was seen; null for who looks at none. */
  expected: number | null;
  idempotency?: Idempotency | undefined;
}

/** What a key was answered with before, and the bytes it was about. */
export interface FormerAddition {
  result: AddDocumentResult & { kind: 'added' };
  sha256: string;
  format: string;
}

export interface AssignManyRequest {
  /** At most 500. */
  ids: readonly string[];
  to: string | null;
  reach: Reach;
  actor: Actor;
}

/** All writing of procedures: each is one transaction of state, events, audit and outbox. */
export interface ProcedureWriting {
  /** Somebody has read a case as far as it has come. */
  noteSeen(reader: string, id: string): Promise<void>;
  fileProcedure(request: FilingRequest, actor: Actor): Promise<FilingResult>;
  /** @throws on nothing that an actor can bring about: every outcome is a value. */
  act(request: ActRequest): Promise<ActResult>;
  /** The document that was added for this very request before; null for none. */
  findAdded(idempotency: Idempotency): Promise<FormerAddition | null>;
  /** Bytes as they come, at most so many: kept or discarded by who received them. */
  receiveDocument(source: AsyncIterable<Uint8Array>, longest: number): Promise<Received>;
  /** Bytes that were received: looked at for viruses and kept, or refused and discarded. */
  admit(document: ReceivedDocument, bringer: Bringer): Promise<Admitted>;
  /** Keeps the bytes, makes the item record below the fascicolo and registers it. */
  addDocument(request: AddDocumentRequest): Promise<AddDocumentResult>;
  /** What a party sends when asked: registered, added to the fascicolo, and the act that resumes the term. */
  answerRequest(request: AnswerRequest): Promise<AnswerResult>;
  /** What parties and the office write to each other. */
  messages: CaseMessages;
  /** A new version of a document that is not registered; refused with the reason for one that is (DPR 445/2000 art. 53). */
  replaceDocument(request: ReplaceRequest): Promise<ReplaceResult>;
  /** Each case decided for itself; results in the order of the ids. */
  assignMany(request: AssignManyRequest): Promise<{ id: string; result: ActResult }[]>;
  /** What time alone brings: every running case is asked once a day, in batches that survive a restart. */
  sweep(signal?: AbortSignal): Promise<{ asked: number; changed: number }>;
  /** Deadlines again after the calendar was edited; nothing to do while it is the one that was seen last. */
  reproject(): Promise<{ edited: boolean; looked: number; moved: number }>;
}
