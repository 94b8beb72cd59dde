import type { IncomingMessage, ServerResponse } from 'node:http';
import { isMultipart, refuseForm } from './forms/refuse-form.ts';
import { isOwnRequest } from './own-origins.ts';
import { writablePath } from './writable-paths.ts';

const readable = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request was refused before anybody reads it: for its method (Next would draw the page for a DELETE too, and fail on a TRACE), for
 * a page of somebody else that sends it, or for a body too long.
 * @param own the origins of our own pages
 */
export function refusedRequest(request: IncomingMessage, response: ServerResponse, own: ReadonlySet<string>): boolean {
  const asksServer = request.url === '*';
  const method = request.method ?? '';
  if (readable.includes(method) && !asksServer) return false;
  const writable = asksServer ? null : writablePath(request.url ?? '');
  const methods: readonly string[] = writable?.methods ?? [];
  if (asksServer && method === 'OPTIONS') return refuse(response, 204, methods);
  if (!writable || !methods.includes(method)) return refuse(response, 405, methods);
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (!isOwnRequest({ origin, site: site === undefined ? undefined : String(site) }, own))
    return refuse(response, 403, methods);
  const length = request.headers['content-length'];
  if (length === undefined && request.headers['transfer-encoding'] !== undefined && !writable.bounded)
    return refuse(response, 411, methods);
  const withFiles = isMultipart(request) ? writable.longestWithFiles : undefined;
  if (Number(length ?? 0) > (withFiles ?? writable.longest)) {
    if (withFiles !== undefined) return refuseForm(request, response, 'tooLong');
    return refuse(response, 413, methods);
  }
  return false;
}

function refuse(response: ServerResponse, status: number, methods: readonly string[]): true {
  response.writeHead(status, {
    ...(status === 405 || status === 204 ? { allow: [...readable, ...methods].join(', ') } : {}),
    'cache-control': 'no-store',
    // Whatever body comes with it is not read.
    connection: 'close',
  });
  response.end();
  return true;
}
