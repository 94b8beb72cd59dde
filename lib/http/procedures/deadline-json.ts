import { z } from 'zod';
import { explain } from '#lib/procedures/cases/explain.ts';
import type { DeadlineExplanation } from '#lib/procedures/explain-deadline.ts';
import type { CaseView } from '#lib/store/procedures/procedure-store.ts';
import { caseUrl } from './procedure-json.ts';

const named = z.object({ on: z.string(), id: z.string(), name: z.object({ it: z.string(), en: z.string() }) });
const reference = z.object({
  id: z.string(),
  kind: z.string(),
  act: z.string().nullable(),
  article: z.string(),
  effect: z.enum(['suspends', 'interrupts']),
});

const whySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('firstDayOut') }),
  z.object({ kind: z.literal('counted') }),
  z.object({ kind: z.literal('stopped'), stops: z.array(reference) }),
  z.object({ kind: z.literal('notWorking'), days: z.array(named) }),
  z.object({ kind: z.literal('rolled'), passed: z.array(named) }),
]);

const explanationSchema = z.object({
  term: z.object({
    startOn: z.string(),
    days: z.number(),
    unit: z.enum(['calendar', 'working']),
    roll: z.enum(['none', 'next']),
  }),
  extensions: z.array(z.object({ id: z.string(), act: z.string().nullable(), article: z.string(), days: z.number() })),
  budget: z.number().describe('Days of the term with its extensions'),
  rows: z
    .array(
      z.object({
        from: z.string(),
        to: z.string(),
        days: z.number(),
        counted: z.number(),
        total: z.number().describe('Days used up by the end of the row'),
        why: whySchema,
        restarted: z.string().nullable().describe('Interruption that put the count back to nothing before this row'),
      }),
    )
    .describe('Every day of the term, days on end for one reason in one row'),
  lastCounted: z.string(),
  deadline: z.string(),
  assumed: z.array(z.string()).describe('Stops still open, taken to end today'),
});

/** Why the days of a case are what they are: the answer of `/api/v1/procedures/{id}/deadline`. */
export const deadlineJsonSchema = z.object({
  id: z.string(),
  url: z.string(),
  legal: explanationSchema.nullable().describe('Null where the family has no term'),
  service: explanationSchema.nullable().describe('What the Comune promises'),
  substitute: explanationSchema.nullable().describe('potere sostitutivo (L. 241/1990 art. 2 c. 9-ter)'),
});

export function toDeadlineJson({ procedure, context }: CaseView, base: string): z.infer<typeof deadlineJsonSchema> {
  const { legal, service, substitute } = explain(procedure, context);
  // The schema leaves out what is only ours: whatever it doesn't name is not shown.
  const shown = (one: DeadlineExplanation | null) => (one ? explanationSchema.parse(one) : null);
  return {
    id: procedure.id,
    url: `${caseUrl(base, procedure.id)}/deadline`,
    legal: shown(legal),
    service: shown(service),
    substitute: shown(substitute),
  };
}
