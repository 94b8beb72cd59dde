import { isLoopback } from '#lib/config.ts';

/** The origins under which our own pages are seen: the public address, and on one's own machine each of its names. */
export function ownOrigins(baseUrl: string | null, host: string, port: number): ReadonlySet<string> {
  const names = isLoopback(host) ? ['localhost', '127.0.0.1', '[::1]', host.includes(':') ? `[${host}]` : host] : [];
  const local = names.map((name) => new URL(`http://${name}:${port}`).origin);
  return new Set([...(baseUrl ? [new URL(baseUrl).origin] : []), ...local]);
}

/**
 * Whether a request comes from a page of ours, or from no page at all. Browsers name the origin of whatever they send by a form or script;
 * programs name none, and carry no cookies of somebody's.
 */
export function isOwnRequest(
  headers: { origin?: string | undefined; site?: string | undefined },
  own: ReadonlySet<string>,
): boolean {
  if (headers.origin !== undefined) return own.has(headers.origin);
  return headers.site === undefined || headers.site === 'same-origin' || headers.site === 'none';
}
