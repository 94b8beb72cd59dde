import { z } from 'zod';
import { daySchema } from '#lib/procedures/day.ts';
import { caseReasons, topicOf, type Topic } from './topics.ts';

/** What an informative notification is about. It names nobody and holds no content: who may read that reads it on Mia Pagina. */
export const aboutSchema = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('case'),
    procedure: z.string().min(1),
    /** As the protocollo numbered it. */
    number: z.int(),
    year: z.int(),
    reason: z.enum(caseReasons),
    /** The last day to do something, or on which a term ends. */
    by: daySchema.nullable(),
    /** The same thing is also served with legal effect, which this is not. */
    served: z.boolean(),
  }),
  z.strictObject({ of: z.literal('service'), code: z.string().min(1), version: z.int().min(1) }),
]);
export type About = z.infer<typeof aboutSchema>;

interface Common {
  /** The person or body told. */
  agent: string;
  /** Two with one key are one, for the same agent. */
  key: string;
}

/**
 * `informative`: something can be read; nothing hangs on whether it comes. `legal`: an act is served (L. 241/1990 art. 21-bis; CAD art. 6-ter,
 * 6-quater), and terms run from its receipt. They share who is told and how twice is avoided, and nothing else: one is never sent as the other.
 */
export type Notification =
  | (Common & { kind: 'informative'; about: About })
  | (Common & {
      kind: 'legal';
      procedure: string;
      /** Number of the event that ordered it. */
      event: number;
      /** The document of the fascicolo that is served. */
      document: string;
    });
export type Informative = Extract<Notification, { kind: 'informative' }>;

/** The topic that people choose an informative notification by. */
export const topicAbout = (about: About): Topic => (about.of === 'case' ? topicOf(about.reason) : 'services');
