import type { LookedAs } from '#lib/access/looks.ts';
import type { Reach } from '#lib/access/reach.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import type { DecisionContext } from '#lib/procedures/cases/decision.ts';
import type { DocumentVersion, openVersion } from '#lib/store/documents/document-versions.ts';
import type { Actor } from './actor.ts';
import type { SentAnswer } from './answer-port.ts';
import type { CaseView, DocumentLine, EventPage, HandledCase, Identity } from './case-view.ts';
import type { DocumentPage } from './list-documents.ts';
import type { MyTableChoices, MyTableFilter } from './my-table.ts';
import type { MyCases, MyPagesAsked, WhoseCases } from './my-cases.ts';
import type { WorkCounts, WorkLine, WorkPage, WorkQuery, WorkScope } from './work-query.ts';

/** What desks and interfaces read. Nothing beyond the reach that is given is ever found. */
export interface ProcedureReading {
  listWork(query: WorkQuery): Promise<WorkPage>;
  /** For every view at once, under the same reach and filter. */
  countWork(scope: WorkScope): Promise<WorkCounts>;
  findCase(id: string, reach: Reach): Promise<CaseView | null>;
  /** Whether there is one, without reading it. */
  hasCase(id: string, reach: Reach): Promise<boolean>;
  /** Many at once, at most 100, by their ids. */
  findHandled(ids: readonly string[], reach: Reach): Promise<Map<string, HandledCase>>;
  /** In order; `after` a number of an event, at most 200 at a time. */
  listEvents(id: string, reach: Reach, page?: { after?: number; limit?: number }): Promise<EventPage | null>;
  /** The id of the case that bears an identifier of another system. */
  findByReference(scheme: string, value: string, reach: Reach): Promise<string | null>;
  /** How many cases somebody has, and pages of them by section; `reader` is who looks at them. */
  readMine(whose: WhoseCases, pages?: MyPagesAsked): Promise<MyCases>;
  /** All of somebody's cases in one table, the latest filed first; at most 500 at a time. */
  listMyTable(
    whose: Omit<WhoseCases, 'reader'>,
    filter: MyTableFilter,
    page: { after?: string | undefined; limit: number },
  ): Promise<{ lines: WorkLine[]; next: string | null }>;
  countMyTable(whose: Omit<WhoseCases, 'reader'>, filter: MyTableFilter): Promise<number>;
  /** What their table can be narrowed by. */
  myTableChoices(whose: Omit<WhoseCases, 'reader'>): Promise<MyTableChoices>;
  /** Tax codes and contacts of the parties of a case; `as`: in what capacity they are looked at, for who asks later. */
  findIdentities(id: string, reach: Reach, actor: Actor, as?: LookedAs | null): Promise<Identity[]>;
  /** What a decision on this case is taken by, now: the type's version that it keeps. */
  contextOf(procedure: Procedure): Promise<DecisionContext>;
  /** In the order in which they joined it; `after` a place, at most 500 at a time; null where there is no case within reach. */
  listDocuments(id: string, reach: Reach, page?: { after?: number; limit?: number }): Promise<DocumentPage | null>;
  /** One document, whatever its place; null where there is none within reach. */
  findDocument(id: string, record: string, reach: Reach): Promise<DocumentLine | null>;
  /** What a party sent when asked, by the record of its letter; null where none is within reach. */
  findAnswer(id: string, record: string, reach: Reach): Promise<SentAnswer | null>;
  /** The versions of a document, the current one first; null where there is no case within reach, or no such document in it. */
  listVersions(id: string, record: string, reach: Reach): Promise<DocumentVersion[] | null>;
  openVersion(id: string, record: string, version: number, reach: Reach): ReturnType<typeof openVersion>;
}
