import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { networkOf, tellAddress } from '#lib/http/client-address.ts';

function networkFrom(address: string | undefined, sent: Record<string, string> = {}): string {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: address });
  const message = new IncomingMessage(socket);
  Object.assign(message.headers, sent);
  tellAddress(message);
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
});
