import type { IncomingMessage, ServerResponse } from 'node:http';

/** All there is can be read; what can be written to will say so here. */
const readable = ['GET', 'HEAD', 'OPTIONS'];

/** Whether a request was refused for its method: Next would draw the page for a DELETE too, and fail on a TRACE. */
export function refusedMethod(request: IncomingMessage, response: ServerResponse): boolean {
  const asksServer = request.url === '*';
  if (readable.includes(request.method ?? '') && !asksServer) return false;
  response.writeHead(asksServer && request.method === 'OPTIONS' ? 204 : 405, {
    allow: readable.join(', '),
    'cache-control': 'no-store',
    // Whatever body comes with it is not read.
    connection: 'close',
  });
  response.end();
  return true;
}
