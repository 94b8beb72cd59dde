import { signInOver } from '#tests/bench/bench-session.ts';
import { siteUrl } from '../site.ts';
import { isClient, people, type Asker, type Client } from './people.ts';
import type { Parameters } from './targets.ts';

/** What the site said, as far as it must be the same for another's and for none. */
export interface Said {
  status: number | 'signIn';
  text: string;
  headers: string;
}

/** Asks as each of them; signed in once. */
export interface Askers {
  ask(asker: Asker, path: string, method?: string): Promise<Said>;
  /** Sends a form as a browser without script does. */
  post(asker: Asker, path: string, form: FormData): Promise<Said>;
}

/** @param keys of the clients that have one */
export async function openAskers(keys: Partial<Record<Client, string>>): Promise<Askers> {
  const cookies = new Map<Asker, string>();
  for (const person of people) if (person !== 'nobody') cookies.set(person, await signInOver(siteUrl(), person));
  return {
    post: async (asker, path, form) =>
      said(
        await fetch(siteUrl() + path, {
          method: 'POST',
          redirect: 'manual',
          headers: { cookie: cookies.get(asker) ?? '', origin: siteUrl() },
          body: form,
        }),
      ),
    async ask(asker, path, method = 'GET') {
      const key = isClient(asker) ? keys[asker] : undefined;
      return said(
        await patiently(() =>
          fetch(siteUrl() + path, {
            method,
            redirect: 'manual',
            headers: {
              cookie: cookies.get(asker) ?? '',
              ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
              ...(method === 'GET' ? {} : { 'tus-resumable': '1.0.0' }),
            },
          }),
        ),
      );
    },
  };
}

/** What is busy is asked again when it says to be: all of them ask at once. */
async function patiently(ask: () => Promise<Response>, tries = 20): Promise<Response> {
  const answer = await ask();
  const wait = answer.status === 503 && tries > 0 ? Number(answer.headers.get('retry-after') ?? 0) : 0;
  if (wait === 0) return answer;
  await answer.arrayBuffer();
  await new Promise((resolve) => setTimeout(resolve, Math.min(wait, 2) * 1000));
  return patiently(ask, tries - 1);
}

async function said(answer: Response): Promise<Said> {
  const text = await answer.text();
  const toSignIn = /^[^?]*\/accedi\?/.test(answer.headers.get('location') ?? '');
  return {
    status: answer.status >= 300 && answer.status < 400 && toSignIn ? 'signIn' : answer.status,
    text,
    headers: ['content-type', 'cache-control', 'allow'].map((name) => answer.headers.get(name) ?? '').join(' | '),
  };
}

/**
 * A body without what differs from one request to the next, and without the address itself and the ids that it named. Scripts are left out: they
 * repeat the address in parts, and come in another order when the machine is busy.
 */
export function shapeOf({ text, headers }: Said, address: string, parameters: Parameters): string {
  const ids = Object.values(parameters).filter((value) => value.length >= 8);
  const named = [address, encodeURIComponent(address), ...ids].sort((a, b) => b.length - a.length);
  const plain = named.reduce((shape, value) => shape.replaceAll(value, '·'), text);
  return `${headers}\n${plain}`
    .replaceAll(/<script\b.*?<\/script>/gs, '')
    .replaceAll(/nonce(=|\\?":)\\?"[^"\\]*\\?"/g, 'nonce')
    .replaceAll(/[0-9a-f]{64}(\|[0-9a-f]{64})?/g, 'token')
    .replaceAll(/\b\d{10}\b/g, 'seconds');
}
