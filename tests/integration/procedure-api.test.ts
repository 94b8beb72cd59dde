import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { composition } from '#lib/composition.ts';
import {
  answerNewVersion,
  answerVersions,
  newVersionJsonSchema,
  versionsJsonSchema,
} from '#lib/http/procedures/answer-versions.ts';
import { answerDocument } from '#lib/http/procedures/answer-document.ts';
import { answerDocuments, documentsJsonSchema } from '#lib/http/procedures/answer-documents.ts';
import { answerFiling } from '#lib/http/procedures/answer-filing.ts';
import { answerDeadline, answerProcedure, answerProcedureList } from '#lib/http/procedures/answer-procedure.ts';
import { answerSubscribe, answerSubscriptions, answerUnsubscribe } from '#lib/http/procedures/answer-webhooks.ts';
import { deadlineJsonSchema } from '#lib/http/procedures/deadline-json.ts';
import { procedureJsonSchema, receiptJsonSchema } from '#lib/http/procedures/procedure-json.ts';
import { addClient, clientScopes, revokeClient } from '#lib/store/api-clients.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';
import { syncTypes } from '#lib/store/procedures/sync-types.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

const site = 'http://localhost:3000';
let database: FreshDatabase;
let dataDir: string;
let key: string;
let other: string;

beforeAll(async () => {
  database = await freshDatabase();
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-api-'));
  Object.assign(process.env, { ELI4U_APP_URL: database.appUrl, DATA_DIR: dataDir, BASE_URL: site });
  // More is sent here in a minute than another system may.
  Object.assign(process.env, { API_READS_PER_MINUTE: '1000', API_WRITES_PER_MINUTE: '1000' });
  const { pool } = composition();
  await syncTypes(pool, createProcedureTypes('schemas/procedures').sources());
  key = (await addClient(pool, { name: 'suap', scopes: clientScopes, types: ['*'] }))?.key ?? '';
  other =
    (await addClient(pool, { name: 'scuole', scopes: ['procedures:read'], types: ['iscrizione-nido'] }))?.key ?? '';
});
afterAll(async () => {
  await composition().pool.end();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const body = (change: Record<string, unknown> = {}) => ({
  type: 'occupazione-suolo-pubblico',
  channel: 'suap',
  subject: 'Occupazione per trasloco di Anna Verdi, via Roma 1',
  place: 'via Roma',
  parties: [{ role: 'applicant', kind: 'person', name: 'Anna Verdi', taxCode: 'vrdnna80a41g224x' }],
  ...change,
});

let keys = 0;
const nextKey = () => `chiave-${++keys}`.padEnd(10, '0');

function post(where: string, content: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request(`${site}${where}`, {
    method: 'POST',
    body: content,
    headers: { authorization: `Bearer ${key}`, 'idempotency-key': nextKey(), ...headers },
  });
}
const get = (where: string, bearer = key) =>
  new Request(`${site}${where}`, { headers: { authorization: `Bearer ${bearer}` } });
const file = (change?: Record<string, unknown>, headers?: Record<string, string>) =>
  answerFiling(post('/api/v1/procedures', JSON.stringify(body(change)), headers));

const problemSchema = z.object({
  status: z.number(),
  detail: z.string(),
  violations: z.array(z.object({ parameter: z.string(), message: z.string() })).optional(),
  reasons: z.array(z.object({ code: z.string() })).optional(),
});
async function problemOf(response: Promise<Response>) {
  const given = await response;
  expect(given.headers.get('content-type')).toBe('application/problem+json');
  const told = problemSchema.parse(await given.json());
  expect(told.status).toBe(given.status);
  return told;
}
async function filedId(): Promise<string> {
  return receiptJsonSchema.parse(await (await file()).json()).id;
}

describe('filing as another system', () => {
  it('answers 201 with the receipt, and the same again for the same key', async () => {
    const headers = { 'idempotency-key': nextKey() };
    const response = await file({ externalReferences: [{ scheme: 'CUI', value: 'A:1' }] }, headers);
    expect(response.status).toBe(201);
    const receipt = receiptJsonSchema.parse(await response.json());
    expect(response.headers.get('location')).toBe(`${site}/api/v1/procedures/${receipt.id}`);
    expect(receipt.registration.register).toBe('protocollo-generale');
    const again = await file({ externalReferences: [{ scheme: 'CUI', value: 'A:1' }] }, headers);
    expect(again.status).toBe(201);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(receiptJsonSchema.parse(await again.json())).toEqual(receipt);
    expect((await problemOf(file({ subject: 'Altro' }, headers))).status).toBe(422);
    const found = await (await answerProcedureList(get('/api/v1/procedures?reference=CUI:A:1'))).json();
    expect(found).toEqual({ items: [{ id: receipt.id, url: `${site}/api/v1/procedures/${receipt.id}` }] });
    expect((await problemOf(file({ externalReferences: [{ scheme: 'CUI', value: 'A:1' }] }))).status).toBe(409);
  });

  it('says what is missing and registers all the same', async () => {
    const response = await file();
    const { missing } = receiptJsonSchema.parse(await response.json());
    expect(missing.length).toBeGreaterThan(0);
  });

  it('wants a key that may', async () => {
    expect((await problemOf(file({}, { authorization: '' }))).status).toBe(401);
    expect((await problemOf(file({}, { authorization: `Bearer ${key.slice(0, -1)}_` }))).status).toBe(401);
    expect((await problemOf(file({}, { authorization: `Bearer ${other}` }))).status).toBe(403);
    const { pool } = composition();
    const narrow = await addClient(pool, { name: 'narrow', scopes: ['procedures:file'], types: ['patrocinio'] });
    expect((await problemOf(file({}, { authorization: `Bearer ${narrow?.key}` }))).status).toBe(403);
    await revokeClient(pool, 'narrow', new Date());
    const revoked = file({ type: 'patrocinio' }, { authorization: `Bearer ${narrow?.key}` });
    expect((await problemOf(revoked)).status).toBe(401);
  });

  it('refuses a channel by which the type does not begin, with the reason', async () => {
    const told = await problemOf(file({ channel: 'otherSystem' }));
    expect(told.status).toBe(409);
    expect(told.reasons).toMatchObject([{ code: 'wrongChannel' }]);
  });

  it('begins what an office begins by itself: whom it concerns has filed nothing, and no channel was theirs', async () => {
    const own = { type: 'cancellazione-irreperibilita', channel: undefined, place: null };
    const response = await file(own);
    expect(response.status).toBe(201);
    const { id } = receiptJsonSchema.parse(await response.json());
    const view = await composition().procedures.findCase(id, { kind: 'all' });
    expect(view?.procedure.filing).toMatchObject({ channel: 'exOfficio', identification: 'none' });
    expect(view?.documents[0]?.title).toBe('Segnalazione');
    expect((await file({ ...own, channel: 'exOfficio' })).status).toBe(201);
    for (const wrong of [file({ ...own, channel: 'suap' }), file({ channel: 'exOfficio' })]) {
      const told = await problemOf(wrong);
      expect([told.status, told.reasons?.[0]?.code]).toEqual([409, 'wrongChannel']);
    }
  });

  it.each([
    ['no JSON', '{', /not JSON/],
    ['an array', '[]', /./],
    ['no UTF-8', Buffer.from([0xff, 0xfe, 0x22]), /UTF-8/],
    ['depth', '['.repeat(5000) + ']'.repeat(5000), /nested deeper/],
    ['a NUL', JSON.stringify(body({ subject: 'a\u0000b' })), /control character/],
    [
      'half a character',
      JSON.stringify(body({ subject: 'x' })).replace('"x"', String.raw`"\ud800"`),
      /half a character/,
    ],
    ['two lines', JSON.stringify(body({ subject: 'a\nb' })), /one line/],
    ['an unknown member', JSON.stringify(body({ admin: true })), /admin|[Uu]nrecognized/],
    ['__proto__', JSON.stringify(body()).replace('"type"', '"__proto__":{"x":1},"type"'), /name that cannot be used/],
    ['no parties', JSON.stringify(body({ parties: [] })), /./],
    ['an unknown type', JSON.stringify(body({ type: 'nessuno' })), /no published type/],
    ['an answer nobody asked for', JSON.stringify(body({ answers: { nonChiesto: 1 } })), /not among what is asked/],
    [
      'a representative of nobody',
      JSON.stringify(body({ parties: [{ role: 'representative', kind: 'person', name: 'X' }] })),
      /applicant/,
    ],
  ])('hostile or wrong input is a clear 400: %s', async (_name, content, message) => {
    const told = await problemOf(answerFiling(post('/api/v1/procedures', content)));
    expect(told.status).toBe(400);
    expect(JSON.stringify(told)).toMatch(message);
  });

  it('wants a key for the request, and bodies that end', async () => {
    expect((await problemOf(file({}, { 'idempotency-key': '' }))).violations?.[0]?.parameter).toBe('Idempotency-Key');
    const long = post('/api/v1/procedures', JSON.stringify(body({ subject: 'x'.repeat(300_000) })));
    expect((await problemOf(answerFiling(long))).status).toBe(413);
  });
});

describe('following a case', () => {
  it('shows where it stands, without what the office notes', async () => {
    const id = await filedId();
    const noted = await composition().procedures.act({
      id,
      reach: { kind: 'all' },
      actor: { kind: 'officer', id: 'anna' },
      action: { kind: 'writeNote', text: 'sospetto' },
      expected: null,
    });
    expect(noted.kind).toBe('done');
    const response = await answerProcedure(get(`/api/v1/procedures/${id}`), id);
    const text = await response.text();
    const shown = procedureJsonSchema.parse(JSON.parse(text));
    expect(shown).toMatchObject({ id, state: 'running', type: { code: 'occupazione-suolo-pubblico', version: 1 } });
    expect(shown.events.map(({ kind }) => kind)).toContain('noteWritten');
    expect(text).not.toContain('sospetto');
    expect(text).not.toContain('Verdi');
    const after = await answerProcedure(get(`/api/v1/procedures/${id}?after=${shown.version}`), id);
    expect(procedureJsonSchema.parse(await after.json()).events).toEqual([]);
    expect((await problemOf(answerProcedure(get(`/api/v1/procedures/${id}?after=x`), id))).status).toBe(400);
  });

  it('explains the deadline day by day', async () => {
    const id = await filedId();
    const response = await answerDeadline(get(`/api/v1/procedures/${id}/deadline`), id);
    const { legal } = deadlineJsonSchema.parse(await response.json());
    expect(legal?.rows[0]?.why.kind).toBe('firstDayOut');
    expect(legal?.rows.at(-1)?.to).toBe(legal?.deadline);
    expect(legal?.budget).toBe(30);
  });

  it('finds nothing out of reach, unknown or malformed', async () => {
    const id = await filedId();
    for (const [bearer, one] of [
      [other, id],
      [key, 'zzzzzzzz'],
      [key, `${id}' OR 1=1`],
    ] as const) {
      expect((await problemOf(answerProcedure(get('/api/v1/procedures/x', bearer), one))).status).toBe(404);
      expect((await problemOf(answerDeadline(get('/api/v1/procedures/x', bearer), one))).status).toBe(404);
    }
    expect((await problemOf(answerProcedureList(get('/api/v1/procedures')))).status).toBe(400);
  });
});

describe('adding a document', () => {
  const pdf = Buffer.from('%PDF-1.7\n%%EOF\n');
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const add = (id: string, bytes: Buffer, query: string, headers?: Record<string, string>) =>
    answerDocument(post(`/api/v1/procedures/${id}/documents?${query}`, new Uint8Array(bytes), headers), id);

  it('takes bytes or a form, once for a key, and registers them', async () => {
    const id = await filedId();
    const headers = { 'idempotency-key': nextKey() };
    const response = await add(id, pdf, `sha256=${sha256(pdf)}&fileName=planimetria.pdf`, headers);
    expect(response.status).toBe(201);
    const added = await response.json();
    expect(added).toMatchObject({
      format: 'pdf',
      sha256: sha256(pdf),
      registration: { register: 'protocollo-generale' },
    });
    const again = await add(id, pdf, `sha256=${sha256(pdf)}&fileName=planimetria.pdf`, headers);
    expect(await again.json()).toEqual(added);
    const form = new FormData();
    form.set('file', new Blob([pdf]), 'altra.pdf');
    form.set('sha256', sha256(pdf));
    const sent = await answerDocument(post(`/api/v1/procedures/${id}/documents`, form), id);
    expect(sent.status).toBe(201);
    const shown = procedureJsonSchema.parse(await (await answerProcedure(get('/x'), id)).json());
    expect(shown.documents.filter(({ format }) => format === 'pdf')).toHaveLength(2);
  });

  it.each([
    ['another digest', pdf, `sha256=${'0'.repeat(64)}`, 'sha256'],
    ['no digest', pdf, '', 'sha256'],
    ['no bytes', Buffer.alloc(0), `sha256=${sha256(Buffer.alloc(0))}`, 'file'],
    ['a program', Buffer.from('MZ\x90\x00'), `sha256=${sha256(Buffer.from('MZ\x90\x00'))}`, 'file'],
    ['a page', Buffer.from('<html>'), `sha256=${sha256(Buffer.from('<html>'))}`, 'file'],
    ['a code nobody asks for', pdf, `sha256=${sha256(pdf)}&code=altro`, 'code'],
    ['a control character in the name', pdf, `sha256=${sha256(pdf)}&fileName=a%0Ab.pdf`, 'fileName'],
  ])('refuses %s', async (_name, bytes, query, parameter) => {
    const told = await problemOf(add(await filedId(), bytes, query));
    expect(told).toMatchObject({ status: 400, violations: [{ parameter }] });
  });

  it('refuses a document that is declared too long before reading it, and one that breaks off', async () => {
    const id = await filedId();
    const before = await readdir(path.join(dataDir, 'documents/drafts'));
    const declared = { 'content-length': String(10 * 1024 ** 3) };
    expect((await problemOf(add(id, pdf, `sha256=${sha256(pdf)}`, declared))).status).toBe(413);
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(pdf)),
      pull: (controller) => controller.error(new Error('the connection was cut')),
    });
    const streamed: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      body: broken,
      headers: { authorization: `Bearer ${key}`, 'idempotency-key': nextKey() },
      duplex: 'half',
    };
    const cut = new Request(`${site}/api/v1/procedures/${id}/documents?sha256=${sha256(pdf)}`, streamed);
    expect((await problemOf(answerDocument(cut, id))).detail).toMatch(/nothing of it was kept/);
    expect(await readdir(path.join(dataDir, 'documents/drafts'))).toEqual(before);
  });

  it('refuses a name that says another format, and keeps names without folders', async () => {
    const id = await filedId();
    const told = await problemOf(add(id, pdf, `sha256=${sha256(pdf)}&fileName=foto.png`));
    expect(told.violations).toEqual([{ parameter: 'fileName', message: 'ends in .png, but the bytes are pdf' }]);
    const taken = await add(id, pdf, `sha256=${sha256(pdf)}&fileName=${encodeURIComponent('../../etc/passwd.pdf')}`);
    expect(taken.status).toBe(201);
    const view = await composition().procedures.findCase(id, { kind: 'all' });
    expect(view?.documents.at(-1)?.fileName).toBe('passwd.pdf');
  });

  it('refuses a form that breaks off, and one without its file', async () => {
    const id = await filedId();
    const type = { 'content-type': 'multipart/form-data; boundary=x' };
    const cut = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7 and no end';
    for (const content of [cut, '--x--\r\n', 'nothing'])
      expect(
        (await problemOf(answerDocument(post(`/api/v1/procedures/${id}/documents`, content, type), id))).status,
      ).toBe(400);
    expect(await readdir(path.join(dataDir, 'documents/drafts'))).toEqual([]);
  });
});

describe('documents of a case', () => {
  const ask = (id: string, query = '', bearer = key) =>
    answerDocuments(get(`/api/v1/procedures/${id}/documents${query}`, bearer), id);
  const page = async (id: string, query?: string) => documentsJsonSchema.parse(await (await ask(id, query)).json());
  const shownOf = async (id: string) =>
    procedureJsonSchema.parse(await (await answerProcedure(get(`/api/v1/procedures/${id}`), id)).json());

  /** Puts documents of the office's making, or another's, in the fascicolo, as many as want years of work. */
  async function fill(id: string, count: number, flow: string) {
    const { pool } = composition();
    await pool.query(
      `WITH case_record AS (SELECT * FROM eli4u.record WHERE id = $1),
            item AS (INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, reference_code, title, title_lang, phase, visibility, digital)
              SELECT $2 || n, repository_id, id, root_id, nextval('eli4u.fascicolo_position'), depth + 1, 'item', 'x' || $2 || n, 'Allegato ' || n, 'it', 'current', visibility, true
                FROM case_record, generate_series(1, $3::integer) n RETURNING id),
            document AS (INSERT INTO eli4u.document (record_id, hash, format, bytes, storage_key, flow)
              SELECT id, repeat('a', 64), 'pdf', 4, 'aa/' || repeat('a', 64), $4 FROM item RETURNING record_id),
            last AS (SELECT max(ordinal) AS n FROM eli4u.procedure_document WHERE procedure_id = $1)
       INSERT INTO eli4u.procedure_document (procedure_id, record_id, ordinal, kind, added_at, added_by)
       SELECT $1, record_id, last.n + row_number() OVER (ORDER BY length(record_id), record_id), 'other', now(), 'officer:anna' FROM document, last`,
      [id, `doc${flow}${nextKey().replaceAll('-', '')}`, count, flow],
    );
  }

  it('are all told by pages, where a case has more than are told with it', async () => {
    const id = await filedId();
    const few = await shownOf(id);
    expect(few.nextDocuments).toBeNull();
    await fill(id, 100 - few.documents.length, 'out');
    expect(await shownOf(id)).toMatchObject({ nextDocuments: null, documents: { length: 100 } });
    await fill(id, 3, 'internal');
    await fill(id, 2, 'in');
    const shown = await shownOf(id);
    expect(shown.nextDocuments).toBe(`${site}/api/v1/procedures/${id}/documents`);
    expect(shown.documents.length).toBe(97);
    const all: string[] = [];
    for (let query: string | undefined = '?limit=40'; query !== undefined;) {
      const { items, next } = await page(id, query);
      expect(items.map(({ place }) => place)).toEqual(items.map(({ place }) => place).toSorted((a, b) => a - b));
      all.push(...items.map((one) => one.id));
      query = next === null ? undefined : new URL(next).search;
    }
    expect(all.length).toBe(102);
    expect(new Set(all).size).toBe(102);
    expect(all.slice(-97)).toEqual(shown.documents.map((one) => one.id));
    const [first = ''] = all;
    const versions = await answerVersions(get(`/api/v1/procedures/${id}/documents/${first}/versions`), id, first);
    expect(versions.status).toBe(200);
  });

  it('are none of what is out of reach, and want numbers that can be', async () => {
    const id = await filedId();
    expect((await problemOf(ask(id, '', other))).status).toBe(404);
    expect((await problemOf(ask(`${id}' OR 1=1`))).status).toBe(404);
    for (const [query, parameter] of [
      ['?after=x', 'after'],
      ['?after=-1', 'after'],
      ['?limit=201', 'limit'],
      ['?limit=0', 'limit'],
    ] as const)
      expect((await problemOf(ask(id, query))).violations?.[0]?.parameter).toBe(parameter);
    expect(await page(id, '?after=2000000000')).toEqual({ items: [], next: null });
  });
});

describe('webhooks', () => {
  const subscribe = (content: unknown) => answerSubscribe(post('/api/v1/webhooks', JSON.stringify(content)));

  it('are added with a secret that is told once, listed and removed', async () => {
    const response = await subscribe({ url: 'https://suap.example.org/eli4u', kinds: ['concluded'] });
    expect(response.status).toBe(201);
    const { secret, ...kept } = z
      .object({
        id: z.string(),
        secret: z.string(),
        url: z.string(),
        kinds: z.array(z.string()),
        createdAt: z.string(),
      })
      .parse(await response.json());
    expect(secret).toHaveLength(43);
    const listed = await (await answerSubscriptions(get('/api/v1/webhooks'))).json();
    expect(listed).toEqual({ items: [kept] });
    const remove = () =>
      answerUnsubscribe(
        new Request(`${site}/api/v1/webhooks/${kept.id}`, {
          method: 'DELETE',
          headers: { authorization: `Bearer ${key}` },
        }),
        kept.id,
      );
    expect((await remove()).status).toBe(204);
    expect((await problemOf(remove())).status).toBe(404);
  });

  it.each([
    [{ url: 'http://suap.example.org/' }, /https/],
    [{ url: 'https://10.0.0.1/' }, /public network/],
    [{ url: 'https://[fd00::1]/' }, /public network/],
    [{ url: 'https://user:secret@suap.example.org/' }, /no user/],
    [{ url: 'ftp://suap.example.org/' }, /./],
    [{ url: 'https://suap.example.org/', kinds: ['whatever'] }, /./],
  ])('refuse %j', async (content, message) => {
    const told = await problemOf(subscribe(content));
    expect(told.status).toBe(400);
    expect(JSON.stringify(told)).toMatch(message);
  });
});

describe('versions of a document', () => {
  const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  const bytes = (words: string) => Buffer.from(`%PDF-1.7 ${words}`);
  const add = async (id: string, flow: string) => {
    const draft = bytes(`bozza ${flow}`);
    const query = new URLSearchParams({ sha256: sha256(draft), flow });
    const response = await answerDocument(
      post(`/api/v1/procedures/${id}/documents?${query}`, new Uint8Array(draft)),
      id,
    );
    expect(response.status).toBe(201);
    return z.object({ id: z.string() }).parse(await response.json()).id;
  };
  const replace = (id: string, record: string, words: string, more: Record<string, string> = {}, headers = {}) => {
    const next = bytes(words);
    const query = new URLSearchParams({ sha256: sha256(next), reason: 'Corretto', ...more });
    const where = `/api/v1/procedures/${id}/documents/${record}/versions?${query}`;
    return answerNewVersion(post(where, new Uint8Array(next), headers), id, record);
  };
  const list = async (id: string, record: string) => {
    const response = await answerVersions(get(`/api/v1/procedures/${id}/documents/${record}/versions`), id, record);
    return versionsJsonSchema.parse(await response.json()).items;
  };

  it('are made of a draft, once for a key, and all are told', async () => {
    const id = await filedId();
    const record = await add(id, 'internal');
    const headers = { 'idempotency-key': nextKey() };
    const made = await replace(id, record, 'due', { expected: '1' }, headers);
    expect(made.status).toBe(201);
    expect(newVersionJsonSchema.parse(await made.json())).toMatchObject({ id: record, version: 2 });
    const again = await replace(id, record, 'due', { expected: '1' }, headers);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    expect(await list(id, record)).toMatchObject([
      { version: 2, current: true, reason: 'Corretto', sha256: sha256(bytes('due')), virusCheck: null },
      { version: 1, current: false, reason: null },
    ]);
    const stale = await problemOf(replace(id, record, 'tre', { expected: '1' }));
    expect([stale.status, stale.reasons?.[0]?.code]).toEqual([409, 'overtaken']);
    const shown = procedureJsonSchema.parse(await (await answerProcedure(get(`/api/v1/procedures/${id}`), id)).json());
    expect(shown.documents.find((one) => one.id === record)).toMatchObject({ version: 2, registration: null });
  });

  it('are none of what is registered, want a reason, and are beyond who may not read the document', async () => {
    const id = await filedId();
    const registered = await problemOf(replace(id, await add(id, 'in'), 'due'));
    expect([registered.status, registered.reasons?.[0]?.code]).toEqual([409, 'registered']);
    const draft = await add(id, 'internal');
    expect((await problemOf(replace(id, draft, 'due', { reason: '' }))).violations?.[0]?.parameter).toBe('reason');
    const { pool } = composition();
    const stranger = (await addClient(pool, { name: 'altri', scopes: clientScopes, types: ['*'] }))?.key ?? '';
    const beyond = answerVersions(get(`/api/v1/procedures/${id}/documents/${draft}/versions`, stranger), id, draft);
    expect((await problemOf(beyond)).status).toBe(404);
    expect((await problemOf(replace(id, 'x', 'due'))).status).toBe(404);
    expect(await readdir(path.join(dataDir, 'documents/drafts'))).toEqual([]);
  });
});
