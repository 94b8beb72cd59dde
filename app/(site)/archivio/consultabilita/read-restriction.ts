import { z } from 'zod';
import { daySchema } from '#lib/procedures/day.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import { sensitivities } from '#lib/records/phase.ts';

export const closures = ['no', 'until', 'noDay'] as const;

const restrictionSchema = z.object({
  record: z.string().transform(idOf),
  sensitivity: z.enum(sensitivities),
  closed: z.enum(closures),
  day: daySchema.optional().catch(undefined),
  inherits: z.literal('yes').optional(),
  reason: z.string().trim().min(1).max(500),
});

/** The id within the address of a record's page, or as it was typed. */
function idOf(typed: string): string {
  const word = typed
    .trim()
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
  return word.slice(word.lastIndexOf('/') + 1);
}

export type Read =
  | { kind: 'wanted' }
  | { kind: 'dayWanted' }
  | { kind: 'unknown'; id: string }
  | { kind: 'read'; value: z.infer<typeof restrictionSchema> & { closure: { until: string | null } | null } };

/** What the form says, or what is missing in it. */
export function readRestriction(sent: Readonly<Record<string, string>>): Read {
  const read = restrictionSchema.safeParse(sent);
  if (!read.success || read.data.record === '') return { kind: 'wanted' };
  const { record, closed, day } = read.data;
  if (!isIdentifier(record)) return { kind: 'unknown', id: record };
  if (closed === 'until' && day === undefined) return { kind: 'dayWanted' };
  const closure = closed === 'no' ? null : { until: closed === 'until' ? (day ?? null) : null };
  return { kind: 'read', value: { ...read.data, closure } };
}
