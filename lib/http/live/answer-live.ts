import type { IncomingMessage, ServerResponse } from 'node:http';
import { securityHeaders } from '#lib/http/security-headers.ts';
import type { LiveHub, LiveStream } from './live-hub.ts';

export type LiveViewer = Pick<LiveStream, 'agents' | 'reader' | 'session'>;

/**
 * Tells an open page that there is something new since it was drawn (`da`): as server-sent events, or, for who cannot hold a connection open, as
 * JSON at once. What it is, the page reads when it is loaded again. 204 ends the asking: nobody is signed in.
 */
export async function answerLive(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  viewer: LiveViewer | null,
  hub: LiveHub,
): Promise<void> {
  const headers = { ...securityHeaders, 'cache-control': 'no-store' };
  const since = new Date(url.searchParams.get('da') ?? '');
  if (!viewer) return void response.writeHead(204, headers).end();
  // Before 1970 nothing happened here, and the database knows no year of everybody's imagination.
  if (!(since.getTime() >= 0)) return void response.writeHead(400, headers).end();
  if (!/\btext\/event-stream\b/.test(request.headers.accept ?? '')) {
    const news = await hub.hasNews({ ...viewer, since });
    return void response
      .writeHead(200, { ...headers, 'content-type': 'application/json' })
      .end(JSON.stringify({ news }));
  }
  const say = (text: string) => void response.write(text);
  const close = hub.open({
    ...viewer,
    since,
    news: () => void response.end('event: news\ndata: {}\n\n'),
    alive: () => say(': alive\n\n'),
    // A page whose session is over asks no more; one whose server stops comes back.
    over: (why) => void response.end(why === 'session' ? 'event: over\ndata: {}\n\n' : undefined),
  });
  if (!close) return void response.writeHead(429, { ...headers, 'retry-after': '30' }).end();
  response.once('close', close);
  response.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    // Proxies that gather an answer before they pass it on would pass on nothing.
    'x-accel-buffering': 'no',
  });
  say('retry: 3000\n\n');
}
