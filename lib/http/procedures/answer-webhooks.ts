import { composition } from '#lib/composition.ts';
import { asClient } from '#lib/http/client-auth.ts';
import { privateJson, problem } from '#lib/http/problem.ts';
import { placeOfAddress } from '#lib/http/public-address.ts';
import { readBytes, readJson } from '#lib/http/read-body.ts';
import { answering } from '#lib/http/read-json.ts';
import type { ApiClient } from '#lib/store/api-clients.ts';
import {
  addSubscription,
  listSubscriptions,
  mostSubscriptions,
  removeSubscription,
} from '#lib/store/webhook-subscriptions.ts';
import { isIP } from 'node:net';
import { toViolation } from './answer-filing.ts';
import { webhookBodySchema } from './webhooks.ts';

const longestBody = 16 * 1024;

/** `POST /api/v1/webhooks` */
export const answerSubscribe = (request: Request): Promise<Response> =>
  answering(() => asClient(composition(), request, 'webhooks', (client) => subscribeAs(client, request)));

/** `GET /api/v1/webhooks` */
export const answerSubscriptions = (request: Request): Promise<Response> =>
  answering(() =>
    asClient(composition(), request, 'webhooks', async ({ id }) =>
      privateJson({ items: await listSubscriptions(composition().pool, id) }),
    ),
  );

/** `DELETE /api/v1/webhooks/{id}` */
export const answerUnsubscribe = (request: Request, subscription: string): Promise<Response> =>
  answering(() =>
    asClient(composition(), request, 'webhooks', async ({ id }) => {
      const { pool, now } = composition();
      const removed = await removeSubscription(pool, id, subscription, now());
      return removed
        ? new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
        : problem(404, 'This API key has no webhook of this id.');
    }),
  );

async function subscribeAs(client: ApiClient, request: Request): Promise<Response> {
  const bytes = await readBytes(request, longestBody);
  if (!bytes) return problem(413, `The body has at most ${longestBody} bytes.`);
  const read = readJson(bytes);
  if (read.violation) return problem(400, 'The body cannot be used.', [read.violation]);
  const parsed = webhookBodySchema.safeParse(read.value);
  if (!parsed.success) return problem(400, 'The body cannot be used.', parsed.error.issues.map(toViolation));
  const { pool, now, webhooks } = composition();
  const wrong = wrongAddress(parsed.data.url, webhooks);
  if (wrong) return problem(400, 'The body cannot be used.', [{ parameter: 'url', message: wrong }]);
  const subscription = await addSubscription(pool, client.id, parsed.data, now());
  if (!subscription) return problem(409, `An API key has at most ${mostSubscriptions} webhooks.`);
  return privateJson(subscription, 201, { location: `${composition().baseUrl}/api/v1/webhooks/${subscription.id}` });
}

/** What can be said before anything is called; names are looked up again at each call. */
function wrongAddress(url: string, reachable: { loopback: boolean; hosts: readonly string[] }): string | null {
  const { protocol, hostname } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const place = host === 'localhost' ? 'loopback' : isIP(host) === 0 ? 'public' : placeOfAddress(host);
  if (reachable.hosts.includes(host) || (place === 'loopback' && reachable.loopback)) return null;
  if (place !== 'public') return 'must be an address that the public network knows';
  return protocol === 'https:' ? null : 'must be https';
}
