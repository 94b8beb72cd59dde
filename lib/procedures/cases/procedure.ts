import { z } from 'zod';
import { clockSchema } from '../clock.ts';
import { daySchema } from '../day.ts';
import { outcomeWords, type Outcome } from '../types/outcomes.ts';
import { retentionSchema } from '../types/retention.ts';
import { filingFactsSchema } from './filing-facts.ts';
import { noticeSchema } from './notices.ts';

const outcomes = Object.keys(outcomeWords).filter((name): name is Outcome => name in outcomeWords);
export const outcomeSchema = z.enum(outcomes);

/** Of an elementary activity that runs: `waiting` for somebody outside the office. */
export const activityStates = ['todo', 'inProgress', 'waiting'] as const;

export const runningActivitySchema = z.strictObject({
  /** Counts the activities of the case from 1. */
  n: z.int().min(1),
  node: z.string().min(1),
  activity: z.string().min(1),
  state: z.enum(activityStates),
  startedOn: daySchema,
  /** By its norm; null where it has none to keep. */
  dueOn: daySchema.nullable(),
  /** On which who is waited for had what they answer: their days run from there. */
  receivedOn: daySchema.nullable().optional(),
});
export type RunningActivity = z.infer<typeof runningActivitySchema>;

/** An act by which something was decided, asked or suspended. */
export const actSchema = z.strictObject({
  /** Number and date as people cite it. */
  reference: z.string().trim().min(1).max(200),
  /** The document of the fascicolo that holds it. */
  record: z.string().min(1).nullable(),
});
export type Act = z.infer<typeof actSchema>;

/**
 * Why a concluded case is opened again. `review`: the office looks at its own decision anew, and may annul it (L. 241/1990 art. 21-nonies c. 1).
 * `falseDeclarations`: it was obtained by false declarations or facts that a final judgment has established (c. 2-bis). `judgment`: a court has
 * decided, and the office conforms (D.Lgs. 104/2010 art. 112). `rectification`: an error of fact or of writing is put right.
 */
export const reopeningGrounds = ['review', 'falseDeclarations', 'judgment', 'rectification'] as const;
export const reopeningGroundSchema = z.enum(reopeningGrounds);
export type ReopeningGround = z.infer<typeof reopeningGroundSchema>;

/** What a case was opened again from, which binds what may become of it. */
const reopeningSchema = z.strictObject({
  ground: reopeningGroundSchema,
  outcome: outcomeSchema,
  /** The day of the decision, or on which silence formed (`givenOn`). */
  decidedOn: daySchema,
});

/** potereSostitutivo (L. 241/1990 art. 2 cc. 9-bis, 9-ter). */
const substituteSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('none') }),
  z.strictObject({ state: z.literal('requested'), on: daySchema }),
  z.strictObject({ state: z.literal('active'), clock: clockSchema }),
]);

/** Attestation that consent has formed by silence (art. 20 c. 2-bis). */
const attestationSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('none') }),
  z.strictObject({ state: z.literal('requested'), on: daySchema, selfDeclarationFrom: daySchema.nullable() }),
  z.strictObject({ state: z.literal('issued'), on: daySchema }),
]);

const common = {
  /** The record of its fascicolo: one id for life. */
  id: z.string().min(1),
  type: z.strictObject({ code: z.string().min(1), version: z.int().min(1) }),
  /** Number of events so far: who acts says which one was seen last. */
  version: z.int().min(1),
  /** Day of the last event: the case never goes back behind it, whatever the machine's clock says. */
  lastOn: daySchema,
  /** Activities begun so far. */
  activities: z.int().min(1),
  filing: filingFactsSchema,
  /** Office in charge now, and who has it. */
  unit: z.string().min(1),
  assignee: z.string().min(1).nullable(),
  /** Term of conclusion, window of control or of verification; null where the family has none. */
  legal: clockSchema.nullable(),
  /** The term that the Comune promises. */
  service: clockSchema.nullable(),
  /** Whether silence counts in this case: unknown until somebody has looked. */
  silence: z.enum(['applies', 'excluded', 'unknown']),
  substitute: substituteSchema,
  attestation: attestationSchema,
  startCommunicatedOn: daySchema.nullable(),
  effectiveOn: daySchema.nullable(),
  /** The last reopening; null where there was none, or it was before grounds were told. */
  reopening: reopeningSchema.nullable().default(null),
  /** What must be communicated, and who has it since when. */
  notices: z.array(noticeSchema).default([]),
};

const concluded = {
  outcome: outcomeSchema,
  concludedOn: daySchema,
  /** Null where silence or the party's will ended it. */
  act: actSchema.nullable(),
};

export const closureRetentionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('computed'),
    rule: retentionSchema,
    disposition: z.enum(['keep', 'discard']),
    on: daySchema.nullable(),
    /** The day from which the years run; null where kept for ever, or closed before it was told. */
    from: daySchema.nullable().optional(),
    /** Whether somebody gave that day: no later fact moves it. */
    byHand: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('postponed'), reason: z.string().trim().min(1).max(1000) }),
]);

/** A procedure by its state. `running` stands at one activity; `concluded` has its outcome; `closed` has its fascicolo closed. */
export const procedureSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('running'),
    ...common,
    at: runningActivitySchema,
    /** Adopted, not yet effective. */
    adopted: z.strictObject({ act: actSchema, on: daySchema }).nullable(),
  }),
  z.strictObject({ state: z.literal('concluded'), ...common, ...concluded }),
  z.strictObject({
    state: z.literal('closed'),
    ...common,
    ...concluded,
    closedOn: daySchema,
    retention: closureRetentionSchema,
  }),
]);
export type Procedure = z.infer<typeof procedureSchema>;
export type RunningProcedure = Extract<Procedure, { state: 'running' }>;
