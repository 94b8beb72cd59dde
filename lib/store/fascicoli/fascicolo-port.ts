import type { FascicoliReach } from '#lib/access/fascicoli.ts';
import type { ClosingRequest } from '#lib/fascicoli/keeping-at-closing.ts';
import type { FascicoloKind, HandKind } from '#lib/fascicoli/kind.ts';
import type { Voice } from '#lib/fascicoli/titolario.ts';
import type { Day } from '#lib/procedures/day.ts';
import type { NotAdmitted } from '#lib/procedures/cases/not-admitted.ts';
import type { Reason } from '#lib/procedures/cases/decision.ts';
import type { Registration } from '#lib/procedures/cases/filing-facts.ts';
import type { Permit } from '#lib/store/keeping/disposals.ts';
import type { Actor } from '#lib/store/procedures/actor.ts';
import type { HeldBytes } from '#lib/store/documents/held-document.ts';
import type { DocumentVersion, openVersion } from '#lib/store/documents/document-versions.ts';
import type { ReplaceResult } from '#lib/store/documents/replace-document.ts';
import type { VirusScan } from '#lib/store/documents/virus-scans.ts';
import type { GivenFile } from '#lib/store/procedures/procedure-writing.ts';

/** A fascicolo as the repertorio lists it. */
export interface FascicoloLine extends Voice {
  id: string;
  /** `2026-VI/3.12` */
  code: string;
  kind: FascicoloKind;
  titolario: string;
  /** Public description, without names of persons. */
  recordTitle: string;
  /** The subject as registered. */
  object: string;
  unit: string;
  openedOn: Day;
  closedOn: Day | null;
  subOf: string | null;
}

export interface FascicoliQuery {
  year?: number | undefined;
  voice?: Voice | undefined;
  kind?: FascicoloKind | undefined;
  unit?: string | undefined;
  state?: 'open' | 'closed' | undefined;
  words?: string | undefined;
  /** Within what reach; without it, all of them. */
  within?: FascicoliReach | undefined;
  after?: string | undefined;
  /** At most 100. */
  limit?: number | undefined;
}

export interface FascicoliPage {
  items: FascicoloLine[];
  next: string | null;
}

export interface FascicoloDocument {
  record: string;
  ordinal: number;
  title: string;
  fileName: string | null;
  format: string;
  bytes: number;
  hash: string;
  flow: 'in' | 'out' | 'internal';
  registration: Registration | null;
  addedAt: Date;
  addedBy: string;
  /** Which one this is, from 1; the former ones are kept. */
  version: number;
  scan: VirusScan;
  /** Destroyed with a permit. */
  discarded: boolean;
}

export interface ResponsibleUnit {
  unit: string;
  name: string;
  from: Day | null;
  to: Day | null;
}

export interface FascicoloEvent {
  n: number;
  at: Date;
  actor: string;
  kind: string;
  details: Record<string, unknown>;
}

/** A fascicolo with what belongs to it; documents come by pages. */
export interface FascicoloView extends FascicoloLine {
  year: number;
  number: number;
  activity: string | null;
  keywords: string[];
  formerCodes: string[];
  series: { id: string; title: string };
  units: ResponsibleUnit[];
  subfascicoli: { id: string; code: string; object: string }[];
  events: FascicoloEvent[];
  documents: number;
  disposition: 'keep' | 'destroy' | null;
  dispositionOn: Day | null;
  phase: 'current' | 'deposit' | 'historical';
  /** With which authorisation it was discarded, where it was. */
  permit: Permit | null;
}

export interface OpenRequest {
  kind: HandKind;
  voice: Voice;
  /** Names no person: what the public may read one day. */
  title: string;
  /** As registered. */
  object: string;
  unit: string;
  keywords: readonly string[];
  /** Of an attività: what is done; one fascicolo of it a year. */
  activity: string | null;
  /** The file of a person that this one divides. */
  subOf?: string | undefined;
}

export interface Refused {
  kind: 'refused';
  reasons: Reason[];
}
export type OpenResult = { kind: 'opened'; id: string; code: string } | Refused;
export type ChangeResult = { kind: 'done'; code: string } | Refused | { kind: 'unknown' };
export type FilledDocument = GivenFile & {
  title: string;
  flow: 'in' | 'out' | 'internal';
  /** Whom it came from or goes to. */
  correspondent: string | null;
};
export type FillResult =
  { kind: 'added'; record: string; registration: Registration | null } | Refused | NotAdmitted | { kind: 'unknown' };

/** Bytes that take the place of a document's, why, and the version that was seen. */
export type NextFile = GivenFile & {
  reason: string;
  expected: number | null;
};

/** A series of documents that are numbered year by year. */
export interface RepertorioLine extends Voice {
  id: string;
  code: string;
  recordTitle: string;
  openedOn: Day;
  /** Numbered so far, in all years. */
  documents: number;
}

/** How many documents a repertorio numbered in a year. */
export interface RepertorioYear {
  year: number;
  documents: number;
}

export interface RepertorioEntry {
  record: string;
  year: number;
  number: number;
  title: string;
  object: string;
  on: Day;
  unit: string;
  format: string;
  bytes: number;
  fileName: string | null;
  fascicolo: { id: string; code: string } | null;
}

/** An act with where its bytes are. */
export interface FoundEntry extends RepertorioEntry, HeldBytes {
  scan: VirusScan;
}

export interface NumberRequest {
  repertorio: string;
  /** Names no person. */
  title: string;
  object: string;
  unit: string;
  file: GivenFile;
  /** Code of the fascicolo the act belongs to. */
  fascicolo: string | null;
}
export type NumberResult =
  { kind: 'numbered'; record: string; year: number; number: number } | Refused | NotAdmitted | { kind: 'unknown' };

/** Fascicoli of every kind and repertori: how they are read and written outside procedures. */
export interface Fascicoli {
  list(query: FascicoliQuery): Promise<FascicoliPage>;
  /** Up to 10,001. */
  count(query: FascicoliQuery): Promise<number>;
  countByVoice(titolario: string): Promise<Map<string, number>>;
  find(id: string): Promise<FascicoloView | null>;
  listDocuments(
    id: string,
    page: { after?: number; limit?: number },
  ): Promise<{ items: FascicoloDocument[]; next: number | null }>;
  /** One document of a fascicolo; null where it has none of that id. */
  findDocument(id: string, record: string): Promise<FascicoloDocument | null>;
  open(request: OpenRequest, actor: Actor): Promise<OpenResult>;
  fill(id: string, document: FilledDocument, actor: Actor): Promise<FillResult>;
  /** A new version of a document that is not registered. */
  replace(id: string, record: string, next: NextFile, actor: Actor): Promise<ReplaceResult>;
  /** The versions of a document, the current one first; null where there is no such document, or a procedure leads the fascicolo. */
  listVersions(id: string, record: string): Promise<DocumentVersion[] | null>;
  openVersion(id: string, record: string, version: number): ReturnType<typeof openVersion>;
  reclassify(id: string, voice: Voice, reason: string, actor: Actor): Promise<ChangeResult>;
  changeUnit(id: string, unit: string, actor: Actor): Promise<ChangeResult>;
  close(id: string, request: ClosingRequest, actor: Actor): Promise<ChangeResult>;
  /** What was reckoned of its keeping is void. */
  reopen(id: string, why: string, actor: Actor): Promise<ChangeResult>;
  listRepertori(): Promise<RepertorioLine[]>;
  openRepertorio(given: { code: string; title: string; voice: Voice }, actor: Actor): Promise<OpenResult>;
  numberDocument(request: NumberRequest, actor: Actor): Promise<NumberResult>;
  listEntries(
    repertorio: string,
    page: { year?: number | undefined; before?: { year: number; number: number } | undefined; limit?: number },
  ): Promise<{ items: RepertorioEntry[]; next: { year: number; number: number } | null }>;
  /** The years in which it has numbers, the latest first. */
  listYears(repertorio: string): Promise<RepertorioYear[]>;
  findEntry(repertorio: string, record: string): Promise<FoundEntry | null>;
}
