import { BlockList, isIP, isIPv6 } from 'node:net';

const inner = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inner.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
  ['::', 128],
  // NAT64 and 6to4 carry IPv4 addresses that nobody has looked at.
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  inner.addSubnet(net, prefix, 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Where an address lies: only what is `public` may be called for somebody else. */
export function placeOfAddress(address: string): 'public' | 'loopback' | 'private' {
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  // Not an address at all: nothing that can be trusted. BlockList sees through IPv4 in IPv6 by itself.
  if (isIP(address) === 0) return 'private';
  if (loopback.check(address, family)) return 'loopback';
  return inner.check(address, family) ? 'private' : 'public';
}
