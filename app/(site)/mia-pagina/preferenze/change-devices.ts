'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { requireCitizen } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { isLoopback } from '#lib/config.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { addDevice, removeDevice } from '#lib/store/notifications/push-subscriptions.ts';

/** A push service that is not this machine's own speaks https alone. */
const endpointSchema = z
  .url()
  .max(2000)
  .refine((text) => {
    const { protocol, hostname } = new URL(text);
    return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  });
/** As `PushSubscription.toJSON()` gives it: a point of P-256 and sixteen bytes. */
const subscriptionSchema = z.object({
  endpoint: endpointSchema,
  keys: z.object({ p256dh: z.string().regex(/^[\w-]{87}=?$/), auth: z.string().regex(/^[\w-]{22}={0,2}$/) }),
});

/** The browser that asks shows notices from now on. */
export async function addDeviceOf(data: FormData): Promise<void> {
  const { agent } = await requireCitizen();
  const read = subscriptionSchema.safeParse(jsonOf(rawForm(data).text('subscription')));
  if (!read.success) redirect('/mia-pagina/preferenze');
  const { endpoint, keys } = read.data;
  const browser = (await headers()).get('user-agent') ?? '';
  const { pool, now } = composition();
  await addDevice(pool, agent, { endpoint, ...keys, browser }, now());
  redirect('/mia-pagina/preferenze?fatto=deviceAdded#dispositivi');
}

/** One of theirs shows them no more. */
export async function removeDeviceOf(data: FormData): Promise<void> {
  const { agent } = await requireCitizen();
  const id = rawForm(data).text('id');
  const { pool, now } = composition();
  if (/^\d{1,15}$/.test(id)) await removeDevice(pool, agent, Number(id), now());
  redirect('/mia-pagina/preferenze#dispositivi');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
