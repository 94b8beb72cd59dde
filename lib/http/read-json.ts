import { SearchRequestError } from '#lib/search/search.ts';
import { problem, publicJson } from './problem.ts';
import type { Lookup } from '#lib/records/public-views.ts';

/** Runs a JSON answer; each kind of failure becomes its problem here, once. */
export async function answering(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof SearchRequestError) {
      return problem(400, 'A parameter cannot be used.', [{ parameter: error.parameter, message: error.message }]);
    }
    console.error(error);
    return problem(500, 'The answer could not be made; the error has been recorded.');
  }
}

/** Found, gone or unknown as JSON. */
export function lookupJson<T>(found: Lookup<T>, toJson: (value: T) => unknown): Response {
  if (found === null) return problem(404, 'Nothing public bears this id.');
  if (found.state === 'gone') return problem(410, `Deleted on ${found.deletedAt.slice(0, 10)}.`);
  return publicJson(toJson(found.value));
}
