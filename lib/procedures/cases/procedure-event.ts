import { z } from 'zod';
import { clockSchema } from '../clock.ts';
import { daySchema } from '../day.ts';
import { ledgerEntrySchema } from '../ledger.ts';
import { findable } from './action.ts';
import { filingFactsSchema } from './filing-facts.ts';
import { actSchema, closureRetentionSchema, outcomeSchema, runningActivitySchema } from './procedure.ts';

const words = z.string().nullable();

/**
 * What happened to a procedure, append-only and rich enough for every indicator from the first case. The procedure is the fold of its
 * events (`evolve`); each is as small as one fact.
 */
export const procedureEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('filed'),
    id: z.string(),
    type: z.strictObject({ code: z.string(), version: z.int() }),
    filing: filingFactsSchema,
    unit: z.string(),
    silence: z.enum(['applies', 'excluded', 'unknown']),
  }),
  z.strictObject({ kind: z.literal('startCommunicated'), by: z.enum(['receipt', 'separate']) }),
  z.strictObject({ kind: z.literal('madeEffective') }),
  z.strictObject({ kind: z.literal('clockStarted'), legal: clockSchema.nullable(), service: clockSchema.nullable() }),
  /** Suspension, interruption or extension: a new line of the ledger. */
  z.strictObject({ kind: z.literal('clockMoved'), entry: ledgerEntrySchema }),
  /** What was awaited came: the line of the ledger is closed on that day. */
  z.strictObject({ kind: z.literal('clockResumed'), entry: z.string(), on: daySchema }),
  z.strictObject({ kind: z.literal('clockStopped'), on: daySchema }),
  z.strictObject({ kind: z.literal('noticeReceived'), entry: z.string(), on: daySchema }),
  z.strictObject({
    kind: z.literal('answerReceived'),
    entry: z.string().nullable(),
    on: daySchema,
    document: z.string().nullable(),
    note: words,
  }),
  z.strictObject({ kind: z.literal('activityStarted'), activity: runningActivitySchema }),
  z.strictObject({ kind: z.literal('activityTaken'), by: z.string() }),
  z.strictObject({ kind: z.literal('assigned'), to: z.string().nullable(), note: words }),
  z.strictObject({ kind: z.literal('passedOn'), from: z.string(), to: z.string(), reason: z.string() }),
  /** `daysLate` in the unit of its norm. */
  z.strictObject({
    kind: z.literal('activityDone'),
    n: z.int(),
    node: z.string(),
    to: z.string(),
    found: z.array(z.enum(findable)),
    checked: z.array(z.int()),
    act: actSchema.nullable(),
    message: words,
    note: words,
    daysLate: z.int().min(0),
  }),
  z.strictObject({ kind: z.literal('adopted'), act: actSchema }),
  z.strictObject({ kind: z.literal('documentAdded'), record: z.string(), document: z.string().nullable() }),
  z.strictObject({ kind: z.literal('referenceAdded'), scheme: z.string(), value: z.string() }),
  z.strictObject({ kind: z.literal('noteWritten'), text: z.string() }),
  z.strictObject({ kind: z.literal('paymentRequested'), fees: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('paymentReceived') }),
  z.strictObject({ kind: z.literal('refundDue'), fees: z.array(z.string()) }),
  /** To be told to somebody: sent after the commit, from the outbox. */
  z.strictObject({
    kind: z.literal('toNotify'),
    whom: z.enum(['applicant', 'counterparties', 'otherBodies']),
    manner: z.enum(['informative', 'legal']),
    about: z.string(),
    message: words,
  }),
  z.strictObject({ kind: z.literal('toPublish'), where: z.literal('alboPretorio') }),
  z.strictObject({
    kind: z.literal('concluded'),
    outcome: outcomeSchema,
    on: daySchema,
    act: actSchema.nullable(),
    bySilence: z.boolean(),
    /** Calendar days (GU 29-11-2021, 21A07051): gross is published, net is held to the term. */ grossDays: z
      .int()
      .min(0),
    suspendedDays: z.int().min(0),
    daysLate: z.int().min(0),
  }),
  z.strictObject({ kind: z.literal('substituteAsked'), on: daySchema, note: words }),
  z.strictObject({ kind: z.literal('substituteStarted'), clock: clockSchema, ownMotion: z.boolean() }),
  z.strictObject({ kind: z.literal('attestationAsked'), on: daySchema, selfDeclarationFrom: daySchema.nullable() }),
  z.strictObject({ kind: z.literal('attestationIssued'), on: daySchema, act: actSchema }),
  z.strictObject({ kind: z.literal('closed'), on: daySchema, retention: closureRetentionSchema }),
  z.strictObject({ kind: z.literal('reopened'), act: actSchema, activity: runningActivitySchema }),
  /** An edited calendar moved the deadline: which days did it. Changes nothing else, for deadlines are derived. */
  z.strictObject({
    kind: z.literal('deadlineReprojected'),
    before: daySchema.nullable(),
    after: daySchema.nullable(),
    because: z.array(z.strictObject({ on: daySchema, was: words, is: words })),
  }),
]);
export type ProcedureEvent = z.infer<typeof procedureEventSchema>;
export type ProcedureEventKind = ProcedureEvent['kind'];
