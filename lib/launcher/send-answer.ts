import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { securityHeaders } from '#lib/http/security-headers.ts';

const compress = promisify(gzip);
/** Shorter bodies are one packet anyway. */
const worthCompressing = 1400;

/** Sends an answer that fits in memory, packed for whoever takes that. */
export async function sendAnswer(given: Response, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = Buffer.from(await given.arrayBuffer());
  const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const packed = takesGzip && body.length > worthCompressing;
  const sent = packed ? await compress(body, { level: 1 }) : body;
  const headers = { ...securityHeaders, ...Object.fromEntries(given.headers) };
  const vary = [given.headers.get('vary'), 'accept-encoding'].filter(Boolean).join(', ');
  response.writeHead(given.status, {
    ...headers,
    vary,
    ...(given.status === 204 ? {} : { 'content-length': sent.length }),
    ...(packed ? { 'content-encoding': 'gzip' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : sent);
}
