import { describe, expect, it } from 'vitest';
import { ConfigError, isLoopback, readConfig } from '#lib/config.ts';

describe('readConfig', () => {
  it('needs nothing: embedded database, loopback, port 3000', () => {
    expect(readConfig({})).toMatchObject({
      database: { kind: 'embedded' },
      web: { host: '127.0.0.1', port: 3000, portGiven: false, baseUrl: null },
      requireAll: false,
    });
  });

  it('limits what an API key may send in a minute', () => {
    expect(readConfig({}).apiLimits).toEqual({ read: 120, write: 60 });
    expect(readConfig({ API_WRITES_PER_MINUTE: '5' }).apiLimits).toEqual({ read: 120, write: 5 });
    for (const wrong of ['0', '-1', '1.5', 'many'])
      expect(() => readConfig({ API_READS_PER_MINUTE: wrong })).toThrow(/API_READS_PER_MINUTE/);
  });

  it('takes empty values as not given', () =>
    expect(readConfig({ DATABASE_URL: '', PORT: '' }).web.portGiven).toBe(false));

  it('lists everything that is wrong at once', () => {
    const bad = { DATABASE_URL: 'mysql://x', PORT: 'many', ADMIN_EMAIL: 'nobody', OAI_DOMAIN: 'localhost' };
    expect(() => readConfig(bad)).toThrow(ConfigError);
    try {
      readConfig(bad);
    } catch (error) {
      for (const name of Object.keys(bad)) expect((error as Error).message).toContain(name);
    }
  });

  it('tells a wrong clock beside other wrong values', () =>
    expect(() => readConfig({ PORT: 'abc', HOST: '0.0.0.0', CLOCK: '2026-11-23T09:00:00Z' })).toThrow(/PORT[^]*CLOCK/));

  it('finds clamd at a path or at host:port, an address of IPv6 in brackets', () => {
    const clamav = (text: string) => readConfig({ CLAMAV_SOCKET: text }).clamav;
    expect(clamav('/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' });
    expect(clamav('clamav.intra:3310')).toEqual({ host: 'clamav.intra', port: 3310 });
    expect(clamav('[::1]:3310')).toEqual({ host: '::1', port: 3310 });
    expect(readConfig({}).clamav).toBeNull();
    for (const wrong of ['clamd.ctl', 'localhost', 'localhost:0', 'localhost:70000', '::1:3310', 'tcp://host:3310'])
      expect(() => clamav(wrong)).toThrow(/CLAMAV_SOCKET: must be the path of a socket/);
  });

  it('never shows a value that may hold a password', () => {
    const read = () => readConfig({ DATABASE_URL: 'mysql://me:verysecret@host/x' });
    expect(read).toThrow(/DATABASE_URL/);
    expect(read).not.toThrow(/verysecret/);
  });

  it.each([
    [{ CLOCK: '2026-11-23T09:00:00Z' }, true],
    [{ CLOCK: '2026-11-23T09:00:00Z', HOST: '0.0.0.0' }, false],
    [{ CLOCK: 'yesterday' }, false],
  ])('a clock for demonstrations exists on loopback only: %o', (env, allowed) => {
    const read = () => readConfig(env);
    if (allowed) expect(read().clock).toBe(env.CLOCK);
    else expect(read).toThrow(/CLOCK/);
  });

  const oidc = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'eli4u', OIDC_CLIENT_SECRET: 's' };
  it.each([
    [{}, 'demo'],
    [{ HOST: '::1' }, 'demo'],
    [{ BASE_URL: 'https://localhost' }, 'demo'],
    [{ BASE_URL: 'http://[::1]:3000' }, 'demo'],
    [{ HOST: '0.0.0.0' }, 'none'],
    [{ HOST: '0.0.0.0', BASE_URL: 'http://localhost:3000' }, 'none'],
    [{ BASE_URL: 'https://archivi.example.it' }, 'none'],
    [{ BASE_URL: 'https://127.0.0.1.example.it' }, 'none'],
    [oidc, 'oidc'],
    [{ ...oidc, HOST: '0.0.0.0', BASE_URL: 'https://archivi.example.it' }, 'oidc'],
  ])('people sign in, with %o, by: %s', (env, kind) => expect(readConfig(env).signIn.kind).toBe(kind));

  it('wants the client of an identity provider whole, and never shows its secret', () => {
    expect(() => readConfig({ ...oidc, OIDC_CLIENT_ID: '' })).toThrow(/OIDC_CLIENT_ID/);
    expect(() => readConfig({ OIDC_ISSUER: oidc.OIDC_ISSUER, PORT: 'x' })).toThrow(/PORT/);
    expect(() => readConfig({ ...oidc, PORT: 'x' })).not.toThrow(/"s"/);
  });

  it('drops the slash at the end of BASE_URL', () =>
    expect(readConfig({ BASE_URL: 'https://archivi.example.it/' }).web.baseUrl).toBe('https://archivi.example.it'));
});

it.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['localhost', true],
  ['::1', true],
  ['127.0.0.1.example.it', false],
  ['0.0.0.0', false],
  ['192.168.1.1', false],
])('%s is loopback: %s', (host, is) => expect(isLoopback(host)).toBe(is));

describe('pagoPA', () => {
  const platform = { PAGOPA_URL: 'https://api.platform.pagopa.it/', PAGOPA_API_KEY: 'k' };
  const positions = {
    PAGOPA_SEGREGATION_CODE: '12',
    PAGOPA_IBAN: 'IT60X0542811101000000123456',
    PAGOPA_TAXONOMY_CODE: '9/0201138TS/',
  };

  it('is off by itself; with a key it sells stamps, with what positions are opened under everything', () => {
    expect(readConfig({}).pagoPa).toBeNull();
    expect(readConfig(platform).pagoPa).toEqual({
      url: 'https://api.platform.pagopa.it',
      apiKey: 'k',
      positions: null,
    });
    expect(readConfig({ ...platform, ...positions }).pagoPa?.positions).toEqual({
      segregationCode: '12',
      iban: 'IT60X0542811101000000123456',
      taxonomyCode: '9/0201138TS/',
    });
  });

  it.each([
    [{ PAGOPA_URL: 'https://a.example' }, /PAGOPA_API_KEY/],
    [{ ...platform, PAGOPA_IBAN: positions.PAGOPA_IBAN }, /PAGOPA_SEGREGATION_CODE[\s\S]*PAGOPA_TAXONOMY_CODE/],
    [{ ...platform, ...positions, PAGOPA_IBAN: 'IT60' }, /PAGOPA_IBAN/],
    [{ ...platform, ...positions, PAGOPA_SEGREGATION_CODE: '1' }, /PAGOPA_SEGREGATION_CODE/],
    [{ ...platform, ...positions, PAGOPA_TAXONOMY_CODE: 'bollo' }, /PAGOPA_TAXONOMY_CODE/],
  ])('%j is told', (env, said) => expect(() => readConfig(env)).toThrow(said));
});
