import { createHash } from 'node:crypto';
import type { ApiClient } from '#lib/store/api-clients.ts';
import type { Idempotency } from '#lib/store/procedures/procedure-store.ts';

/** The header `Idempotency-Key` with what it is the key of; null where there is none that can be used. */
export function idempotencyOf(request: Request, client: ApiClient, body: Uint8Array): Idempotency | null {
  const key = request.headers.get('idempotency-key') ?? '';
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) return null;
  const { pathname, search } = new URL(request.url);
  const hash = createHash('sha256').update(`${request.method} ${pathname}${search}\n`);
  return { client: `client:${client.id}`, key, requestHash: hash.update(body).digest('hex') };
}

export const keyWanted = {
  parameter: 'Idempotency-Key',
  message: 'is wanted: 8 to 200 visible ASCII characters, the same for the same request when it is sent again',
};
