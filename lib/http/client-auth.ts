import type { Composition } from '#lib/composition.ts';
import { admitClient, type RequestKind } from '#lib/store/admit-client.ts';
import { hashOfKey, type ApiClient, type ClientScope } from '#lib/store/api-clients.ts';
import { networkOf } from './client-address.ts';
import { problem } from './problem.ts';

/** What keys are checked by. */
export type Door = Pick<Composition, 'pool' | 'apiLimits' | 'wrongKeys'>;

/** Answers as the client of the key, if it may and has not asked too often; else says what is missing, or when to come again. */
export async function asClient(
  { pool, apiLimits, wrongKeys }: Door,
  request: Request,
  scope: ClientScope,
  answer: (client: ApiClient) => Promise<Response>,
): Promise<Response> {
  const [, key] = /^Bearer +(\S{1,200})$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  const challenge = { headers: { 'www-authenticate': 'Bearer realm="ELI4U"' } };
  if (!key) return problem(401, 'An API key is wanted: Authorization: Bearer …', [], challenge);
  const [network, keyHash] = [networkOf(request), hashOfKey(key)];
  const comeAgain = await wrongKeys.wait(network, keyHash);
  if (comeAgain !== null) return tooMany('Too many API keys that nobody has came from this address.', comeAgain);
  const kind: RequestKind = request.method === 'GET' || request.method === 'HEAD' ? 'read' : 'write';
  const admission = await admitClient(pool, key, kind);
  if (!admission) {
    wrongKeys.wrong(network, keyHash);
    return problem(401, 'This API key is not known, or is no longer.', [], challenge);
  }
  wrongKeys.right(keyHash);
  const { client, requests, secondsLeft } = admission;
  if (requests > apiLimits[kind])
    return tooMany(`An API key may send ${apiLimits[kind]} ${kindWords[kind]} requests a minute.`, secondsLeft);
  if (!client.scopes.includes(scope)) return problem(403, `This API key does not allow ${scope}.`);
  return answer(client);
}

const kindWords = { read: 'reading', write: 'writing' };

const tooMany = (detail: string, seconds: number): Response =>
  problem(429, detail, [], { headers: { 'retry-after': String(seconds) } });
