import { z } from 'zod';
import { retentionSchema } from '#lib/procedures/types/retention.ts';
import { textSchema } from '#lib/procedures/types/text.ts';
import { classNumberSchema, findVoice, titleNumberSchema, voiceCode, type Titolario, type Voice } from './titolario.ts';

/** The piano di conservazione that goes with a version of the titolario (DPR 445/2000 art. 68 c. 1). */
export const conservationPlanSchema = z.strictObject({
  titolario: z.string().min(1),
  rules: z.array(
    z
      .strictObject({
        /** What the rule is about within its class. */
        aggregation: textSchema,
        title: titleNumberSchema.optional(),
        class: classNumberSchema.optional(),
        retention: retentionSchema,
        note: textSchema.optional(),
      })
      .refine(
        (rule) => (rule.title === undefined) === (rule.class === undefined),
        'names a title and a class, or neither',
      ),
  ),
});
export type ConservationPlan = z.infer<typeof conservationPlanSchema>;
export type ConservationRule = ConservationPlan['rules'][number];

/** The rules for what lies in a class. Several may stand there: which applies depends on what the fascicolo holds. */
export const rulesOf = (plan: ConservationPlan, voice: Voice): ConservationRule[] =>
  plan.rules.filter((rule) => rule.title === voice.title && rule.class === voice.class);

/** The rules that hold in whatever class. */
export const rulesOfAll = (plan: ConservationPlan): ConservationRule[] =>
  plan.rules.filter(({ title }) => title === undefined);

/** Classes that the plan names and the titolario does not have. */
export const unknownVoices = (plan: ConservationPlan, titolario: Titolario): string[] =>
  plan.rules.flatMap(({ title, class: number }) =>
    title !== undefined && number !== undefined && !findVoice(titolario, { title, class: number })
      ? [voiceCode({ title, class: number })]
      : [],
  );
