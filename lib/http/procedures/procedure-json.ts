import { z } from 'zod';
import { citizenStateOf } from '#lib/procedures/cases/citizen-state.ts';
import { registrationSchema } from '#lib/procedures/cases/filing-facts.ts';
import { outcomeSchema, type Procedure } from '#lib/procedures/cases/procedure.ts';
import { activityPhases, actors } from '#lib/procedures/types/activity-type.ts';
import type { CaseView, EventPage, Receipt } from '#lib/store/procedures/procedure-store.ts';
import { documentJsonSchema, isForClient, toDocumentJson } from './document-json.ts';

const day = z.string().describe('yyyy-mm-dd');
const words = z.object({ it: z.string(), en: z.string() });
const typeSchema = z.object({ code: z.string(), version: z.number() });

/** The receipt of a filing (L. 241/1990 art. 18-bis). */
export const receiptJsonSchema = z.object({
  id: z.string(),
  url: z.string(),
  version: z.number(),
  type: typeSchema,
  registration: registrationSchema.describe('Number of the protocollo'),
  filedOn: day,
  dueOn: day.nullable(),
  unit: z.string(),
  startCommunicated: z.boolean().describe('Whether this is the notice of start too (art. 8)'),
  missing: z
    .array(z.object({ part: z.string(), name: z.string(), message: words }))
    .describe('What the type asks for and is not there yet: the request is registered all the same'),
});

const eventJsonSchema = z.object({ n: z.number(), at: z.string(), kind: z.string() });

/** A procedure as another system may read it: where it stands, not what the office notes. */
export const procedureJsonSchema = z.object({
  id: z.string(),
  url: z.string(),
  type: typeSchema,
  version: z.number().describe('Number of events so far'),
  state: z.enum(['running', 'concluded', 'closed']),
  phase: z.enum(activityPhases).nullable(),
  activity: z.string().nullable(),
  waitingFor: z.enum(actors).nullable(),
  title: words.describe('As the applicant reads it'),
  text: words,
  todo: z.object({ what: words, by: day.nullable() }).nullable(),
  unit: z.string(),
  registration: registrationSchema,
  filedOn: day,
  deadline: z.object({
    dueOn: day.nullable().describe('While a stop is open: the earliest'),
    latest: day.nullable(),
    clock: z.enum(['runs', 'suspended', 'expired', 'stopped']).nullable(),
    overdue: z.boolean(),
    explanation: z.string().describe('Where it is explained day by day'),
  }),
  outcome: outcomeSchema.nullable(),
  concludedOn: day.nullable(),
  closedOn: day.nullable(),
  externalReferences: z.array(z.object({ scheme: z.string(), value: z.string() })),
  documents: z.array(documentJsonSchema).describe('The latest hundred, in the order in which they joined'),
  nextDocuments: z.string().nullable().describe('Where all are, from the first, if there are more than these'),
  events: z.array(eventJsonSchema).describe('After the number given as `after`, at most 200'),
  nextEvents: z.string().nullable(),
});

export const proceduresJsonSchema = z.object({ items: z.array(z.object({ id: z.string(), url: z.string() })) });

export const addedDocumentJsonSchema = z.object({
  id: z.string(),
  version: z.number(),
  registration: registrationSchema.nullable(),
  sha256: z.string(),
  format: z.string(),
});

export const caseUrl = (base: string, id: string): string => `${base}/api/v1/procedures/${id}`;

export const documentsUrl = (base: string, id: string): string => `${caseUrl(base, id)}/documents`;

export function toReceiptJson(
  receipt: Receipt,
  missing: z.infer<typeof receiptJsonSchema>['missing'],
  base: string,
): z.infer<typeof receiptJsonSchema> {
  return { ...receipt, url: caseUrl(base, receipt.id), missing };
}

export function toProcedureJson(
  view: CaseView,
  events: EventPage,
  base: string,
  client: string,
): z.infer<typeof procedureJsonSchema> {
  const { procedure, line, context } = view;
  const url = caseUrl(base, procedure.id);
  const { title, text, todo } = citizenStateOf(procedure, context);
  return {
    id: procedure.id,
    url,
    type: procedure.type,
    version: procedure.version,
    state: procedure.state,
    phase: line.phase,
    activity: line.activity,
    waitingFor: line.waitingFor,
    title,
    text,
    todo,
    unit: procedure.unit,
    registration: procedure.filing.registration,
    filedOn: procedure.filing.filedOn,
    deadline: {
      dueOn: line.dueOn,
      latest: line.dueLatest,
      clock: line.clockState,
      overdue: line.overdue,
      explanation: `${url}/deadline`,
    },
    ...endOf(procedure),
    externalReferences: procedure.filing.externalReferences,
    documents: view.documents.filter((document) => isForClient(document, client)).map(toDocumentJson),
    nextDocuments: view.earlierDocuments ? documentsUrl(base, procedure.id) : null,
    events: events.events.map(({ n, at, event }) => ({ n, at, kind: event.kind })),
    nextEvents: events.next === null ? null : `${url}?after=${events.next}`,
  };
}

const endOf = (procedure: Procedure) => ({
  outcome: procedure.state === 'running' ? null : procedure.outcome,
  concludedOn: procedure.state === 'running' ? null : procedure.concludedOn,
  closedOn: procedure.state === 'closed' ? procedure.closedOn : null,
});
