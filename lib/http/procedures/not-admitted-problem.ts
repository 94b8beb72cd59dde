import type { NotAdmitted } from '#lib/procedures/cases/not-admitted.ts';
import { problem } from '#lib/http/problem.ts';

/** A file with a virus is 422; while the scanner does not answer 503, and it may come again in a minute. */
export function notAdmittedProblem({ cause, reasons }: NotAdmitted): Response {
  const [{ text }] = reasons;
  return cause === 'infected'
    ? problem(422, text.en, [{ parameter: 'file', message: 'carries a virus' }], { members: { reasons } })
    : problem(503, text.en, [], { members: { reasons }, headers: { 'retry-after': '60' } });
}
