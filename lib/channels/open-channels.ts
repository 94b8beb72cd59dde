import type { Config } from '#lib/config.ts';
import type { Channel } from '#lib/relationship/preferences.ts';
import { sessionSecret } from '#lib/store/session-secret.ts';
import { vapidKeys } from '#lib/store/vapid-keys.ts';
import { channelsOf } from './channels-of.ts';
import { openAppIoChannel } from './app-io-channel.ts';
import { openEmailChannel, openLetters, type Letters } from './email-channel.ts';
import type { OutwardChannel } from './outward-channel.ts';
import { openPushChannel } from './push-channel.ts';

/** The ways out that an installation has. */
export interface Channels {
  configured: readonly Channel[];
  channels: readonly OutwardChannel[];
  /** What asks whether an address is somebody's; null without a server. */
  letters: Letters | null;
  secret: string;
  baseUrl: string;
  close(): void;
}

/** Opens them. Nothing is connected to before something is sent. */
export async function openChannels(config: Config): Promise<Channels> {
  const { notices, web, webhooks } = config;
  const baseUrl = web.baseUrl ?? `http://localhost:${web.port}`;
  const from = notices.from ?? `avvisi@${new URL(baseUrl).hostname}`;
  const secret = await sessionSecret(config);
  const keys = await vapidKeys(config);
  const smtp = notices.smtp ? { url: notices.smtp, from, baseUrl } : null;
  const letters = smtp && openLetters(smtp);
  const channels: OutwardChannel[] = [
    ...(smtp ? [openEmailChannel({ ...smtp, secret })] : []),
    openPushChannel({ keys, contact: `mailto:${from}`, loopback: webhooks.loopback }),
    ...(notices.appIo ? [openAppIoChannel({ ...notices.appIo, baseUrl })] : []),
  ];
  return {
    configured: channelsOf(config),
    channels,
    letters,
    secret,
    baseUrl,
    close: () => {
      for (const channel of channels) channel.close();
      letters?.close();
    },
  };
}
