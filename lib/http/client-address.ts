import type { IncomingMessage } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';

const header = 'x-eli4u-address';

/**
 * Tells whoever answers which address a request came from: the connection's own. Whatever somebody sent under this name is not ours, and
 * `X-Forwarded-For` is what anybody writes into it; behind a proxy the address is the proxy's.
 */
export function tellAddress(request: IncomingMessage): void {
  request.headers[header] = request.socket.remoteAddress ?? '';
}

/** Where a request came from, as one counts by: an IPv4 address, or the /64 that a subscriber of IPv6 has to choose addresses from. */
export function networkOf(request: Request): string {
  const address = (request.headers.get(header) ?? '').replace(/%.*$/, '').replace(/^::ffff:(?=[\d.]+$)/i, '');
  if (isIPv4(address)) return address;
  return isIPv6(address) ? `${firstHalf(address).join(':')}::/64` : 'unknown';
}

/** The first four of the eight groups, `::` written out. */
function firstHalf(address: string): string[] {
  const [before = '', after] = address.split('::');
  const groups = (part: string) => part.split(':').filter((group) => group !== '');
  const first = groups(before);
  const last = groups(after ?? '');
  // An IPv4 address at the end stands for two groups.
  const written = first.length + last.length + (address.includes('.') ? 1 : 0);
  const zeros = Array.from({ length: after === undefined ? 0 : 8 - written }, () => '0');
  return [...first, ...zeros, ...last].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
}
