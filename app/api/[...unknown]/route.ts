import { problem } from '#lib/http/problem.ts';

/** What no interface answers to is told as interfaces tell. */
export function GET(): Response {
  return problem(404, 'No interface has this address; /api/openapi.json lists those there are.');
}
