import type { IncomingMessage, ServerResponse } from 'node:http';
import { findSession } from '#lib/auth/find-session.ts';
import { sessionCookie } from '#lib/auth/cookie-name.ts';
import { readSessionCookie } from '#lib/auth/read-cookie.ts';
import { toldAs } from '#lib/access/told-as.ts';
import { composition } from '#lib/composition.ts';
import { cookieOf } from '#lib/http/forms/refuse-form.ts';
import { answerLive, type LiveViewer } from '#lib/http/live/answer-live.ts';

/** Whether an open page asked here for what is new (`/mia-pagina/vivo`): Next would hold a renderer's request open for each. */
export function answeredLive(request: IncomingMessage, response: ServerResponse): boolean {
  const url = new URL(request.url ?? '/', 'http://site');
  if (url.pathname !== '/mia-pagina/vivo' || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
  whoLooks(request)
    .then((viewer) => answerLive(request, response, url, viewer, composition().live))
    .catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  return true;
}

/** Ends what is held open, for a process that stops. */
export const endLive = (): void => composition().live.end();

async function whoLooks(request: IncomingMessage): Promise<LiveViewer | null> {
  const parts = composition();
  const name = sessionCookie(parts.baseUrl);
  const session = await findSession(parts, (cookie) => cookieOf(request, cookie));
  if (session?.kind !== 'citizen') return null;
  const seconds = Math.floor(Date.now() / 1000);
  const token = await readSessionCookie(cookieOf(request, name), name, await parts.authSecret(), seconds);
  if (!token) return null;
  return {
    agents: toldAs(session),
    reader: `citizen:${session.agent}`,
    session: token.key.id,
  };
}
