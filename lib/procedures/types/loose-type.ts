import { z } from 'zod';

const list = <T extends z.ZodType>(item: T) => z.array(item.nullable().catch(null)).catch([]);
const coded = z.object({ code: z.string() });
const named = z.object({ name: z.string(), kind: z.string().catch(''), required: z.boolean().catch(false) });

/** As much of a type as the references need, whatever else is wrong with it, so that all problems are named at once. */
export const looseType = z.object({
  status: z.string().catch(''),
  validFrom: z.string().nullable().catch(null),
  validTo: z.string().nullable().catch(null),
  outcomes: z.record(z.string(), z.unknown()).catch({}),
  silence: z
    .object({ kind: z.string(), decidedBy: z.object({ field: z.string() }).optional().catch(undefined) })
    .catch({ kind: 'none' }),
  fields: list(named),
  documents: list(coded),
  fees: list(coded),
  accessPoints: z.record(z.string(), z.string()).catch({}),
  indicators: list(z.string()),
  standards: list(z.object({ indicator: z.string() })),
  term: z.unknown().optional(),
  verification: z.unknown().optional(),
  graph: z
    .object({ ends: z.record(z.string(), z.object({ outcome: z.string() }).nullable().catch(null)).catch({}) })
    .catch({ ends: {} }),
});
export type LooseType = z.infer<typeof looseType>;
