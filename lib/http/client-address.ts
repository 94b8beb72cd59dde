import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

const header = 'x-eli4u-address';

/**
 * Tells whoever answers which address a request came from: the connection's own, or, where that is one of our proxies, the last in
 * `X-Forwarded-For` that is none: what stands before it anybody may have written. Whatever somebody sent under our own name is not ours.
 */
export function tellAddress(request: IncomingMessage, proxies: BlockList): void {
  const hops = [...String(request.headers['x-forwarded-for'] ?? '').split(','), request.socket.remoteAddress ?? '']
    .map((hop) => plainAddress(hop.trim()))
    .reverse();
  // What is no address was written by no proxy of ours.
  const from = hops.find((hop) => !isProxy(hop, proxies)) ?? hops.at(-1) ?? '';
  request.headers[header] = isIP(from) ? from : plainAddress(request.socket.remoteAddress ?? '');
}

const isProxy = (address: string, proxies: BlockList): boolean =>
  isIP(address) !== 0 && proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/** Without a zone, and an IPv4 address as one however it came. */
const plainAddress = (address: string): string => address.replace(/%.*$/, '').replace(/^::ffff:(?=[\d.]+$)/i, '');

/** Addresses and networks (`10.0.0.0/8`) of our own proxies, separated by commas; null for what is none. */
export function readProxies(text: string): BlockList | null {
  const proxies = new BlockList();
  for (const one of text.split(',').map((part) => part.trim())) {
    if (one === '') continue;
    const [, address = '', length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(one) ?? [];
    const [most, family] = isIPv6(address) ? [128, 'ipv6' as const] : [32, 'ipv4' as const];
    if (isIP(address) === 0 || Number(length ?? 0) > most) return null;
    if (length === undefined) proxies.addAddress(address, family);
    else proxies.addSubnet(address, Number(length), family);
  }
  return proxies;
}

/** Where a request came from, as one counts by: an IPv4 address, or the /64 that a subscriber of IPv6 has to choose addresses from. */
export function networkOf(request: Request): string {
  const address = plainAddress(request.headers.get(header) ?? '');
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
