import { describe, expect, it } from 'vitest';
import { placeOfAddress } from '#lib/http/public-address.ts';

describe('where an address lies', () => {
  it.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946', '172.32.0.1', '11.0.0.1', '::ffff:93.184.216.34'])(
    '%s is public',
    (address) => expect(placeOfAddress(address)).toBe('public'),
  );
  it.each(['127.0.0.1', '127.255.255.254', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1'])(
    '%s is this machine',
    (address) => expect(placeOfAddress(address)).toBe('loopback'),
  );
  it.each([
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'ff02::1',
    '::ffff:10.0.0.1',
    '::ffff:a00:1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '2001:db8::1',
    'localhost',
    '0x7f.1',
    '',
  ])('%s is not to be called', (address) => expect(placeOfAddress(address)).toBe('private'));
});
