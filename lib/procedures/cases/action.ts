import { z } from 'zod';
import { daySchema } from '../day.ts';
import { deliveryChannels } from '../delivery/channels.ts';
import { factGuards, rankingGuards, silenceGuards } from '../types/guards.ts';
import { messageThreadSchema } from './message-thread.ts';
import { actSchema, reopeningGroundSchema } from './procedure.ts';
import { retentionFactsSchema } from './retention-facts.ts';

/** What a person can find: the conditions that no clock knows. */
export const findable = [...factGuards, ...silenceGuards, ...rankingGuards] as const;
export type Findable = (typeof findable)[number];
export const isFindable = (name: string): name is Findable => findable.some((one) => one === name);

const note = z.string().trim().max(10_000).optional();

/** What can be done to a procedure. Who may do it is `lib/access`'s to say; whether the law lets it happen is `decide`'s. */
export const actionSchema = z.discriminatedUnion('kind', [
  /** An officer begins to work at it. */
  z.strictObject({ kind: z.literal('take'), by: z.string().min(1) }),
  /** To a colleague, or back to the pile of the office (null). */
  z.strictObject({ kind: z.literal('assign'), to: z.string().min(1).nullable(), note }),
  /** To the office that is competent: its term runs from the day that office receives it where the law says so (L. 241/1990 art. 18-bis). */
  z.strictObject({ kind: z.literal('passOn'), unit: z.string().min(1), reason: z.string().trim().min(1).max(2000) }),
  /** The activity at hand is done and the case goes on: asking for additions, a suspension, art. 10-bis, opinion, decision and notification are all such steps. */
  z.strictObject({
    kind: z.literal('advance'),
    to: z.string().min(1),
    found: z.array(z.enum(findable)).default([]),
    /** Positions in the checklist of the activity. */
    checked: z.array(z.int().min(0)).default([]),
    act: actSchema.optional(),
    /** What the party is told, in the officer's words: what is missing, why not. */
    message: note,
    /** Codes of the type's documents that the party is asked for. */
    asked: z.array(z.string().min(1).max(100)).max(60).optional(),
    note,
  }),
  /** The party has received the notice of art. 10-bis: its ten days run from here. */
  z.strictObject({ kind: z.literal('noteReceipt'), on: daySchema }),
  /** The party's observations (art. 10-bis) or additions arrived, as a document or as words. `party`: whose answer it is, where the party or who represents it sent it. */
  z.strictObject({
    kind: z.literal('noteAnswer'),
    on: daySchema,
    document: z.string().min(1).nullable(),
    note,
    party: z.string().min(1).optional(),
  }),
  /** A message of a party to the office, or of the office to a party. What it says is kept beside the case (`lib/store/messages`), not in its events. */
  z.strictObject({
    kind: z.literal('writeMessage'),
    from: z.enum(['party', 'office']),
    thread: messageThreadSchema,
    party: z.string().min(1).nullable(),
  }),
  /** An act of the case has reached somebody: what hangs on it runs from that day. What a delivery says of itself the store looks up. */
  z.strictObject({
    kind: z.literal('noteDelivery'),
    notice: z.int().min(1),
    delivery: z.string().min(1),
    channel: z.enum(deliveryChannels),
    covers: z.array(z.string().min(1)),
    sentOn: daySchema.nullable(),
    on: daySchema,
    /** A person decided that it counts and not the day that an officer had noted by hand. */
    overrules: z.boolean().optional(),
  }),
  /** A person found that what was noted of a delivery was wrong: another day, or none. */
  z.strictObject({
    kind: z.literal('correctDelivery'),
    notice: z.int().min(1),
    delivery: z.string().min(1),
    channel: z.enum(deliveryChannels),
    on: daySchema.nullable(),
    reason: z.string().trim().min(1).max(1000),
  }),
  /** proroga: where the type's term allows one, once. */
  z.strictObject({ kind: z.literal('extend'), act: actSchema, reason: z.string().trim().min(1).max(2000) }),
  /** A document joins the fascicolo: the record's id, and which of the type's documents it is. */
  z.strictObject({ kind: z.literal('addDocument'), record: z.string().min(1), document: z.string().nullable() }),
  z.strictObject({
    kind: z.literal('addReference'),
    scheme: z.string().min(1).max(40),
    value: z.string().min(1).max(200),
  }),
  z.strictObject({ kind: z.literal('writeNote'), text: z.string().trim().min(1).max(10_000) }),
  z.strictObject({ kind: z.literal('askSubstitute'), note }),
  z.strictObject({ kind: z.literal('startSubstitute'), ownMotion: z.boolean() }),
  z.strictObject({ kind: z.literal('askAttestation') }),
  z.strictObject({ kind: z.literal('issueAttestation'), act: actSchema }),
  /** What time alone brings about: silence, the end of a window. By the system's sweep, or an officer who looks first. */
  z.strictObject({ kind: z.literal('letTimeAct') }),
  /** The fascicolo is closed: all documents registered, its retention computed or put off with a reason. */
  z.strictObject({
    kind: z.literal('close'),
    unregisteredDocuments: z.int().min(0),
    postponeRetention: z.string().trim().min(1).max(1000).optional(),
    setByHand: daySchema.optional(),
    /** Looked up where the fascicolo is kept, whatever the actor says. */
    facts: retentionFactsSchema.optional(),
  }),
  /** Opened again, with the act that orders it and for what: its retention is void. */
  z.strictObject({
    kind: z.literal('reopen'),
    act: actSchema,
    to: z.string().min(1),
    ground: reopeningGroundSchema,
    /** The judgment that the ground stands on, as people cite it. */
    judgment: z.string().trim().min(1).max(200).optional(),
  }),
]);
export type Action = z.infer<typeof actionSchema>;
export type ActionKind = Action['kind'];
