import { stat } from 'node:fs/promises';
import { encode } from 'next-auth/jwt';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { idleSeconds, longestSeconds } from '#lib/auth/session-token.ts';
import { readConfig } from '#lib/config.ts';
import { attachDatabase } from '#lib/store/cluster.ts';
import { createPool } from '#lib/store/pool.ts';
import { freePort } from '#lib/store/postmaster.ts';
import { secret } from '#lib/store/secret.ts';
import { createSessionStore } from '#lib/store/sessions/session-store.ts';
import { withClient } from '#lib/store/prepare-database.ts';
import { CookieJar } from '#tests/setup/cookie-jar.ts';
import { providerClient, startIdentityProvider, type IdentityProvider } from '#tests/setup/identity-provider.ts';
import {
  killLeftovers,
  launch,
  preparedDataFolder,
  removeDataFolder,
  type Environment,
  type Running,
} from '#tests/setup/launcher.ts';

const serving = /ELI4U is running at/;
let dataDir: string;
let port: string;
let url: string;

beforeAll(async () => {
  dataDir = await preparedDataFolder();
  port = String(await freePort(null));
  url = `http://127.0.0.1:${port}`;
});
afterEach(() => killLeftovers(dataDir));
afterAll(() => removeDataFolder(dataDir));

async function served(env: Environment): Promise<Running> {
  const site = launch({ DATA_DIR: dataDir, PORT: port, ...env });
  await site.until(serving);
  return site;
}

const persona = (jar: CookieJar, csrfToken: string) =>
  jar.ask('/api/auth/callback/demo', { csrfToken, persona: 'dirigente', callbackUrl: '/' });

// The pages may have to be built first.
describe('signing in', { timeout: 600_000 }, () => {
  it.each<[string, Environment]>([
    ['a site bound to every address', { HOST: '0.0.0.0' }],
    ['a site behind a public address', { BASE_URL: 'https://archivi.example.it' }],
  ])('there is no way into %s that has no identity provider', async (_, env) => {
    await served(env);
    const jar = new CookieJar(url);
    for (const path of ['/accedi', '/esci', '/api/auth/csrf', '/api/auth/session', '/api/auth/signin'])
      expect([path, (await jar.ask(path)).status]).toEqual([path, 404]);
    expect(await persona(jar, 'x')).toMatchObject({ status: 404, setCookies: [] });
    const home = await jar.ask('/');
    expect(home.status).toBe(200);
    expect(home.text).not.toContain('/accedi');
    expect(jar.cookies.size).toBe(0);
  });

  it('on one’s own machine the secret is made for the owner alone, and a session outlives a start', async () => {
    await served({});
    const jar = new CookieJar(url);
    const token = CookieJar.formToken((await jar.ask('/accedi')).text);
    expect(await persona(jar, token)).toMatchObject({ status: 303, location: '/' });
    expect((await jar.ask('/')).text).toContain('Laura Tonello');
    const mode = (await stat(`${dataDir}/secrets/auth`)).mode & 0o777;
    expect(mode).toBe(0o600);
    await killLeftovers();
    await served({});
    expect((await jar.ask('/')).text).toContain('Laura Tonello');
  });

  it('a session in use is renewed, one left alone for eight hours is over', async () => {
    await served({});
    const database = await attachDatabase(readConfig({ DATA_DIR: dataDir }));
    const begun = async (then: number) => {
      const pool = createPool(database.appUrl, { applicationName: 'test', max: 1 });
      const sessions = createSessionStore(pool, { idleSeconds, longestSeconds });
      const who = { kind: 'staff', id: 'operatore' } as const;
      const { id: sid, turn } = await sessions.begin(
        { who, by: 'demo', assurance: null, knownBy: null, browser: '' },
        new Date(then),
      );
      await pool.end();
      return { sid, turn };
    };
    const key = await secret(dataDir, 'auth');
    const name = 'authjs.session-token';
    const from = async (minutesAgo: number): Promise<CookieJar> => {
      const then = Date.now() - minutesAgo * 60_000;
      const token = { who: { kind: 'staff', id: 'operatore' }, ...(await begun(then)), since: Math.floor(then / 1000) };
      vi.useFakeTimers({ toFake: ['Date'], now: then });
      const cookie = await encode({ token, secret: key, salt: name, maxAge: idleSeconds });
      vi.useRealTimers();
      const jar = new CookieJar(url);
      jar.cookies.set(name, cookie);
      return jar;
    };
    const renews = async (minutesAgo: number) => {
      const jar = await from(minutesAgo);
      const { text, setCookies } = await jar.ask('/');
      return {
        isIn: text.includes('Giulia Rampazzo'),
        renewed: setCookies.some((cookie) => cookie.startsWith(`${name}=ey`)),
      };
    };
    expect(await renews(4)).toEqual({ isIn: true, renewed: false });
    expect(await renews(6)).toEqual({ isIn: true, renewed: true });
    expect(await renews(8 * 60 - 1)).toEqual({ isIn: true, renewed: true });
    expect(await renews(8 * 60 + 1)).toEqual({ isIn: false, renewed: false });
    await database.release();
  });

  it('over TLS its cookies go over TLS alone', async () => {
    await served({ BASE_URL: 'https://localhost:8443' });
    const jar = new CookieJar(url);
    const token = CookieJar.formToken((await jar.ask('/accedi')).text);
    const { setCookies } = await persona(jar, token);
    const session = setCookies.find((cookie) => cookie.startsWith('__Secure-authjs.session-token='));
    expect(session).toMatch(/; Secure/i);
    expect(session).toMatch(/; HttpOnly/i);
    expect(session).toMatch(/; SameSite=Lax/i);
  });
});

describe('an identity provider', { timeout: 600_000 }, () => {
  let provider: IdentityProvider;
  beforeAll(async () => {
    provider = await startIdentityProvider();
  });
  afterAll(() => provider.close());

  async function comesBack(jar: CookieJar, csrfToken: string) {
    const leaving = await jar.ask('/api/auth/signin/staff', { csrfToken, callbackUrl: '/saved' });
    expect(leaving.status).toBe(200);
    const to = /url=([^"]+)"/.exec(leaving.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(to.startsWith(`${provider.issuer}/authorize?`)).toBe(true);
    const back = (await jar.ask(to)).location ?? '';
    expect(back.startsWith(`${url}/api/auth/callback/staff?`)).toBe(true);
    return jar.ask(back);
  }

  it('lets in whom the staff knows, tells the others clearly, and leaves no button', async () => {
    const database = await attachDatabase(readConfig({ DATA_DIR: dataDir }));
    await withClient(database.appUrl, (client) =>
      client.query(
        `INSERT INTO eli4u.staff_member (id, name, email) VALUES ('nina', 'Nina Bassi', 'nina@comune.example') ON CONFLICT DO NOTHING`,
      ),
    );
    const site = await served({
      BASE_URL: url,
      ADMIN_EMAIL: 'ced@comune.example',
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: providerClient.id,
      OIDC_CLIENT_SECRET: providerClient.secret,
    });
    await database.release();
    const jar = new CookieJar(url);
    const page = (await jar.ask('/accedi?returnTo=/saved')).text;
    expect(page).not.toContain('persona');
    const token = CookieJar.formToken(page);
    expect(await persona(jar, token)).toMatchObject({ status: 404 });

    const acr = 'https://www.spid.gov.it/SpidL2';
    provider.account = { sub: 's-1', email: 'somebody@comune.example', acr };
    expect(await comesBack(jar, token)).toMatchObject({ status: 303, location: '/accedi?error=unknown' });
    const told = (await jar.ask('/accedi?error=unknown')).text;
    expect(told).toContain('non è ancora fra le persone');
    expect(told).toContain('ced@comune.example');
    expect((await jar.ask('/')).text).toContain('/accedi');

    provider.account = { sub: 's-2', email: 'nina@comune.example', email_verified: true, acr };
    expect(await comesBack(jar, token)).toMatchObject({ status: 303, location: '/saved' });
    expect((await jar.ask('/')).text).toContain('Nina Bassi');

    expect(site.said()).not.toMatch(/sign-in:/);

    // A code that somebody else got, or an answer to no question of ours.
    const stranger = new CookieJar(url);
    const refused = await stranger.ask('/api/auth/callback/staff?code=x&state=y');
    expect(refused.location).toMatch(/^\/accedi\?error=/);
    expect(stranger.cookies.has('authjs.session-token')).toBe(false);
  });
});
