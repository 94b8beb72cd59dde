import { z } from 'zod';
import { clockSchema } from '../clock.ts';
import { daySchema } from '../day.ts';
import { ledgerEntrySchema } from '../ledger.ts';
import { findable } from './action.ts';
import { deliveryChannels } from '../delivery/channels.ts';
import { filingFactsSchema } from './filing-facts.ts';
import { messageThreadSchema } from './message-thread.ts';
import { noticeWhom } from './notices.ts';
import {
  actSchema,
  closureRetentionSchema,
  outcomeSchema,
  reopeningGroundSchema,
  runningActivitySchema,
} from './procedure.ts';

const words = z.string().nullable();

/** `day`: on which it was recorded, in Italy; never before that of the event before it. `on`, where there is one: of the fact itself. */
const event = <const K extends string, S extends z.core.$ZodLooseShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), day: daySchema, ...shape });

/** What hangs on a receipt, and so on all receipts of one act. */
const movesSchema = z.strictObject({
  /** L. 241/1990 art. 10-bis: the party's days, once all to whom they are given have the notice. */
  term: z.strictObject({ entry: z.string(), receivedOn: daySchema.nullable(), until: daySchema.nullable() }).nullable(),
  /** Until when who is waited for has to answer. */
  answer: z.strictObject({ receivedOn: daySchema.nullable(), dueOn: daySchema.nullable() }).nullable(),
  /** The day from which a limiting measure has effect (art. 21-bis); absent where it is not about one. */
  effectiveOn: daySchema.nullable().optional(),
});
export type ReceiptMoves = z.infer<typeof movesSchema>;

/**
 * What happened to a procedure, append-only and rich enough for every indicator from the first case. The procedure is the fold of its
 * events (`evolve`); each is as small as one fact.
 */
export const procedureEventSchema = z.discriminatedUnion('kind', [
  event('filed', {
    id: z.string(),
    type: z.strictObject({ code: z.string(), version: z.int() }),
    filing: filingFactsSchema,
    unit: z.string(),
    silence: z.enum(['applies', 'excluded', 'unknown']),
    /** The activity it begins with: the filing itself, or what the office starts by. */
    activity: runningActivitySchema,
  }),
  event('startCommunicated', { by: z.enum(['receipt', 'separate']) }),
  event('madeEffective', { on: daySchema }),
  event('clockStarted', { legal: clockSchema.nullable(), service: clockSchema.nullable() }),
  /** Suspension, interruption or extension: a new line of the ledger. */
  event('clockMoved', { entry: ledgerEntrySchema }),
  /** What was awaited came: the line of the ledger is closed on that day. */
  event('clockResumed', { entry: z.string(), on: daySchema }),
  event('clockStopped', { on: daySchema }),
  /** `until`: last day for the observations (art. 10-bis). */
  event('noticeReceived', { entry: z.string(), on: daySchema, until: daySchema }),
  event('answerReceived', {
    entry: z.string().nullable(),
    on: daySchema,
    document: z.string().nullable(),
    note: words,
    /** Whether it is what the activity at hand waited for: it is the office's turn then. */
    awaited: z.boolean().default(false),
    /** Whose answer it is, where the party or who represents it sent it. */
    party: z.string().nullable().default(null),
  }),
  event('messageSent', {
    from: z.enum(['party', 'office']),
    thread: messageThreadSchema,
    party: z.string().nullable(),
  }),
  event('activityStarted', { activity: runningActivitySchema }),
  event('activityTaken', { by: z.string() }),
  event('assigned', { to: z.string().nullable(), note: words }),
  event('passedOn', { from: z.string(), to: z.string(), reason: z.string() }),
  /** `daysLate` in the unit of its norm. */
  event('activityDone', {
    n: z.int(),
    node: z.string(),
    to: z.string(),
    found: z.array(z.enum(findable)),
    checked: z.array(z.int()),
    act: actSchema.nullable(),
    message: words,
    /** Codes of the type's documents that the party was asked for. */
    asked: z.array(z.string()).default([]),
    note: words,
    daysLate: z.int().min(0),
  }),
  event('adopted', { act: actSchema }),
  event('documentAdded', { record: z.string(), document: z.string().nullable() }),
  event('referenceAdded', { scheme: z.string(), value: z.string() }),
  event('noteWritten', { text: z.string() }),
  event('paymentRequested', { fees: z.array(z.string()) }),
  event('paymentReceived', {}),
  event('refundDue', { fees: z.array(z.string()) }),
  /** To be told to somebody: sent after the commit, from the outbox. */
  event('toNotify', {
    whom: z.enum(noticeWhom),
    manner: z.enum(['informative', 'legal']),
    about: z.string(),
    message: words,
  }),
  /** An act that had to be communicated has been: the receipt, from the day on which what hangs on it runs. Once for each delivery. */
  event('actDelivered', {
    /** Number of the event that said that it had to be. */
    notice: z.int().min(1),
    delivery: z.string().min(1),
    channel: z.enum(deliveryChannels),
    covers: z.array(z.string()),
    /** The day that counts for the Comune. */
    sentOn: daySchema.nullable(),
    /** The day that counts for who received it. */
    on: daySchema,
    moves: movesSchema,
  }),
  /** A person compared two things said of one delivery and decided: another day, or that it never arrived (null). */
  event('deliveryCorrected', {
    notice: z.int().min(1),
    delivery: z.string().min(1),
    channel: z.enum(deliveryChannels),
    was: daySchema,
    on: daySchema.nullable(),
    reason: z.string().min(1),
    moves: movesSchema,
  }),
  event('toPublish', { where: z.literal('alboPretorio') }),
  event('concluded', {
    outcome: outcomeSchema,
    on: daySchema,
    act: actSchema.nullable(),
    bySilence: z.boolean(),
    /** Calendar days (GU 29-11-2021, 21A07051): gross is published, net is held to the term. */
    grossDays: z.int().min(0),
    suspendedDays: z.int().min(0),
    daysLate: z.int().min(0),
  }),
  event('substituteAsked', { on: daySchema, note: words }),
  event('substituteStarted', { clock: clockSchema, ownMotion: z.boolean() }),
  event('attestationAsked', { on: daySchema, selfDeclarationFrom: daySchema.nullable() }),
  event('attestationIssued', { on: daySchema, act: actSchema }),
  event('closed', { on: daySchema, retention: closureRetentionSchema }),
  /** `ground` is null where it was opened again before grounds were told. */
  event('reopened', {
    act: actSchema,
    activity: runningActivitySchema,
    ground: reopeningGroundSchema.nullable().default(null),
    judgment: words.default(null),
  }),
  /** An edited calendar moved the deadline: which days did it. Changes nothing else, for deadlines are derived. */
  event('deadlineReprojected', {
    before: daySchema.nullable(),
    after: daySchema.nullable(),
    because: z.array(z.strictObject({ on: daySchema, was: words, is: words })),
  }),
]);
export type ProcedureEvent = z.infer<typeof procedureEventSchema>;
export type ProcedureEventKind = ProcedureEvent['kind'];
