import { z } from 'zod';
import type { Violation } from './problem.ts';

const place = z
  .string()
  .regex(/^[0-9a-z]{1,20}$/)
  .optional();

/** The parameters of `/api/v1/records/{id}/children`. */
export const childrenParametersSchema = z.object({
  after: place.describe('Children past this one'),
  before: place.describe('Children before this one'),
  around: place.describe('A window with this child in its middle'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type ChildrenParameters = z.infer<typeof childrenParametersSchema>;

/** Reads an address; at most one of the three places may be named. */
export function parseChildrenParameters(
  address: URLSearchParams,
): { parameters: ChildrenParameters; violations: null } | { parameters: null; violations: Violation[] } {
  const given = Object.fromEntries(
    Object.keys(childrenParametersSchema.shape).flatMap((name) => {
      const value = address.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    }),
  );
  const parsed = childrenParametersSchema.safeParse(given);
  if (!parsed.success) {
    const violations = parsed.error.issues.map((issue) => ({
      parameter: String(issue.path[0] ?? ''),
      message: issue.message,
    }));
    return { parameters: null, violations };
  }
  const { after, before, around } = parsed.data;
  if ([after, before, around].filter((one) => one !== undefined).length > 1) {
    return {
      parameters: null,
      violations: [{ parameter: 'around', message: 'after, before and around exclude each other' }],
    };
  }
  return { parameters: parsed.data, violations: null };
}
