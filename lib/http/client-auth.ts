import type pg from 'pg';
import { findClient, type ApiClient, type ClientScope } from '#lib/store/api-clients.ts';
import { problem } from './problem.ts';

/** Answers as the client of the key, if it may; else says what is missing. */
export async function asClient(
  pool: pg.Pool,
  request: Request,
  scope: ClientScope,
  answer: (client: ApiClient) => Promise<Response>,
): Promise<Response> {
  const [, key] = /^Bearer +(\S{1,200})$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  const challenge = { headers: { 'www-authenticate': 'Bearer realm="ELI4U"' } };
  if (!key) return problem(401, 'An API key is wanted: Authorization: Bearer …', [], challenge);
  const client = await findClient(pool, key);
  if (!client) return problem(401, 'This API key is not known, or is no longer.', [], challenge);
  if (!client.scopes.includes(scope)) return problem(403, `This API key does not allow ${scope}.`);
  return answer(client);
}
