import { describe, expect, it } from 'vitest';
import { authConfig, type AuthSettings } from '#lib/auth/auth-config.ts';
import { leavingPage } from '#lib/auth/leaving-page.ts';
import { newSignInLink } from '#lib/channels/sign-in-link.ts';
import { signedLink } from '#lib/channels/signed-link.ts';
import type { CitizenStore } from '#lib/store/citizens/citizen-store.ts';
import type { EmailAccountStore } from '#lib/store/email-accounts/email-account-store.ts';
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

const citizens = {
  match: (person) => {
    asked.push(person);
    return Promise.resolve({ kind: 'citizen', id: person.taxCode ?? 'foreigner' });
  },
} satisfies CitizenStore;

const emailAccounts = {
  use: ({ name }) =>
    Promise.resolve(name === '' ? { kind: 'nameWanted' } : { kind: 'in', who: { kind: 'citizen', id: name } }),
} satisfies Partial<EmailAccountStore> as unknown as EmailAccountStore;

const config = (further: Partial<AuthSettings> = {}) =>
  authConfig({
    signIn: { kind: 'demo' },
    secret: 's',
    baseUrl: 'http://localhost:3000',
    staff,
    citizens,
    emailAccounts: null,
    sessions,
    browser: 'Firefox',
    now: () => new Date(1_000_000),
    ...further,
  });
const oidc = {
  kind: 'oidc',
  issuer: 'https://id.example',
  clientId: 'c',
  clientSecret: 's',
  citizenAcr: ['L2'],
  staffAcr: ['L2', 'L3'],
} as const;

/** Calls a hook as next-auth does, which knows more of its arguments than we read. */
const call = (hook: unknown, argument: unknown): unknown =>
  typeof hook === 'function' ? (hook as (argument: unknown) => unknown)(argument) : 'no hook';

describe('next-auth here', () => {
  it('has the buttons only for the demonstration, the identity provider only where one is named', () => {
    const ids = (further: Partial<AuthSettings>) =>
      config(further).providers.map((provider) => ('id' in provider ? provider.id : null));
    expect(ids({})).toEqual(['demo']);
    expect(ids({ signIn: oidc })).toEqual(['oidc', 'staff']);
    expect(ids({ signIn: { kind: 'none' } })).toEqual([]);
    expect(ids({ signIn: oidc, emailAccounts })).toEqual(['oidc', 'staff', 'email']);
  });

  it('keeps to TLS where the address does', () => {
    expect(config().useSecureCookies).toBe(false);
    expect(config({ baseUrl: 'https://archivi.example' }).useSecureCookies).toBe(true);
  });

  it('lets in by a button that is there', async () => {
    const [provider] = config().providers;
    const authorize: unknown = provider && Reflect.get(provider, 'authorize');
    expect(await call(authorize, { persona: 'operatore' })).toMatchObject({ who: { kind: 'staff', id: 'ada' } });
    for (const persona of ['archivista', 'root', '', undefined, ['operatore']])
      expect(await call(authorize, { persona })).toBeNull();
  });

  const profileOf = (id: string) => {
    const provider = config({ signIn: oidc }).providers.find((one) => 'id' in one && one.id === id);
    const profile: unknown = provider && Reflect.get(provider, 'profile');
    return (claims: unknown): unknown =>
      typeof profile === 'function' ? (profile as (claims: unknown, tokens: object) => unknown)(claims, {}) : 'no hook';
  };
  const comesIn = (user: unknown) => call(config({ signIn: oidc }).callbacks?.signIn, { user });

  it('lets in staff that is known here, by two factors, and says why to the others', async () => {
    const profile = profileOf('staff');
    const known = await profile({ sub: 'known', acr: 'L2', email: 'a@b.example', email_verified: true });
    expect(known).toEqual({ id: 'known', who: { kind: 'staff', id: 'a@b.example false' } });
    for (const email_verified of [false, undefined, 'true'])
      expect(await profile({ sub: 'known', acr: 'L2', email: 'a@b.example', email_verified })).toMatchObject({
        who: { id: 'a@b.example true' },
      });
    expect(comesIn(known)).toBe(true);
    expect(comesIn(await profile({ sub: 'x', acr: 'L3', email: 'no address', email_verified: 'yes' }))).toBe(
      '/accedi?error=unknown',
    );
    for (const acr of ['L1', '', undefined, ['L2']])
      expect(comesIn(await profile({ sub: 'known', acr, email: 'a@b.example' }))).toBe('/accedi?error=oneFactor');
  });

  it('lets in any citizen that can be told apart', async () => {
    const profile = profileOf('oidc');
    const claims = { sub: 's', acr: 'L2', fiscalNumber: 'TINIT-RSSMRA80A01G224W', name: 'Maria', familyName: 'Rossi' };
    const known = await profile(claims);
    expect(known).toEqual({ id: 's', knownBy: 'digitalIdentity', who: { kind: 'citizen', id: 'RSSMRA80A01G224W' } });
    expect(asked.pop()).toMatchObject({ name: 'Maria Rossi', by: 'oidc', assurance: 'L2' });
    expect(comesIn(await profile({ sub: 's', acr: 'L2', name: 'Maria Rossi' }))).toBe('/accedi?error=noCode');
    for (const acr of ['L1', undefined])
      expect(comesIn(await profile({ ...claims, acr }))).toBe('/accedi?error=oneFactor');
  });

  it('lets in who another State vouches for, by its identifier', async () => {
    const claims = { sub: 'd', acr: 'L2', PersonIdentifier: 'DE/IT/4711', FirstName: 'Jürgen', FamilyName: 'Ott' };
    expect(await profileOf('oidc')(claims)).toMatchObject({ knownBy: 'eidas' });
    expect(asked.pop()).toMatchObject({
      name: 'Jürgen Ott',
      taxCode: null,
      foreignIdentifier: 'DE/IT/4711',
      assurance: 'L2',
    });
  });

  describe('of who comes in by e-mail', () => {
    const now = () => new Date(1_000_000);
    const [provider] = config({ signIn: { kind: 'none' }, emailAccounts }).providers;
    const comes = (token: unknown, name: unknown = 'Hannah') =>
      call(provider && Reflect.get(provider, 'authorize'), { t: token, name });
    const link = newSignInLink('s', now());

    it('lets in by a link of ours, as known by an address and nothing else', async () => {
      const user = await comes(link.token);
      expect(user).toEqual({ who: { kind: 'citizen', id: 'Hannah' }, knownBy: 'verifiedEmail' });
      const { jwt } = config({ signIn: oidc, emailAccounts }).callbacks ?? {};
      await call(jwt, { token: {}, user, account: { provider: 'email' } });
      expect(asked.pop()).toMatchObject({ by: 'email', assurance: 'email', knownBy: 'verifiedEmail' });
    });

    it.each<[string, unknown, string]>([
      ['was written by somebody else', newSignInLink('another', now()).token, 'link'],
      ['was made half an hour ago', newSignInLink('s', new Date(1_000_000 - 30 * 60_000)).token, 'link'],
      ['was cut short', link.token.slice(0, 40), 'link'],
      ['is for something else', signedLink('s', { for: 'unsubscribe', agent: 'a' }), 'link'],
      ['is several', [link.token], 'link'],
      ['is none', undefined, 'link'],
    ])('leaves outside whose link %s', async (_, token, why) => {
      const user = await comes(token);
      expect(user).toEqual({ refused: why });
      expect(await call(config().callbacks?.signIn, { user })).toBe(`/accedi?error=${why}`);
    });

    it('asks who is new for a name', async () => expect(await comes(link.token, '')).toEqual({ refused: 'linkName' }));
  });

  it('takes a citizen of whom nobody says by what they are known as known by the least', async () => {
    await call(config().callbacks?.jwt, { token: {}, user: { who: { kind: 'citizen', id: 'a' } } });
    expect(asked.pop()).toMatchObject({ knownBy: 'verifiedEmail' });
  });

  it('keeps in the cookie who it is, since when, and the key of the session, and nothing else', async () => {
    const who: Who = { kind: 'citizen', id: 'a' };
    const { jwt } = config({ signIn: oidc }).callbacks ?? {};
    const signIn = {
      token: { name: 'n', email: 'e' },
      user: { who, knownBy: 'digitalIdentity' },
      profile: { acr: 'https://www.spid.gov.it/SpidL2' },
    };
    expect(await call(jwt, signIn)).toEqual({ who, sid, turn: 0, since: 1000 });
    expect(asked.pop()).toEqual({
      who,
      by: 'oidc',
      assurance: 'https://www.spid.gov.it/SpidL2',
      knownBy: 'digitalIdentity',
      browser: 'Firefox',
    });
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
