import { createHash } from 'node:crypto';

/** Seconds for which an answer may be kept without asking: what the law takes out of sight is out of sight soon. */
const keep = 300;

/**
 * A document that anybody may read from any site, with what tells whether a copy is still good (RFC 9110 §13); 304 for who has it.
 * @param changedAt an ISO moment, where one is known
 */
export function freshAnswer(
  request: Request,
  body: string,
  about: { contentType: string; changedAt: string | null; headers?: Record<string, string> },
): Response {
  // Encoded once: a manifest has megabytes.
  const bytes = Buffer.from(body);
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const changed = about.changedAt === null ? null : new Date(about.changedAt);
  const headers = {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'etag, last-modified, link',
    'cache-control': `public, max-age=${keep}`,
    etag,
    ...(changed && !Number.isNaN(changed.getTime()) ? { 'last-modified': changed.toUTCString() } : {}),
    ...about.headers,
  };
  if (isSame(request, etag, changed)) return new Response(null, { status: 304, headers });
  return new Response(bytes, { headers: { ...headers, 'content-type': about.contentType } });
}

/** `If-None-Match` counts before `If-Modified-Since` (RFC 9110 §13.2.2). */
function isSame(request: Request, etag: string, changed: Date | null): boolean {
  const match = request.headers.get('if-none-match');
  if (match !== null) return match.split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim()));
  const since = Date.parse(request.headers.get('if-modified-since') ?? '');
  return changed !== null && !Number.isNaN(since) && Math.floor(changed.getTime() / 1000) * 1000 <= since;
}
