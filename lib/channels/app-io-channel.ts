import { z } from 'zod';
import { appIoMessage } from '#lib/projections/app-io-message.ts';
import type { OutwardChannel, Sending } from './outward-channel.ts';

/** Milliseconds for one question. */
const patience = 10_000;

const profileSchema = z.object({ sender_allowed: z.boolean() });

export interface AppIoParts {
  /** Of the gateway, without a slash at the end. */
  url: string;
  key: string;
  baseUrl: string;
}

/**
 * Messages in App IO, by its own interface (`openapi` of pagopa/io-functions-services): the profile is asked first, and who has none or does not
 * hear us is sent nothing.
 */
export function openAppIoChannel({ url, key, baseUrl }: AppIoParts): OutwardChannel {
  const ask = (path: string, body: unknown): Promise<Response> =>
    fetch(`${url}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'ocp-apim-subscription-key': key },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
  return {
    name: 'appIo',
    atOnce: 10,
    close: () => undefined,
    send: async ({ to, about }) => {
      const { taxCode } = to;
      if (taxCode === null) return { outcome: 'absent', said: 'no tax code' };
      try {
        const profile = await ask('profiles', { fiscal_code: taxCode });
        if (profile.status === 404) return { outcome: 'absent', said: 'no profile in App IO' };
        if (!profile.ok) return refusedBy(profile);
        const known = profileSchema.safeParse(await profile.json());
        if (!known.success) return { outcome: 'later', said: 'the profile cannot be read', wholeChannel: false };
        if (!known.data.sender_allowed) return { outcome: 'absent', said: 'does not hear us in App IO' };
        const message = appIoMessage(taxCode, about, { lang: to.preferences.language, baseUrl });
        const answer = await ask('messages', message);
        await answer.body?.cancel();
        return answer.status === 201 ? { outcome: 'sent', said: null } : refusedBy(answer);
      } catch (error) {
        return { outcome: 'later', said: error instanceof Error ? error.message : 'unknown', wholeChannel: true };
      }
    },
  };
}

/** 429: too many, come back when it says; 401 and 403 are of who we are, and may be put right; other 4xx will stay so. */
async function refusedBy(answer: Response): Promise<Sending> {
  await answer.body?.cancel();
  const { status } = answer;
  const said = `App IO answered ${status}`;
  const after = Number(answer.headers.get('retry-after'));
  const wholeChannel = status === 429 || status === 401 || status === 403 || status >= 500;
  if (wholeChannel) return { outcome: 'later', said, wholeChannel, ...(after > 0 ? { after } : {}) };
  return { outcome: 'refused', said };
}
