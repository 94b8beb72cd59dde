import { z } from 'zod';
import {
  clockEffects,
  commonEffects,
  preavvisoEffects,
  regularisationEffects,
  sciaEffects,
  suspensionEffects,
} from './effects.ts';
import { filing } from './filing.ts';
import { graphSchema } from './graph.ts';
import {
  factGuards,
  noticeGuards,
  preavvisoGuards,
  silenceGuards,
  suspensionGuards,
  termGuards,
  windowGuards,
} from './guards.ts';
import {
  applicationOutcomes,
  communicationOutcomes,
  declarationOutcomes,
  exOfficioOutcomes,
  rankingOutcomes,
  sciaOutcomes,
  silenceOutcomes,
} from './outcomes.ts';
import { outcomeRuleSchema } from './retention.ts';
import { preavvisoDiRigettoSchema, silenceSchema } from './silence.ts';
import { readingPermitSchema } from './reading-permit.ts';
import { normSchema, serviceTermSchema, termSchema } from './term.ts';
import { sourceSchema, textSchema } from './text.ts';

/** The outcomes that a type has, each with what becomes of its fascicolo. */
const outcomesOf = <const O extends readonly string[]>(outcomes: O) =>
  z.partialRecord(z.enum(outcomes), outcomeRuleSchema);

/** L. 241/1990 arts. 7–8: a notice of its own, or the receipt of art. 18-bis where it says all that art. 8 wants. */
const startNotice = z.enum(['receipt', 'separate']);

/** A request that ends in a decision, or in silence where the law gives silence a meaning. */
export const applicationFamily = {
  family: z.literal('application'),
  ...filing,
  readingPermit: readingPermitSchema.optional(),
  term: termSchema,
  serviceTerm: serviceTermSchema.optional(),
  startNotice,
  silence: silenceSchema,
  preavvisoDiRigetto: preavvisoDiRigettoSchema,
  outcomes: outcomesOf(applicationOutcomes),
  graph: graphSchema(
    [...applicationOutcomes, ...silenceOutcomes],
    [...factGuards, ...termGuards, ...silenceGuards, ...suspensionGuards, ...preavvisoGuards],
    [...commonEffects, ...clockEffects, ...suspensionEffects, ...regularisationEffects, 'suspend:art10bis'],
  ),
};

/** segnalazione certificata di inizio attività (L. 241/1990 art. 19): effective when filed; the Comune has a window to control. */
export const sciaFamily = {
  family: z.literal('scia'),
  ...filing,
  controlWindow: z.strictObject({
    days: z.literal([30, 60]),
    unit: z.literal('calendar'),
    roll: z.enum(['none', 'next']),
    source: sourceSchema,
  }),
  outcomes: outcomesOf(sciaOutcomes),
  graph: graphSchema(
    sciaOutcomes,
    [...factGuards, ...windowGuards],
    [...commonEffects, ...clockEffects, ...sciaEffects],
  ),
};

/** A communication, e.g. CILA: no term and no decision, checks only. */
export const communicationFamily = {
  family: z.literal('communication'),
  ...filing,
  checks: z.strictObject({ how: textSchema, source: sourceSchema }),
  outcomes: outcomesOf(communicationOutcomes),
  graph: graphSchema(communicationOutcomes, factGuards, commonEffects),
};

/** A declaration effective at once and verified later, e.g. a change of residence. */
export const declarationFamily = {
  family: z.literal('declaration'),
  ...filing,
  registration: z.strictObject({ within: normSchema, source: sourceSchema }),
  verification: termSchema,
  silence: silenceSchema,
  preavvisoDiRigetto: preavvisoDiRigettoSchema,
  outcomes: outcomesOf(declarationOutcomes),
  graph: graphSchema(
    [...declarationOutcomes, ...silenceOutcomes],
    [...factGuards, ...termGuards, ...silenceGuards, ...preavvisoGuards],
    [...commonEffects, ...clockEffects, ...preavvisoEffects],
  ),
};

/** Requests put in order under a notice; a competition, so that art. 10-bis does not hold and has no field here. */
export const rankingFamily = {
  family: z.literal('ranking'),
  ...filing,
  notice: z.strictObject({
    /** When the call is open: the days of each year are the notice's, not the type's. */
    window: textSchema,
    criteria: z.array(textSchema).min(1),
    objections: z.strictObject({ within: normSchema, source: sourceSchema }).optional(),
    source: sourceSchema,
  }),
  outcomes: outcomesOf(rankingOutcomes),
  graph: graphSchema(rankingOutcomes, [...factGuards, ...noticeGuards], commonEffects),
};

/** Begun by the office itself: nobody files, nothing is silent, art. 10-bis does not hold. */
export const exOfficioFamily = {
  family: z.literal('exOfficio'),
  startedBy: textSchema,
  term: termSchema,
  startNotice: z.literal('separate'),
  outcomes: outcomesOf(exOfficioOutcomes),
  graph: graphSchema(
    exOfficioOutcomes,
    [...factGuards, ...termGuards, ...suspensionGuards],
    [...commonEffects, ...clockEffects, ...suspensionEffects],
  ),
};
