import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { StaffSession } from '#lib/access/session.ts';
import { idleSeconds, longestSeconds } from '#lib/auth/session-token.ts';
import { cookieSeconds, writePass } from '#lib/iiif/auth/pass.ts';
import { createPool } from '#lib/store/pool.ts';
import { createSessionStore } from '#lib/store/sessions/session-store.ts';
import { createStaffStore } from '#lib/store/staff/staff-store.ts';
import { putPages } from '#tests/builders/images.ts';
import { loadDemoHoldings } from '#tests/bench/relevance/demo-holdings.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';
import { serveImages, type ImageServer } from '#tests/setup/image-server.ts';

const viewer = 'https://viewer.example.org';
const archivist: StaffSession = {
  kind: 'staff',
  member: 'archivist',
  name: 'A',
  roles: [{ role: 'archivist', unit: null, types: null }],
  agent: null,
};
let database: FreshDatabase;
let pool: pg.Pool;
let dataDir: string;
let server: ImageServer;
let id = '';
let other = '';
let sessionId = '';

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-image-auth-'));
  await loadDemoHoldings(pool);
  const { rows } = await pool.query<{ id: string }>(
    `UPDATE eli4u.record SET visibility = 'described' WHERE id IN (SELECT id FROM eli4u.record WHERE level = 'file' AND visibility = 'open'
       AND NOT digital ORDER BY id LIMIT 2) RETURNING id`,
  );
  [id = ''] = await putPages(pool, dataDir, rows[0]?.id ?? '', { pages: 1 });
  [other = ''] = await putPages(pool, dataDir, rows[1]?.id ?? '', { pages: 1 });
  const sessions = createSessionStore(pool, { idleSeconds, longestSeconds });
  const who = { kind: 'staff', id: archivist.member } as const;
  sessionId = (await sessions.begin({ who, by: 'demo', assurance: null, knownBy: null, browser: 'test' }, new Date()))
    .id;
  const staff = { ...createStaffStore(pool), findSession: () => Promise.resolve(archivist) };
  server = await serveImages(pool, dataDir, {}, { signIn: { kind: 'demo' }, sessions, staff });
}, 120_000);
afterAll(async () => {
  await server.close();
  await pool.end();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const cookieOf = (origin: string | null, change: object = {}): string => {
  const ends = Math.floor(Date.now() / 1000) + cookieSeconds;
  const pass = { use: 'cookie', session: sessionId, origin, record: null, ends, ...change } as const;
  return `eli4u-images=${writePass(pass, 'secret of the tests')}`;
};
const ask = (place: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/iiif/${place}`, { headers, redirect: 'manual' });
const status = async (image: string, cookie?: string) =>
  (await ask(`image/${image}/full/!100,100/0/default.jpg`, cookie ? { cookie } : {})).status;

/** What the page tells that is loaded in a frame. */
async function told(origin: string, cookie?: string): Promise<Record<string, unknown>> {
  const query = new URLSearchParams({ messageId: 'm"<1>', origin }).toString();
  const response = await ask(`auth/token/${id}?${query}`, cookie ? { cookie } : {});
  expect(response.headers.get('content-security-policy')).toContain(`frame-ancestors ${origin}`);
  expect(response.headers.get('x-frame-options')).toBeNull();
  const [, message = '', to = ''] = /postMessage\((.*),("[^"]*")\)<\/script>/.exec(await response.text()) ?? [];
  expect(JSON.parse(to)).toBe(origin);
  return z.record(z.string(), z.unknown()).parse(JSON.parse(message));
}

it('who is signed in nowhere is sent to sign in, and comes back', async () => {
  const response = await ask(`auth/access/${id}?origin=${encodeURIComponent(viewer)}`);
  const location = new URL(response.headers.get('location') ?? '');
  expect([response.status, location.pathname]).toEqual([303, '/accedi']);
  expect(location.searchParams.get('returnTo')).toBe(`/iiif/auth/access/${id}?origin=${encodeURIComponent(viewer)}`);
  expect((await ask(`auth/access/${id}?origin=javascript:alert(1)`)).status).toBe(400);
});

it('who may see them is given a cookie, a token, the images', async () => {
  const cookie = cookieOf(viewer);
  const access = await ask(`auth/access/${id}?origin=${encodeURIComponent(viewer)}`, { cookie });
  expect(access.status).toBe(200);
  expect(access.headers.get('set-cookie')).toMatch(
    /^eli4u-images=[\w.-]+; Path=\/iiif\/; HttpOnly; Max-Age=3600; SameSite=Lax$/,
  );
  expect([await status(id), await status(id, cookie)]).toEqual([401, 200]);
  const message = await told(viewer, cookie);
  expect(message).toMatchObject({ type: 'AuthAccessToken2', messageId: 'm"<1>', expiresIn: 600 });
  const bearer = { authorization: `Bearer ${String(message['accessToken'])}` };
  expect(await (await ask(`auth/probe/${id}`, bearer)).json()).toMatchObject({ type: 'AuthProbeResult2', status: 200 });
  // The token is for the images of that record, and is no cookie.
  expect(await (await ask(`auth/probe/${other}`, bearer)).json()).toMatchObject({ status: 401 });
  expect(await status(id, `eli4u-images=${String(message['accessToken'])}`)).toBe(401);
});

it('a page of another site is let in by who is signed in, asked once and for that page alone', async () => {
  const access = (origin: string, cookie: string, consent?: string) =>
    ask(`auth/access/${id}?${new URLSearchParams({ origin, ...(consent ? { consent } : {}) })}`, { cookie });
  const own = cookieOf(null);
  const question = await access(viewer, own);
  const text = await question.text();
  expect([question.status, question.headers.get('set-cookie')]).toEqual([200, null]);
  expect(text).toContain(viewer);
  const [, consent = ''] = /consent=([\w.-]+)"/.exec(text) ?? [];
  expect((await access(viewer, own, consent)).headers.get('set-cookie')).toMatch(/^eli4u-images=/);
  // Neither for another page, nor by what is sealed for something else, nor twisted.
  for (const [origin, given] of [
    ['https://elsewhere.example.org', consent],
    [viewer, own.slice('eli4u-images='.length)],
    [viewer, `${consent}x`],
  ] as const)
    expect((await access(origin, own, given)).headers.get('set-cookie')).toBeNull();
  // Our own pages are not asked about, nor is one that was let in.
  expect((await access(new URL(server.url).origin, own)).headers.get('set-cookie')).toMatch(/^eli4u-images=/);
  expect((await access(viewer, cookieOf(viewer))).headers.get('set-cookie')).toMatch(/^eli4u-images=/);
});

it('no other page is told a token', async () => {
  expect(await told('https://elsewhere.example.org', cookieOf(viewer))).toMatchObject({
    type: 'AuthAccessTokenError2',
    profile: 'invalidOrigin',
  });
  expect(await told(viewer)).toMatchObject({ profile: 'missingAspect' });
  expect(await told(viewer, cookieOf(viewer, { ends: 1 }))).toMatchObject({ profile: 'expiredAspect' });
  expect((await ask(`auth/token/${id}?messageId=1&origin=null`)).status).toBe(400);
  expect(await status(id, `${cookieOf(viewer)}x`)).toBe(401);
});

it('ends with the session', async () => {
  const cookie = cookieOf(viewer);
  expect(await status(other, cookie)).toBe(200);
  const out = await ask('auth/logout', { cookie });
  expect(out.headers.get('set-cookie')).toMatch(/^eli4u-images=; .*Max-Age=0/);
  await pool.query('UPDATE eli4u.sign_in_session SET ended_at = now(), ended_why = $2 WHERE id = $1', [
    sessionId,
    'signedOut',
  ]);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(await status(other, cookie)).toBe(401);
  expect(await told(viewer, cookie)).toMatchObject({ profile: 'expiredAspect' });
});
