import { IncomingMessage } from 'node:http';
import { BlockList, Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { networkOf, readProxies, tellAddress } from '#lib/http/client-address.ts';

function networkFrom(address: string | undefined, sent: Record<string, string> = {}, trusted = ''): string {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: address });
  const message = new IncomingMessage(socket);
  Object.assign(message.headers, sent);
  tellAddress(message, readProxies(trusted) ?? new BlockList());
  const headers = Object.entries(message.headers).map(([name, value]): [string, string] => [name, String(value)]);
  return networkOf(new Request('http://site/', { headers }));
}

describe('where a request came from', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
    ['2001:db8::6', '2001:db8:0:0::/64'],
    ['2001:db8:0001:0002::', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64'],
    ['1:2:3::4:192.0.2.7', '1:2:3:0::/64'],
    [undefined, 'unknown'],
  ])('%s is of %s', (address, network) => expect(networkFrom(address)).toBe(network));

  it('is what the connection says, whatever its headers do', () => {
    const sent = { 'x-eli4u-address': '198.51.100.1', 'x-forwarded-for': '198.51.100.2' };
    expect(networkFrom('192.0.2.7', sent)).toBe('192.0.2.7');
    expect(networkFrom(undefined, sent)).toBe('unknown');
  });

  it.each([
    ['10.0.0.1', '198.51.100.2', '198.51.100.2'],
    ['10.0.0.1', '203.0.113.9, 198.51.100.2', '198.51.100.2'],
    ['10.0.0.1', '203.0.113.9, 198.51.100.2, 10.3.3.3', '198.51.100.2'],
    ['::ffff:10.0.0.1', '::ffff:198.51.100.2', '198.51.100.2'],
    ['fd00::7', '2001:db8:1:2:3::1', '2001:db8:1:2::/64'],
    // Ours asked itself; said nothing; said what is no address.
    ['10.0.0.1', '10.0.0.2', '10.0.0.2'],
    ['10.0.0.1', '', '10.0.0.1'],
    ['10.0.0.1', '198.51.100.2, <script>', '10.0.0.1'],
    // None of ours: whatever it says is its own.
    ['192.0.2.7', '198.51.100.2', '192.0.2.7'],
  ])('behind our proxies: %s that forwards for "%s" is of %s', (address, forwarded, network) =>
    expect(networkFrom(address, { 'x-forwarded-for': forwarded }, '10.0.0.0/8, fd00::/16')).toBe(network),
  );

  it.each(['10.0.0.0/33', 'proxy.example', '10.0.0.0/8/8', '::1/129', '10.0.0'])('%s is no proxy', (text) =>
    expect(readProxies(text)).toBeNull(),
  );
});
