import { z } from 'zod';
import { daySchema } from '../day.ts';
import { arrivalSchema } from './arrival.ts';

/** By what it goes; addresses and names are kept apart, for they end with the fascicolo. */
export const carrierSchema = z.discriminatedUnion('channel', [
  /** `messageId`: of the message that the protocol sends. */
  z.strictObject({ channel: z.literal('pec'), messageId: z.string().min(1) }),
  /** `judicial`: as judicial acts are sent (L. 890/1982); `ordinary`: registered letter with a card. */
  z.strictObject({ channel: z.literal('post'), service: z.enum(['ordinary', 'judicial']) }),
  z.strictObject({ channel: z.literal('hand') }),
  z.strictObject({ channel: z.literal('send') }),
]);
export type Carrier = z.infer<typeof carrierSchema>;

/** Why an act did not arrive. */
export const failureReasons = [
  'notSent',
  'notAccepted',
  'addressUnknown',
  'notCertified',
  'boxFull',
  'virus',
  'notDelivered',
  'unknownAtAddress',
  'moved',
  'deceased',
  'wrongAddress',
  'refusedByPlatform',
  'unreachable',
  'cancelled',
  'notFound',
  'givenUp',
] as const;
export type FailureReason = (typeof failureReasons)[number];

/** Who says something of a delivery: a receipt, a platform, each by its own id so that it is heard once; or an officer. */
const sourceSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('receipt'), id: z.string().min(1) }),
  z.strictObject({ by: z.literal('platform'), id: z.string().min(1) }),
  z.strictObject({ by: z.literal('officer') }),
]);
export type Source = z.infer<typeof sourceSchema>;

/** What is said of a delivery on its way. */
export const saidSchema = z.discriminatedUnion('kind', [
  /** It is on its way: the day that counts for the Comune, and the number by which it is found again. */
  z.strictObject({
    kind: z.literal('dispatched'),
    on: daySchema,
    number: z.string().trim().min(1).max(100).nullable(),
    source: sourceSchema,
  }),
  /** `on`: the day that counts, derived from the arrival; `evidence`: a document of the fascicolo that shows it. */
  z.strictObject({
    kind: z.literal('arrived'),
    on: daySchema,
    arrival: arrivalSchema,
    evidence: z.string().min(1).nullable(),
    source: sourceSchema,
  }),
  z.strictObject({
    kind: z.literal('failed'),
    on: daySchema,
    reason: z.enum(failureReasons),
    detail: z.string().trim().min(1).max(1000).nullable(),
    evidence: z.string().min(1).nullable(),
    source: sourceSchema,
  }),
]);
export type Said = z.infer<typeof saidSchema>;
export type Ending = Exclude<Said, { kind: 'dispatched' }>;

/** What happened to a delivery, append-only: a delivery is the fold of these. */
export const deliveryFactSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('prepared'),
    notice: z.int().min(1),
    carrier: carrierSchema,
    /** Of the addressee; null for a body outside. */
    agent: z.string().min(1).nullable(),
    covers: z.array(z.string().min(1)),
    /** The act, a document of the fascicolo. */
    act: z.string().min(1),
  }),
  z.strictObject({ kind: z.literal('dispatched'), said: saidSchema.options[0] }),
  z.strictObject({ kind: z.literal('arrived'), said: saidSchema.options[1] }),
  z.strictObject({ kind: z.literal('failed'), said: saidSchema.options[2] }),
  /** The same said once more, by another: nothing changes. */
  z.strictObject({ kind: z.literal('confirmed'), said: saidSchema }),
  /** Something else said of what had its end: for a person to compare. */
  z.strictObject({ kind: z.literal('contradicted'), said: saidSchema }),
  /** The person's decision: what was noted stays, or what was said later takes its place. */
  z.strictObject({ kind: z.literal('settled'), kept: z.boolean(), reason: z.string().trim().min(1).max(1000) }),
]);
export type DeliveryFact = z.infer<typeof deliveryFactSchema>;

const common = {
  notice: z.int().min(1),
  carrier: carrierSchema,
  agent: z.string().min(1).nullable(),
  covers: z.array(z.string().min(1)),
  act: z.string().min(1),
  /** Number of facts so far. */
  version: z.int().min(1),
  sentOn: daySchema.nullable(),
  number: z.string().nullable(),
  /** Receipts that were heard, by their ids. */
  heard: z.array(z.string()),
  /** What was said against its end and nobody has decided on. */
  against: z.array(z.discriminatedUnion('kind', [saidSchema.options[1], saidSchema.options[2]])),
  /** A person has looked at its failure and said why nothing more is done. */
  settled: z.boolean(),
};

/** The delivery of an act to one addressee by one channel, by its state. */
export const deliverySchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('prepared'), ...common }),
  z.strictObject({ state: z.literal('sent'), ...common }),
  z.strictObject({ state: z.literal('delivered'), ...common, end: saidSchema.options[1] }),
  z.strictObject({ state: z.literal('failed'), ...common, end: saidSchema.options[2] }),
]);
export type Delivery = z.infer<typeof deliverySchema>;
