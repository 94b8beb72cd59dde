import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { grace } from '#lib/access/session-turn.ts';
import { createPool } from '#lib/store/pool.ts';
import { forgetSessions } from '#lib/store/sessions/forget-sessions.ts';
import { createSessionStore, type SessionKey } from '#lib/store/sessions/session-store.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

const hour = 3_600_000;
const start = Date.parse('2026-11-26T08:00:00Z');
const after = (milliseconds: number) => new Date(start + milliseconds);
const who = { kind: 'citizen', id: 'anna' } as const;
const found = { ...who, knownBy: 'digitalIdentity' } as const;

let database: FreshDatabase;
let pool: pg.Pool;
let sessions: ReturnType<typeof createSessionStore>;
beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
  sessions = createSessionStore(pool, { idleSeconds: 8 * 3600, longestSeconds: 24 * 3600 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(() => pool.query('DELETE FROM eli4u.sign_in_session'));

const begin = (browser = 'Firefox') =>
  sessions.begin({ who, by: 'oidc', assurance: 'SpidL2', knownBy: 'digitalIdentity', browser }, after(0));
const renewed = async (key: SessionKey, at: Date): Promise<SessionKey> => {
  const next = await sessions.renew(key, at);
  if (!next) throw new Error('the session is over');
  return next;
};
const lastAudit = async () =>
  (await pool.query('SELECT actor, action, subject_id, details FROM eli4u.audit_event ORDER BY id DESC LIMIT 1'))
    .rows[0];

describe('a session', () => {
  it('is somebody’s, and noted', async () => {
    expect(await sessions.find(await begin(), after(1))).toEqual(found);
    expect(await lastAudit()).toEqual({
      actor: 'citizen:anna',
      action: 'signedIn',
      subject_id: 'anna',
      details: { by: 'oidc', assurance: 'SpidL2' },
    });
  });

  it('is over after eight hours alone; in use, after a day', async () => {
    let key = await begin();
    expect(await sessions.find(key, after(8 * hour - 1))).toEqual(found);
    expect(await sessions.find(key, after(8 * hour))).toBeNull();
    expect(await sessions.renew(key, after(8 * hour))).toBeNull();
    key = await begin();
    for (const at of [6, 12, 18, 23]) key = await renewed(key, after(at * hour));
    expect(await sessions.find(key, after(24 * hour - 1))).toEqual(found);
    expect(await sessions.find(key, after(24 * hour))).toBeNull();
  });

  it('is ended by who goes, and a cookie that was kept opens nothing', async () => {
    const key = await begin();
    await sessions.end(key.id, after(1));
    expect(await sessions.find(key, after(2))).toBeNull();
    expect(await sessions.renew(key, after(2))).toBeNull();
    expect(await lastAudit()).toMatchObject({ action: 'signedOut' });
  });

  it('is ended everywhere at once, the others’ are not', async () => {
    const mine = [await begin('Firefox'), await begin('Safari')];
    const theirs = await sessions.begin(
      { who: { kind: 'staff', id: 'anna' }, by: 'demo', assurance: null, knownBy: null, browser: '' },
      after(0),
    );
    expect((await sessions.findOpen(who, after(1))).map(({ browser }) => browser).sort()).toEqual([
      'Firefox',
      'Safari',
    ]);
    expect(await sessions.endAll(who, after(2))).toBe(2);
    for (const key of mine) expect(await sessions.find(key, after(3))).toBeNull();
    expect(await sessions.find(theirs, after(3))).toEqual({ kind: 'staff', id: 'anna', knownBy: null });
    expect(await sessions.findOpen(who, after(3))).toEqual([]);
    expect(await lastAudit()).toMatchObject({ action: 'signedOutEverywhere', details: { sessions: 2 } });
  });

  it('turns its key: requests sent together agree, a lost answer does no harm', async () => {
    const first = await begin();
    const [a, b] = await Promise.all([renewed(first, after(hour)), renewed(first, after(hour))]);
    expect(a).toEqual(b);
    // The answer was lost: the old one still serves, until the new one is seen.
    expect(await sessions.find(first, after(2 * hour))).toEqual(found);
    await Promise.all([sessions.find(a, after(3 * hour)), sessions.find(b, after(3 * hour))]);
    expect(await sessions.find(first, after(3 * hour + grace - 1))).toEqual(found);
    expect(await renewed(first, after(3 * hour + grace - 1))).toEqual(a);
  });

  it('two who hold a copy are both out, and it is noted', async () => {
    const stolen = await begin();
    const next = await renewed(stolen, after(hour));
    expect(await sessions.find(next, after(hour + 1))).toEqual(found);
    expect(await sessions.find(stolen, after(2 * hour))).toBeNull();
    expect(await sessions.find(next, after(2 * hour))).toBeNull();
    expect(await lastAudit()).toMatchObject({ actor: 'citizen:anna', action: 'sessionCopied' });
  });

  it('that nobody began is none', async () =>
    expect(await sessions.find({ id: '8b0f2c9e-7c1a-4c52-9d0e-3f1b2a4d5e6f', turn: 0 }, after(0))).toBeNull());

  it('is forgotten a month after it was over', async () => {
    await begin();
    const over = 8 * hour + 30 * 24 * hour;
    expect(await forgetSessions(pool, after(over))).toBe(0);
    expect(await forgetSessions(pool, after(over + 1))).toBe(1);
  });
});
