import { describe, expect, it } from 'vitest';
import { encode } from 'next-auth/jwt';
import { readSessionCookie } from '#lib/auth/read-cookie.ts';
import { idleSeconds, keyOf, longestSeconds, readToken, renewAfterSeconds } from '#lib/auth/session-token.ts';

const who = { kind: 'staff', id: 'ada' } as const;
const sid = '8b0f2c9e-7c1a-4c52-9d0e-3f1b2a4d5e6f';
const token = (since: number, iat: number) => ({ who, sid, turn: 2, since, iat, exp: iat + idleSeconds });
const t0 = 1_764_000_000;

describe('a session', () => {
  it.each([
    ['just signed in', t0, t0, t0, { ends: t0 + idleSeconds, renew: false }],
    ['a second before eight idle hours', t0, t0, t0 + idleSeconds - 1, { ends: t0 + idleSeconds, renew: true }],
    ['eight idle hours on', t0, t0, t0 + idleSeconds, null],
    ['in use, renewed', t0, t0 + 7 * 3600, t0 + 9 * 3600, { ends: t0 + 7 * 3600 + idleSeconds, renew: true }],
    [
      'in use for a day, nearly',
      t0,
      t0 + 20 * 3600,
      t0 + longestSeconds - 1,
      { ends: t0 + longestSeconds, renew: true },
    ],
    ['in use for a day', t0, t0 + 20 * 3600, t0 + longestSeconds, null],
    ['not yet old enough to renew', t0, t0, t0 + renewAfterSeconds - 1, { ends: t0 + idleSeconds, renew: false }],
  ])('%s', (_, since, iat, now, expected) =>
    expect(readToken(token(since, iat), now)).toEqual(
      expected && { who, key: { id: sid, turn: 2 }, latest: since + longestSeconds, ...expected },
    ),
  );

  it.each([
    null,
    {},
    { ...token(t0, t0), who: undefined },
    { ...token(t0, t0), who: { kind: 'root', id: 'x' } },
    { ...token(t0, t0), since: 'yesterday' },
    { ...token(t0, t0), sid: undefined },
    { ...token(t0, t0), turn: 1.5 },
    { ...token(t0, t0), exp: undefined },
  ])('%o is none', (payload) => expect(readToken(payload, t0)).toBeNull());

  it.each([
    [
      { sid, turn: 3 },
      { id: sid, turn: 3 },
    ],
    [{ sid, turn: -1 }, null],
    [{ sid: 'x', turn: 0 }, null],
    [{ who }, null],
    [null, null],
  ])('the key of %j is %j', (payload, key) => expect(keyOf(payload)).toEqual(key));
});

describe('its cookie', () => {
  const name = 'authjs.session-token';
  const now = Math.floor(Date.now() / 1000);
  const sealed = (secret: string, salt = name) =>
    encode({ token: { who, sid, turn: 0, since: now }, secret, salt, maxAge: idleSeconds });

  it('is read with the secret of this installation', async () =>
    expect(await readSessionCookie(await sealed('s1'), name, 's1', now)).toMatchObject({ who }));

  it.each<[string, () => string | undefined | Promise<string>]>([
    ['of another installation', () => sealed('s2')],
    ['sealed under another name', () => sealed('s1', 'authjs.csrf-token')],
    ['that somebody wrote', () => 'eyJhbGciOiJub25lIn0.e30.'],
    ['cut short', async () => (await sealed('s1')).slice(0, -3)],
    ['that is not there', () => undefined],
  ])('%s is none', async (_, make) => expect(await readSessionCookie(await make(), name, 's1', now)).toBeNull());
});
