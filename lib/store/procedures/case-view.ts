import type { VirusScan } from '#lib/store/documents/virus-scans.ts';
import type { AgentKind } from '#lib/records/agent.ts';
import type { DecisionContext } from '#lib/procedures/cases/decision.ts';
import type { Party, Registration } from '#lib/procedures/cases/filing-facts.ts';
import type { ProcedureEvent } from '#lib/procedures/cases/procedure-event.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import type { Day } from '#lib/procedures/day.ts';
import type { WorkLine } from './work-query.ts';

/** An event with when it happened and who did it (`officer:…`, `client:…`, `citizen:…`, `system`). */
export interface StoredEvent {
  n: number;
  at: string;
  on: Day;
  actor: string;
  /** The agent in whose name, where somebody acted for another. */
  onBehalfOf: string | null;
  event: ProcedureEvent;
}

export interface EventPage {
  events: StoredEvent[];
  /** What `after` takes for those that follow. */
  next: number | null;
}

/** One activity of the case's history. */
export interface ActivityLine {
  n: number;
  node: string;
  activity: string;
  startedOn: Day;
  dueOn: Day | null;
  takenBy: string | null;
  takenOn: Day | null;
  doneOn: Day | null;
  doneBy: string | null;
  wentTo: string | null;
  daysLate: number | null;
}

/** `request`: what the case began with; `act`: a decision, notice or the like made by the office. */
export const documentKinds = ['request', 'attachment', 'act', 'other'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export interface DocumentLine {
  /** The id of its item record. */
  record: string;
  kind: DocumentKind;
  /** Which of the type's documents it is. */
  code: string | null;
  /** Names no person. */
  title: string;
  /** As it was sent. */
  fileName: string | null;
  format: string;
  bytes: number;
  sha256: string;
  flow: 'in' | 'out' | 'internal' | null;
  registration: Registration | null;
  addedAt: string;
  addedBy: string;
  /** The record of the document with which it came, whose number it bears. */
  registeredWith: string | null;
  /** Which one this is, from 1; the former ones are kept. */
  version: number;
  scan: VirusScan;
}

export interface PartyLine extends Party {
  name: string;
  kind: AgentKind;
}

/** All of one case but its events and documents, which are paged: `documents` are the latest hundred, in the order in which they joined. `context` is what `decide`, `optionsOf` and the deadline's explanation want. */
export interface CaseView {
  procedure: Procedure;
  line: WorkLine;
  context: DecisionContext;
  activities: ActivityLine[];
  documents: DocumentLine[];
  /** Whether there are more than these. */
  earlierDocuments: boolean;
  parties: PartyLine[];
}

/** Of a case what it takes to decide on it. */
export interface HandledCase {
  /** Names no person. */
  title: string;
  procedure: Procedure;
  context: DecisionContext;
}

/** Private: tax code and contacts, read under the rule of `agent_identity`. */
export interface Identity {
  agent: string;
  taxCode: string | null;
  contacts: Contacts;
}

export interface Contacts {
  email?: string | undefined;
  pec?: string | undefined;
  phone?: string | undefined;
  address?: string | undefined;
}
