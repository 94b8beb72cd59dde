import type { IncomingMessage, ServerResponse } from 'node:http';
import { findSending } from '#lib/http/forms/sending.ts';

/** Whether it was asked, and told, how much of a form has come: only who sent it knows its key. */
export function answeredSending(request: IncomingMessage, response: ServerResponse): boolean {
  const [, key] = /^\/sending\/([0-9a-f]{32})$/.exec(request.url ?? '') ?? [];
  if (!key || request.method !== 'GET') return false;
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(findSending(key)));
  return true;
}
