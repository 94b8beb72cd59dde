import { composition } from '#lib/composition.ts';
import { toOpenApi } from '#lib/http/openapi.ts';
import { publicJson } from '#lib/http/problem.ts';

export const dynamic = 'force-dynamic';

/** The contract of the JSON interface. */
export function GET(): Response {
  return publicJson(toOpenApi(composition().baseUrl));
}
