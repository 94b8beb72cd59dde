import { z } from 'zod';
import type { Option, Reason, Refusal } from '#lib/procedures/cases/decision.ts';
import { problem } from '#lib/http/problem.ts';

const words = z.object({ it: z.string(), en: z.string() });

/** What a problem says beyond RFC 9457 when an action was refused. */
export const refusalMembersSchema = z.object({
  action: z.string().optional(),
  state: z.string().optional(),
  node: z.string().nullable().optional(),
  reasons: z.array(
    z.object({ code: z.string(), text: words, article: z.string().nullable(), from: z.string().nullable() }),
  ),
  allowed: z.array(z.object({ action: z.string(), to: z.string().nullable(), label: words })).optional(),
});

/** A refused action: why, by which article, and what is allowed. */
export function refusedProblem(detail: string, refusal: { reasons: readonly Reason[] } | Refusal): Response {
  const stood =
    'action' in refusal
      ? {
          action: refusal.action,
          state: refusal.state,
          node: refusal.node,
          allowed: refusal.allowed.map(({ action, to, label }: Option) => ({ action, to, label })),
        }
      : {};
  return problem(409, detail, [], { members: { ...stood, reasons: refusal.reasons } });
}
