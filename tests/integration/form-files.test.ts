import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, request as ask, type IncomingMessage, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sessionCookie } from '#lib/auth/cookie-name.ts';
import { composition } from '#lib/composition.ts';
import { longestForm, longestTyped } from '#lib/http/forms/form-limits.ts';
import { runForm } from '#lib/http/forms/form-run.ts';
import { refusedRequest } from '#lib/http/method-guard.ts';
import { ownOrigins } from '#lib/http/own-origins.ts';
import { readFile } from '#lib/http/read-file.ts';
import { carriesFiles, takeFiles } from '#lib/launcher/files-ahead.ts';
import { prepareStaff } from '#lib/launcher/prepare-staff.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';
import { syncTypes } from '#lib/store/procedures/sync-types.ts';
import type { Who } from '#lib/store/staff/staff-store.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

const pdf = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF';
const site = 'http://localhost:3000';
let database: FreshDatabase;
let dataDir: string;
let server: Server;
let port: number;
/** What the page behind was given. */
let given: { fields: [string, string][]; files: string[]; bytes: number } | null = null;

beforeAll(async () => {
  database = await freshDatabase();
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-form-files-'));
  Object.assign(process.env, { ELI4U_APP_URL: database.appUrl, DATA_DIR: dataDir, BASE_URL: site });
  await prepareStaff(database.appUrl, { signIn: { kind: 'demo' } });
  await syncTypes(composition().pool, createProcedureTypes('schemas/procedures').sources());
  const own = ownOrigins(site, '127.0.0.1', 3000);
  server = createServer((request, response) => {
    if (refusedRequest(request, response, own)) return;
    const answer = async () => {
      const asked = carriesFiles(request) ? await takeFiles(request, response) : request;
      if (!asked) return;
      await runForm(response, new Date(), async () => {
        given = await pageReads(asked);
        response.end('page');
      });
    };
    answer().catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(async () => {
  server.close();
  await composition().pool.end();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});
beforeEach(() => {
  given = null;
});

async function pageReads(asked: IncomingMessage): Promise<typeof given> {
  const parts: Buffer[] = [];
  for await (const part of asked) parts.push(part);
  const body = Buffer.concat(parts);
  expect(asked.headers['content-length']).toBe(String(body.length));
  const data = await new Response(body, {
    headers: { 'content-type': asked.headers['content-type'] ?? '' },
  }).formData();
  const fields: [string, string][] = [];
  const files: string[] = [];
  for (const [name, value] of data) {
    if (typeof value === 'string') fields.push([name, value]);
    else {
      const found = await readFile(value, ['pdf']);
      files.push(
        `${value.name}: ${found.kind}${found.kind === 'read' && 'received' in found.file ? ` ${found.file.received.sha256.slice(0, 8)}` : ''}`,
      );
    }
  }
  return { fields, files, bytes: body.length };
}

async function cookieFor(who: Who | null): Promise<string> {
  if (!who) return '';
  const now = Math.floor(Date.now() / 1000);
  const name = sessionCookie(site);
  const { authSecret, sessions } = composition();
  const secret = await authSecret();
  const knownBy = who.kind === 'citizen' ? 'demonstration' : null;
  const { id: sid, turn } = await sessions.begin(
    { who, by: 'demo', assurance: null, knownBy, browser: '' },
    new Date(),
  );
  return `${name}=${await encode({ token: { who, sid, turn, since: now }, secret, salt: name, maxAge: 3600 })}`;
}

const staff = (id: string): Who => ({ kind: 'staff', id });

interface Sent {
  who: Who | null;
  where: string;
  body: Buffer;
  type: string;
  /** Bytes after which the line goes dead. */
  cutAt?: number;
  /** What is said to come, where it is not what comes. */
  declared?: number;
}

async function send({ who, where, body, type, cutAt, declared }: Sent): Promise<{ status: number; text: string }> {
  const cookie = await cookieFor(who);
  return new Promise((resolve, reject) => {
    const asked = ask(
      {
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: where,
        headers: { 'content-type': type, 'content-length': declared ?? body.length, cookie, origin: site },
      },
      (answer) => {
        let text = '';
        answer.on('data', (part: Buffer) => (text += part.toString()));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      },
    );
    asked.on('error', reject);
    if (cutAt === undefined && declared === undefined) asked.end(body);
    else if (declared !== undefined) asked.write(body.subarray(0, 1000));
    else asked.write(body.subarray(0, cutAt), () => setTimeout(() => asked.destroy(new Error('cut')), 100));
  });
}

async function form(
  files: [string, string | Uint8Array<ArrayBuffer>][],
  fields: [string, string][] = [],
): Promise<Pick<Sent, 'body' | 'type'>> {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  for (const [name, content] of files) data.append('file', new File([content], name));
  const made = new Response(data);
  return { body: Buffer.from(await made.arrayBuffer()), type: made.headers.get('content-type') ?? '' };
}

const drafts = () => readdir(path.join(dataDir, 'documents', 'drafts')).catch(() => []);
async function noDrafts(): Promise<void> {
  for (let i = 0; i < 50 && (await drafts()).length > 0; i++) await sleep(50);
  expect(await drafts()).toEqual([]);
}
const register = '/protocollo/nuova';

describe('a form with files', () => {
  it('reaches its page without their bytes, and leaves nothing when the page has kept nothing', async () => {
    const large = Buffer.alloc(3 * longestTyped, '%PDF-1.4 ');
    const sent = await form(
      [
        ['grande.pdf', large],
        ['vuoto.pdf', ''],
        ['finto.pdf', '<html>'],
      ],
      [['object', 'Perizia']],
    );
    expect(await send({ who: staff('archivista'), where: register, ...sent })).toEqual({
      status: 200,
      text: 'page',
    });
    expect(given?.fields).toEqual([['object', 'Perizia']]);
    expect(given?.files).toEqual([
      expect.stringMatching(/^grande\.pdf: read /),
      'vuoto.pdf: empty',
      'finto.pdf: wrongFormat',
    ]);
    expect(given?.bytes).toBeLessThan(2000);
    await noDrafts();
  });

  it.each<[string, Who | null, string]>([
    ['nobody', null, register],
    ['a citizen', { kind: 'citizen', id: 'nobody-known' }, register],
    ['who does not keep the archive', staff('operatore'), '/archivio/repertori/delibere'],
    ['who keeps another desk', staff('archivista'), '/ufficio/nuova/patrocinio-x'],
    ['an officer, for a case that is not there', staff('operatore'), '/ufficio/pratiche/abc'],
  ])(
    '%s: a short one is answered by its page without the files, a long one by a page of words',
    async (_name, who, where) => {
      expect(
        (
          await send({
            who,
            where,
            ...(await form(
              [['a.pdf', pdf]],
              [
                ['title', 'Titolo'],
                ['case', 'abcdefgh'],
              ],
            )),
          })
        ).text,
      ).toBe('page');
      expect(given).toMatchObject({
        fields: [
          ['title', 'Titolo'],
          ['case', 'abcdefgh'],
        ],
        files: [],
      });
      given = null;
      const long = await form([['a.pdf', Buffer.alloc(longestTyped + 1)]], [['case', 'abcdefgh']]);
      const answer = await send({ who, where, ...long });
      expect([401, 403]).toContain(answer.status);
      expect(answer.text).toContain('Nessun documento');
      expect(given).toBeNull();
      await noDrafts();
    },
  );

  it('declared too long is refused in words before a byte of it is read', async () => {
    const sent = await form([['a.pdf', pdf.repeat(50)]]);
    const answer = await send({ who: staff('archivista'), where: register, ...sent, declared: longestForm + 1 });
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('I documenti sono troppo grandi');
    expect(given).toBeNull();
  });

  it('for which the disk has no room keeps what was typed, says so of each file with 507, and keeps nothing', async () => {
    const { room } = composition();
    Object.assign(composition(), { room: async () => false });
    try {
      const sent = await form(
        [
          ['a.pdf', pdf],
          ['b.pdf', Buffer.alloc(2 * longestTyped, pdf)],
        ],
        [['object', 'Perizia']],
      );
      expect(await send({ who: staff('archivista'), where: register, ...sent })).toEqual({ status: 507, text: 'page' });
    } finally {
      Object.assign(composition(), { room });
    }
    expect(given).toMatchObject({ fields: [['object', 'Perizia']], files: ['a.pdf: noSpace', 'b.pdf: noSpace'] });
    await noDrafts();
  });

  it('finds room beside the forms that are coming, not the room that is theirs', async () => {
    const { room } = composition();
    const sent = await form([['a.pdf', Buffer.alloc(longestTyped, pdf)]]);
    Object.assign(composition(), { room: async (bytes: number) => bytes < 1.5 * longestTyped });
    const who = staff('archivista');
    const first = ask({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: register,
      headers: {
        'content-type': sent.type,
        'content-length': sent.body.length,
        cookie: await cookieFor(who),
        origin: site,
      },
    });
    first.on('error', () => undefined);
    try {
      first.write(sent.body.subarray(0, 100_000));
      for (let i = 0; i < 100 && (await drafts()).length === 0; i++) await sleep(50);
      expect(await send({ who, where: register, ...sent })).toMatchObject({ status: 507 });
      first.destroy();
      await noDrafts();
      expect(await send({ who, where: register, ...sent })).toMatchObject({ status: 200 });
    } finally {
      first.destroy();
      Object.assign(composition(), { room });
    }
  });

  it('that is cut in the middle leaves nothing', async () => {
    const sent = await form([['a.pdf', Buffer.alloc(500_000, '%PDF-1.4 ')]]);
    await expect(send({ who: staff('archivista'), where: register, ...sent, cutAt: 300_000 })).rejects.toThrow('cut');
    await noDrafts();
    expect(given).toBeNull();
  });

  it.each(['{', '', 'x'])('whose state somebody has torn (%j) is refused in words', async (torn) => {
    const sent = await form([['a.pdf', pdf]], [['$ACTION_1:1', torn]]);
    const answer = await send({ who: staff('archivista'), where: register, ...sent });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Il modulo non si legge');
    expect(given).toBeNull();
    await noDrafts();
    const sound = await form([['a.pdf', pdf]], [['$ACTION_1:1', '[{"turn":0}]']]);
    expect((await send({ who: staff('archivista'), where: register, ...sound })).status).toBe(200);
  });

  it('that is none says so', async () => {
    const answer = await send({
      who: staff('archivista'),
      where: register,
      body: Buffer.from('x'),
      type: 'multipart/form-data; boundary=y',
    });
    expect(answer.status).toBe(400);
  });
});
