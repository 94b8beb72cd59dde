import webPush from 'web-push';
import { send } from '#lib/jobs/webhooks/send.ts';
import { pushMessage } from '#lib/projections/push-message.ts';
import type { Device } from '#lib/store/notifications/due-deliveries.ts';
import type { VapidKeys } from '#lib/store/vapid-keys.ts';
import type { OutwardChannel, Sending } from './outward-channel.ts';

/** Seconds for which the push service keeps what a device that is off has not taken. */
const timeToLive = 24 * 3600;

export interface PushParts {
  keys: VapidKeys;
  /** Whom a push service writes to about us: `mailto:` or `https:`. */
  contact: string;
  /** Whether this machine itself may be called: for demonstrations. Any browser names its push service, so that nothing else inside is. */
  loopback: boolean;
}

/** Web push (RFC 8030, 8291, 8292): enciphered for each browser, over the service that the browser named. */
export function openPushChannel({ keys, contact, loopback }: PushParts): OutwardChannel {
  const reachable = { loopback, hosts: [] };
  const toDevice = async ({ endpoint, p256dh, auth }: Device, payload: string): Promise<Sending> => {
    const { headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, {
      vapidDetails: { subject: contact, ...keys },
      TTL: timeToLive,
      contentEncoding: 'aes128gcm',
    });
    const told = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
    const sent = await send(endpoint, body ?? Buffer.alloc(0), Object.fromEntries(told), reachable);
    const { status } = sent;
    // Whoever named an address of the inside has no push service there: it is forgotten, and nobody is called for it.
    if (status === null && sent.barred) return { outcome: 'absent', said: sent.error };
    if (status === null) return { outcome: 'later', said: sent.error, wholeChannel: false };
    if (status >= 200 && status < 300) return { outcome: 'sent', said: null };
    if (status === 404 || status === 410) return { outcome: 'absent', said: `gone (${status})` };
    const said = `the push service answered ${status}`;
    return status === 429 || status >= 500
      ? { outcome: 'later', said, wholeChannel: false }
      : { outcome: 'refused', said };
  };
  return {
    name: 'push',
    atOnce: 20,
    close: () => undefined,
    send: async ({ to, about }) => {
      if (to.devices.length === 0) return { outcome: 'absent', said: 'no device' };
      const payload = JSON.stringify(pushMessage(about, to.preferences.language));
      const all = await Promise.all(
        to.devices.map(async (device) => ({ device, sending: await toDevice(device, payload).catch(unsound) })),
      );
      const gone = all.flatMap(({ device, sending }) => (sending.outcome === 'absent' ? [device.id] : []));
      // One device that has it is enough: the others show it when they are opened.
      const told = ['sent', 'later', 'refused', 'absent'].map((outcome) =>
        all.find(({ sending }) => sending.outcome === outcome),
      );
      const best = told.find((one) => one !== undefined)?.sending ?? { outcome: 'absent', said: 'no device' };
      return { ...best, gone };
    },
  };
}

/** A key that is none: whoever subscribed so will never read anything. */
const unsound = (error: unknown): Sending => ({
  outcome: 'absent',
  said: error instanceof Error ? error.message : 'unknown',
});
