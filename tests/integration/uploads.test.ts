import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Upload } from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composition } from '#lib/composition.ts';
import { answerFiling } from '#lib/http/procedures/answer-filing.ts';
import { longestDocument } from '#lib/http/procedures/document-upload.ts';
import { receiptJsonSchema } from '#lib/http/procedures/procedure-json.ts';
import { addClient, clientScopes } from '#lib/store/api-clients.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';
import { syncTypes } from '#lib/store/procedures/sync-types.ts';
import { sweepUploads } from '#lib/store/uploads/sweep-uploads.ts';
import { openUpload } from '#lib/store/uploads/upload-file.ts';
import { mostUploads } from '#lib/store/uploads/upload-limits.ts';
import { createUploads } from '#lib/store/uploads/uploads.ts';
import { serveUploads } from '#tests/builders/upload-server.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

const site = 'http://localhost:3000';
let database: FreshDatabase;
let dataDir: string;
let key: string;
let client: string;
let server: Server;
let base: string;

beforeAll(async () => {
  database = await freshDatabase();
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-uploads-'));
  Object.assign(process.env, { ELI4U_APP_URL: database.appUrl, DATA_DIR: dataDir, BASE_URL: site });
  Object.assign(process.env, { API_READS_PER_MINUTE: '1000', API_WRITES_PER_MINUTE: '1000' });
  const { pool } = composition();
  await syncTypes(pool, createProcedureTypes('schemas/procedures').sources());
  ({ key, id: client } = await newClient('suap'));
  const served = await serveUploads(0);
  server = served.server;
  base = `http://127.0.0.1:${served.port}`;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await composition().pool.end();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

async function newClient(name: string): Promise<{ key: string; id: string }> {
  const added = await addClient(composition().pool, { name, scopes: clientScopes, types: ['*'] });
  return { key: added?.key ?? '', id: added?.client.id ?? '' };
}

const tus = { 'tus-resumable': '1.0.0' };
const pdf = (length: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(length - 9)]);
const sha256 = (bytes: Uint8Array, as: 'hex' | 'base64' = 'hex') => createHash('sha256').update(bytes).digest(as);

const ask = (method: string, where: string, headers: Record<string, string> = {}, body?: BodyInit, bearer = key) =>
  fetch(where.startsWith('http') ? where : `${base}${where}`, {
    method,
    headers: { authorization: `Bearer ${bearer}`, ...tus, ...headers },
    ...(body === undefined ? {} : { body }),
  });

/** An upload's own address, here: its answer names the site's. */
async function begin(length: number, bearer = key): Promise<string> {
  const answer = await ask('POST', '/api/v1/uploads', { 'upload-length': String(length) }, undefined, bearer);
  expect(answer.status).toBe(201);
  return (answer.headers.get('location') ?? '').replace(site, base);
}
const piece = (where: string, offset: number, bytes: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  ask(
    'PATCH',
    where,
    { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset), ...headers },
    bytes,
  );
const offsetOf = async (where: string) => Number((await ask('HEAD', where)).headers.get('upload-offset'));
const idOf = (where: string) => where.split('/').at(-1) ?? '';

let keys = 0;
const nextKey = () => `chiave-${++keys}`.padEnd(10, '0');

async function caseId(): Promise<string> {
  const body = {
    type: 'occupazione-suolo-pubblico',
    channel: 'suap',
    subject: 'Occupazione per trasloco',
    parties: [{ role: 'applicant', kind: 'person', name: 'Anna Verdi', taxCode: 'vrdnna80a41g224x' }],
  };
  const answer = await answerFiling(
    new Request(`${site}/api/v1/procedures`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { authorization: `Bearer ${key}`, 'idempotency-key': nextKey() },
    }),
  );
  return receiptJsonSchema.parse(await answer.json()).id;
}

/** Sends with tus-js-client, another people's client, from a server of ours that may fail under it. */
function sendWith(
  endpoint: string,
  bytes: Buffer,
  change: { onProgress?: (sent: number) => void } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(bytes, {
      endpoint: `${endpoint}/api/v1/uploads`,
      headers: { authorization: `Bearer ${key}` },
      metadata: { filename: 'planimetria à.pdf' },
      retryDelays: [0, 500, 1000, 2000, 3000, 5000, 5000, 5000],
      ...change,
      // The address in the answer is the public one; the test's server has another.
      onAfterResponse: (_request, response) => {
        const get = response.getHeader.bind(response);
        response.getHeader = (name) => get(name)?.replace(site, endpoint);
      },
      onSuccess: () => resolve(upload.url ?? ''),
      onError: reject,
    });
    upload.start();
  });
}

describe('an upload in pieces', () => {
  it('is sent by tus-js-client, and becomes a document of a case', async () => {
    const bytes = pdf(300_000);
    const where = await sendWith(base, bytes);
    const id = await caseId();
    const headers = { 'idempotency-key': nextKey() };
    const add = () =>
      ask('POST', `/api/v1/procedures/${id}/documents?upload=${idOf(where)}&sha256=${sha256(bytes)}`, headers);
    const added = await add();
    expect(added.status).toBe(201);
    const document = (await added.json()) as { id: string; sha256: string; format: string };
    expect(document).toMatchObject({ sha256: sha256(bytes), format: 'pdf' });
    const view = await composition().procedures.findCase(id, { kind: 'all' });
    expect(view?.documents.find(({ record }) => record === document.id)).toMatchObject({
      fileName: 'planimetria à.pdf',
      bytes: bytes.length,
    });
    // The upload is over; who lost the answer and asks again has the same.
    expect((await ask('HEAD', where)).status).toBe(404);
    const again = await add();
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    expect(await again.json()).toEqual(document);
    expect(await readdir(path.join(dataDir, 'uploads'))).not.toContain(idOf(where));
    const other = await ask(
      'POST',
      `/api/v1/procedures/${id}/documents?upload=${idOf(where)}&sha256=${sha256(bytes)}`,
      {
        'idempotency-key': nextKey(),
      },
    );
    expect(other.status).toBe(400);
  });

  it('goes on where it stopped when the server is killed in the middle', async () => {
    const start = async (port: number): Promise<ChildProcess> => {
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', 'tests/builders/upload-server-child.ts', String(port)],
        {
          env: process.env,
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      await new Promise((resolve) => child.stdout?.once('data', resolve));
      return child;
    };
    const port = await freePort();
    let child = await start(port);
    try {
      const bytes = pdf(30_000_000);
      let killed = 0;
      const where = await sendWith(`http://127.0.0.1:${port}`, bytes, {
        onProgress: (sent) => {
          if (killed > 0 || sent < 5_000_000) return;
          killed = sent;
          child.once('exit', () => void start(port).then((next) => (child = next)));
          child.kill('SIGKILL');
        },
      });
      expect(killed).toBeGreaterThan(0);
      expect(killed).toBeLessThan(bytes.length);
      const upload = await composition().uploads.find(client, idOf(where));
      expect(upload).toMatchObject({ offset: bytes.length, length: bytes.length });
      const read = createHash('sha256');
      for await (const part of composition().uploads.read(idOf(where))) read.update(part as Uint8Array);
      expect(read.digest('hex')).toBe(sha256(bytes));
    } finally {
      child.kill('SIGKILL');
    }
  }, 90_000);

  it('whose connection is cut keeps what has come', async () => {
    const bytes = pdf(200_000);
    const where = await begin(bytes.length);
    const { hostname, port, pathname } = new URL(where);
    const socket = connect(Number(port), hostname);
    socket.write(
      [
        `PATCH ${pathname} HTTP/1.1`,
        `host: ${hostname}`,
        `authorization: Bearer ${key}`,
        'tus-resumable: 1.0.0',
        'content-type: application/offset+octet-stream',
        'upload-offset: 0',
        `content-length: ${bytes.length}`,
        '',
        '',
      ].join('\r\n'),
    );
    socket.write(bytes.subarray(0, 100_000));
    for (let i = 0; i < 100 && (await offsetOf(where)) < 100_000; i++) await sleep(50);
    socket.destroy();
    expect(await offsetOf(where)).toBe(100_000);
    let rest = await piece(where, 100_000, new Uint8Array(bytes.subarray(100_000)));
    // Until the server has noticed.
    for (let i = 0; i < 100 && rest.status === 423; i++) {
      await sleep(100);
      rest = await piece(where, 100_000, new Uint8Array(bytes.subarray(100_000)));
    }
    expect([rest.status, rest.headers.get('upload-offset')]).toEqual([204, '200000']);
  });

  it('is its client’s alone, and goes on only where it stopped', async () => {
    const where = await begin(100);
    const { key: other } = await newClient('curioso');
    expect((await ask('HEAD', where, {}, undefined, other)).status).toBe(404);
    expect((await ask('DELETE', where, {}, undefined, other)).status).toBe(404);
    expect((await piece(where, 0, new Uint8Array(40))).status).toBe(204);
    const wrong = await piece(where, 0, new Uint8Array(40));
    expect([wrong.status, wrong.headers.get('upload-offset')]).toEqual([409, '40']);
    const early = await ask(
      'POST',
      `/api/v1/procedures/${await caseId()}/documents?upload=${idOf(where)}&sha256=${'0'.repeat(64)}`,
      {
        'idempotency-key': nextKey(),
      },
    );
    expect(early.status).toBe(409);
    expect((await piece(where, 40, new Uint8Array(61))).status).toBe(413);
    expect(await offsetOf(where)).toBe(40);
    expect((await ask('DELETE', where)).status).toBe(204);
    expect((await ask('HEAD', where)).status).toBe(404);
    expect((await piece(where, 40, new Uint8Array(60))).status).toBe(404);
  });

  it('drops a piece that is not what its checksum says', async () => {
    const where = await begin(100);
    const bytes = new Uint8Array(randomBytes(50));
    expect((await piece(where, 0, bytes, { 'upload-checksum': `sha256 ${sha256(bytes, 'base64')}` })).status).toBe(204);
    expect(
      (await piece(where, 50, bytes, { 'upload-checksum': `sha256 ${sha256(Buffer.from('x'), 'base64')}` })).status,
    ).toBe(460);
    expect(await offsetOf(where)).toBe(50);
    expect((await piece(where, 50, bytes, { 'upload-checksum': 'md5 abc=' })).status).toBe(400);
    await ask('DELETE', where);
  });

  it('of two pieces at once takes one', async () => {
    const where = await begin(2_000_000);
    const half = new Uint8Array(1_000_000);
    const answers = await Promise.all([piece(where, 0, half), piece(where, 0, half), piece(where, 0, half)]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    for (const { status } of answers) expect([204, 409, 423]).toContain(status);
    expect(await offsetOf(where)).toBe(1_000_000);
    await ask('DELETE', where);
  });

  it.each<[string, string, Record<string, string>, number]>([
    ['ten gigabytes', 'POST', { 'upload-length': String(10 * 1024 ** 3) }, 413],
    ['one byte too many', 'POST', { 'upload-length': String(longestDocument + 1) }, 413],
    ['no length', 'POST', {}, 400],
    ['no byte', 'POST', { 'upload-length': '0' }, 400],
    ['a length that is none', 'POST', { 'upload-length': '1e3' }, 400],
    ['metadata that is none', 'POST', { 'upload-length': '1', 'upload-metadata': 'filename b c' }, 400],
    ['another version', 'POST', { 'upload-length': '1', 'tus-resumable': '0.2.2' }, 412],
    ['an upload that is not there', 'HEAD', {}, 404],
    ['a piece without its type', 'PATCH', { 'upload-offset': '0' }, 415],
  ])('%s is refused: %s %o', async (_name, method, headers, status) => {
    const where = method === 'POST' ? '/api/v1/uploads' : `/api/v1/uploads/${'0'.repeat(32)}`;
    const answer = await ask(method, where, headers);
    expect([answer.status, answer.headers.get('tus-resumable')]).toEqual([status, '1.0.0']);
  });

  it('are as many as one client may have, also when it begins them at once', async () => {
    const { key: eager } = await newClient('molte');
    const answers = await Promise.all(
      Array.from({ length: mostUploads + 5 }, () =>
        ask('POST', '/api/v1/uploads', { 'upload-length': '1' }, undefined, eager),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(mostUploads);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
    const { key: greedy } = await newClient('grandi');
    const large = () => ask('POST', '/api/v1/uploads', { 'upload-length': String(longestDocument) }, undefined, greedy);
    const statuses = [];
    for (let i = 0; i < 11; i++) statuses.push((await large()).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 201), 429]);
  });

  it('on a full disk keeps what has come, and goes on when there is room', async () => {
    const { pool, now } = composition();
    let room = 70_000;
    const uploads = createUploads({
      pool,
      dataDir,
      now,
      open: async (folder, id) => {
        const file = await openUpload(folder, id);
        return {
          write: async (part, from) => {
            const left = part.byteLength - from;
            if (room === 0) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
            const taken = Math.min(room, left);
            room -= taken;
            return file.write(part.subarray(from, from + taken), 0);
          },
          sync: () => file.sync(),
          close: () => file.close(),
          truncate: (length) => file.truncate(length),
        };
      },
    });
    const bytes = pdf(100_000);
    async function* from(offset: number) {
      for (let at = offset; at < bytes.length; at += 20_000) yield bytes.subarray(at, at + 20_000);
    }
    const begun = await uploads.begin(client, { length: bytes.length, metadata: null });
    if (begun.kind !== 'begun') throw new Error(begun.kind);
    const write = (offset: number) =>
      uploads.write({ client, id: begun.id, offset, source: from(offset), sha256: null });
    expect(await write(0)).toEqual({ kind: 'noSpace' });
    expect((await uploads.find(client, begun.id))?.offset).toBe(70_000);
    room = Number.POSITIVE_INFINITY;
    expect(await write(70_000)).toMatchObject({ kind: 'written', offset: 100_000 });
    expect(sha256(await bytesOf(uploads.read(begun.id)))).toBe(sha256(bytes));
    await uploads.remove(client, begun.id);
  });

  it('leaves free what is kept free of the disk, and goes on when there is room', async () => {
    const { pool, now } = composition();
    let roomy = false;
    const uploads = createUploads({ pool, dataDir, now, room: async () => roomy });
    const begun = await uploads.begin(client, { length: 10, metadata: null });
    if (begun.kind !== 'begun') throw new Error(begun.kind);
    async function* whole() {
      yield new Uint8Array(10);
    }
    const write = () => uploads.write({ client, id: begun.id, offset: 0, source: whole(), sha256: null });
    expect(await write()).toEqual({ kind: 'noSpace' });
    roomy = true;
    expect(await write()).toMatchObject({ kind: 'written', offset: 10 });
    await uploads.remove(client, begun.id);
  });

  it('that nobody comes back to is swept, and what is nobody’s with it', async () => {
    const { pool, now } = composition();
    const kept = await begin(10);
    await piece(kept, 0, new Uint8Array(5));
    const left = await begin(10);
    await piece(left, 0, new Uint8Array(5));
    await pool.query('UPDATE eli4u.upload SET expires_at = $2 WHERE id = $1', [
      idOf(left),
      new Date(now().getTime() - 1),
    ]);
    expect((await ask('HEAD', left)).status).toBe(404);
    await writeFile(path.join(dataDir, 'uploads', 'f'.repeat(32)), 'x');
    expect(await sweepUploads(pool, dataDir, now())).toBe(2);
    expect(await offsetOf(kept)).toBe(5);
    await expect(stat(path.join(dataDir, 'uploads', idOf(left)))).rejects.toThrow('ENOENT');
    await ask('DELETE', kept);
  });
});

async function bytesOf(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function freePort(): Promise<number> {
  const { server: taken, port } = await serveUploads(0);
  await new Promise((resolve) => taken.close(resolve));
  return port;
}
