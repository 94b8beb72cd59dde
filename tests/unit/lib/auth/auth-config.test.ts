import { describe, expect, it } from 'vitest';
import { authConfig, type AuthSettings } from '#lib/auth/auth-config.ts';
import { leavingPage } from '#lib/auth/leaving-page.ts';
import type { SessionStore } from '#lib/store/sessions/session-store.ts';
import type { StaffStore, Who } from '#lib/store/staff/staff-store.ts';

const sid = '8b0f2c9e-7c1a-4c52-9d0e-3f1b2a4d5e6f';
const asked: unknown[] = [];
const staff = {
  findPersona: (persona) => Promise.resolve(persona === 'operatore' ? { kind: 'staff', id: 'ada' } : null),
  matchAccount: ({ subject, email, emailDoubtful }) =>
    Promise.resolve(subject === 'known' ? { kind: 'staff', id: `${email} ${emailDoubtful}` } : null),
} satisfies Partial<StaffStore> as unknown as StaffStore;
const sessions = {
  begin: (begun) => {
    asked.push(begun);
    return Promise.resolve({ id: sid, turn: 0 });
  },
  renew: ({ id, turn }) => Promise.resolve(turn < 9 ? { id, turn: turn + 1 } : null),
  end: (id) => Promise.resolve(void asked.push(id)),
} satisfies Partial<SessionStore> as unknown as SessionStore;

const config = (further: Partial<AuthSettings> = {}) =>
  authConfig({
    signIn: { kind: 'demo' },
    secret: 's',
    baseUrl: 'http://localhost:3000',
    staff,
    sessions,
    browser: 'Firefox',
    now: () => new Date(1_000_000),
    ...further,
  });
const oidc = { kind: 'oidc', issuer: 'https://id.example', clientId: 'c', clientSecret: 's' } as const;

/** Calls a hook as next-auth does, which knows more of its arguments than we read. */
const call = (hook: unknown, argument: unknown): unknown =>
  typeof hook === 'function' ? (hook as (argument: unknown) => unknown)(argument) : 'no hook';

describe('next-auth here', () => {
  it('has the buttons only for the demonstration, the identity provider only where one is named', () => {
    const ids = (further: Partial<AuthSettings>) =>
      config(further).providers.map((provider) => ('id' in provider ? provider.id : null));
    expect(ids({})).toEqual(['demo']);
    expect(ids({ signIn: oidc })).toEqual(['oidc']);
    expect(ids({ signIn: { kind: 'none' } })).toEqual([]);
  });

  it('keeps to TLS where the address does', () => {
    expect(config().useSecureCookies).toBe(false);
    expect(config({ baseUrl: 'https://archivi.example' }).useSecureCookies).toBe(true);
  });

  it('lets in by a button that is there', async () => {
    const [provider] = config().providers;
    const authorize: unknown = provider && Reflect.get(provider, 'authorize');
    expect(await call(authorize, { persona: 'operatore' })).toEqual({ who: { kind: 'staff', id: 'ada' } });
    for (const persona of ['archivista', 'root', '', undefined, ['operatore']])
      expect(await call(authorize, { persona })).toBeNull();
  });

  it('asks who an account is, and sends away whom nobody knows', async () => {
    const settings = config({ signIn: oidc });
    const [provider] = settings.providers;
    const profile: unknown = provider && Reflect.get(provider, 'profile');
    const known = await call(profile, { sub: 'known', email: 'a@b.example', email_verified: false });
    expect(known).toEqual({ id: 'known', who: { kind: 'staff', id: 'a@b.example true' } });
    expect(call(settings.callbacks?.signIn, { user: known })).toBe(true);
    const unknown = await call(profile, { sub: 'x', email: 'no address', email_verified: 'yes' });
    expect(call(settings.callbacks?.signIn, { user: unknown })).toBe('/accedi?error=unknown');
  });

  it('keeps in the cookie who it is, since when, and the key of the session, and nothing else', async () => {
    const who: Who = { kind: 'citizen', id: 'a' };
    const { jwt } = config({ signIn: oidc }).callbacks ?? {};
    const signIn = {
      token: { name: 'n', email: 'e' },
      user: { who },
      profile: { acr: 'https://www.spid.gov.it/SpidL2' },
    };
    expect(await call(jwt, signIn)).toEqual({ who, sid, turn: 0, since: 1000 });
    expect(asked.pop()).toEqual({ who, by: 'oidc', assurance: 'https://www.spid.gov.it/SpidL2', browser: 'Firefox' });
    expect(await call(jwt, { token: { who, sid, turn: 3, since: 1000 } })).toEqual({ who, sid, turn: 4, since: 1000 });
    expect(await call(jwt, { token: { who, sid, turn: 9, since: 1000 } })).toBeNull();
    expect(await call(jwt, { token: { who, since: 1000 } })).toBeNull();
  });

  it('tells a script when the session ends, and not whose it is', () =>
    expect(call(config().callbacks?.session, { session: { expires: 'then', user: { name: 'x' } }, token: {} })).toEqual(
      { expires: 'then' },
    ));

  it('leads to pages of ours alone', () => {
    const { redirect } = config().callbacks ?? {};
    expect(call(redirect, { url: '/saved' })).toBe('http://localhost:3000/saved');
    expect(call(redirect, { url: 'http://localhost:3000/saved' })).toBe('http://localhost:3000/saved');
    expect(call(redirect, { url: '/accedi?error=unknown' })).toBe('http://localhost:3000/accedi?error=unknown');
    expect(call(redirect, { url: 'https://evil.example' })).toBe('http://localhost:3000/');
  });

  it('ends the session of who goes', async () => {
    await call(config().events?.signOut, { token: { sid, turn: 4, since: 1 } });
    await call(config().events?.signOut, { token: null });
    expect(asked).toEqual([sid]);
  });
});

it('the page that leads to the identity provider holds its address as text', () =>
  expect(leavingPage(`https://id.example/?a=1&b="><script>`)).not.toContain('<script>'));
