import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createClamd } from '#lib/antivirus/clamd.ts';
import { composition } from '#lib/composition.ts';
import { answerDocument } from '#lib/http/procedures/answer-document.ts';
import { scannerState } from '#lib/http/scanner-state.ts';
import { watchScanner } from '#lib/jobs/watch-scanner.ts';
import { readMessage } from '#lib/mail/read-message.ts';
import { addClient, clientScopes } from '#lib/store/api-clients.ts';
import { keepDocument } from '#lib/store/documents/keep.ts';
import { findScan } from '#lib/store/documents/virus-scans.ts';
import { createFascicoli } from '#lib/store/fascicoli/fascicoli.ts';
import { noteMessage } from '#lib/store/protocol/mail-messages.ts';
import { createProtocolStore, type ProtocolStore } from '#lib/store/protocol/protocol-store.ts';
import { transported } from '#tests/builders/pec.ts';
import { aRequest, all, filed, officer, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';
import { clamdNote, eicar, hasClamd, signature, startClamd, type Clamd } from '#tests/setup/clamd.ts';

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');
const infected = Buffer.from(`%PDF-1.7\n${eicar}`);
const clean = Buffer.from('%PDF-1.7\nnothing in it');
const asPdf = (bytes: Buffer) => ({ bytes, format: 'pdf', fileName: 'planimetria.pdf' });

describe.skipIf(!hasClamd())(`documents that carry a virus${clamdNote}`, () => {
  let clamd: Clamd;
  let desk: TestDesk;
  let protocol: ProtocolStore;
  beforeAll(async () => {
    clamd = await startClamd(64 * 1024, 41_000 + (process.pid % 20_000));
    const scanner = createClamd({ path: clamd.socket });
    desk = await openTestDesk('2026-03-02', scanner);
    protocol = createProtocolStore({ ...desk, scanner });
  });
  afterAll(async () => {
    await clamd.end();
    await desk.end();
  });

  /** Hashes of all that is kept, and drafts that were left. */
  async function kept(): Promise<string[]> {
    const names = await readdir(path.join(desk.dataDir, 'documents'), { recursive: true, withFileTypes: true });
    return names.filter((one) => one.isFile()).map(({ name }) => name);
  }
  const audited = async () =>
    (
      await desk.pool.query<{ actor: string; about: string | null; details: unknown }>(
        `SELECT actor, subject_id AS about, details FROM eli4u.audit_event WHERE action = 'document.infected' ORDER BY id`,
      )
    ).rows;
  const numbers = async () =>
    (await desk.pool.query<{ n: number }>('SELECT count(*)::integer AS n FROM eli4u.protocol_registration')).rows[0]?.n;

  describe('at the desks', () => {
    it('a document is refused with its name and the virus’s, nothing is kept or numbered, the audit knows', async () => {
      const { id } = await filed(desk.store);
      const before = { kept: await kept(), numbers: await numbers() };
      const result = await desk.store.addDocument({
        id,
        reach: all,
        actor: officer,
        expected: null,
        document: { ...asPdf(infected), kind: 'attachment', code: null, title: 'Planimetria', flow: 'in' },
      });
      expect(result).toMatchObject({ kind: 'notAdmitted', cause: 'infected' });
      const told = 'reasons' in result ? result.reasons[0].text.it : '';
      expect(told).toContain('planimetria.pdf');
      expect(told).toContain(signature);
      expect({ kept: await kept(), numbers: await numbers() }).toEqual(before);
      expect((await audited()).at(-1)).toMatchObject({
        actor: 'officer:anna',
        about: id,
        details: { sha256: sha256(infected), signature },
      });
    });

    it('a request with one among its documents is not filed at all', async () => {
      const before = await numbers();
      const documents = [asPdf(clean), asPdf(infected)].map((file) => ({
        ...file,
        kind: 'attachment' as const,
        code: null,
        title: 'Allegato',
        flow: 'in' as const,
      }));
      const result = await desk.store.fileProcedure(aRequest({ documents }), officer);
      expect(result).toMatchObject({ kind: 'notAdmitted', cause: 'infected' });
      expect(await numbers()).toBe(before);
      expect(await kept()).not.toContain(sha256(infected));
    });

    it('so it is in a fascicolo of an affair, and for a file of the protocol', async () => {
      const fascicoli = createFascicoli({ ...desk, scanner: createClamd({ path: clamd.socket }) });
      const opened = await fascicoli.open(
        {
          kind: 'affare',
          voice: { title: 'VI', class: 5 },
          title: 'Mercato',
          object: 'Mercato',
          unit: 'urbanistica',
          keywords: [],
          activity: null,
        },
        officer,
      );
      if (opened.kind !== 'opened') throw new Error(opened.kind);
      const given = { ...asPdf(infected), title: 'Nota', flow: 'internal' as const, correspondent: null };
      expect((await fascicoli.fill(opened.id, given, officer)).kind).toBe('notAdmitted');
      expect((await fascicoli.fill(opened.id, { ...given, bytes: clean }, officer)).kind).toBe('added');
      expect(await protocol.keep({ bytes: infected }, 'officer:anna')).toEqual({ kind: 'infected', signature });
    });

    it('each document says with what and when it was looked at; what is too long says that it was not', async () => {
      await protocol.keep({ bytes: clean }, 'officer:anna');
      expect(await findScan(desk.pool, sha256(clean))).toMatchObject({
        verdict: 'clean',
        engine: expect.stringMatching(/^ClamAV/),
      });
      const long = Buffer.alloc(200 * 1024, 'x');
      expect((await protocol.keep({ bytes: long }, 'officer:anna')).kind).toBe('admitted');
      expect(await findScan(desk.pool, sha256(long))).toMatchObject({ verdict: 'notChecked', said: 'StreamMaxLength' });
    });
  });

  describe('by mail', () => {
    async function arrived(raw: string): Promise<string> {
      const bytes = Buffer.from(raw);
      const { attachments: _none, ...message } = await readMessage(bytes);
      const place = await keepDocument(desk.dataDir, bytes);
      const id = await noteMessage(desk.pool, { ...message, box: 'pec', kept: place }, desk.now());
      return id ?? '';
    }
    const pec = (about: string) => ({
      from: 'marta@pec.example.it',
      to: 'protocollo@pec.example.it',
      subject: `Istanza ${about}`,
      about: `<${about}@example.it>`,
    });

    it('is registered without what is withheld, which is named; the original is kept and not opened', async () => {
      const raw = await transported(pec('virus'), [
        { filename: 'pianta.pdf', content: clean },
        { filename: 'fattura.pdf', content: infected },
      ]);
      const id = await arrived(raw);
      const registration = await protocol.registerMessage(id, 'system');
      if (!registration || registration === 'scannerAway') throw new Error('not registered');
      const found = await protocol.findOne(registration.year, registration.number);
      expect(found?.registration).toMatchObject({
        object: 'Istanza virus',
        sender: [{ name: 'Marta Zanon', address: 'marta@pec.example.it' }],
        attachments: [{ title: 'Allegato 1', hash: sha256(clean) }],
      });
      expect(found?.messages[0]?.reason).toContain(`fattura.pdf (${signature})`);
      const main = await protocol.openFile(registration.year, registration.number, found?.registration.record ?? '');
      const plain = main ? await text(main.stream) : '';
      expect(await readMessage(Buffer.from(plain))).toMatchObject({
        subject: 'Istanza virus',
        sender: [{ name: 'Marta Zanon' }],
        attachments: [],
      });
      expect(plain).toMatch(/fattura\.pdf/);
      expect(plain).toMatch(/Si trasmette quanto in oggetto/);
      expect(await protocol.openMessage(id, 'officer:anna')).toEqual({ kind: 'infected', signature });
      expect(await kept()).toContain(sha256(Buffer.from(raw)));
      expect(await kept()).not.toContain(sha256(infected));
    });

    it('where the virus is in the text, the text stays out as well', async () => {
      const id = await arrived(
        `From: Ugo <ugo@example.it>\r\nMessage-ID: <testo@x>\r\nSubject: Ciao\r\nContent-Type: text/plain\r\n\r\n${eicar}\r\n`,
      );
      const registration = await protocol.registerMessage(id, 'officer:anna');
      if (!registration || registration === 'scannerAway') throw new Error('not registered');
      const found = await protocol.findOne(registration.year, registration.number);
      const main = await protocol.openFile(registration.year, registration.number, found?.registration.record ?? '');
      expect(main && (await text(main.stream))).not.toContain(eicar);
      expect(found?.messages[0]?.reason).toContain(signature);
    });

    it('waits while the scanner is away, neither registered nor opened, and goes on when it is back', async () => {
      const id = await arrived(await transported(pec('attesa'), [{ filename: 'pianta.pdf', content: clean }]));
      await clamd.stop();
      expect(await protocol.registerMessage(id, 'system')).toBe('scannerAway');
      expect(await protocol.openMessage(id, 'officer:anna')).toEqual({ kind: 'scannerAway' });
      await clamd.start();
      expect(await protocol.registerMessage(id, 'system')).toMatchObject({ year: 2026 });
      const opened = await protocol.openMessage(id, 'officer:anna');
      expect(opened && !('kind' in opened)).toBe(true);
    });
  });

  describe('while the scanner is away', () => {
    beforeEach(() => clamd.stop());
    afterAll(() => clamd.start());

    it('nothing is taken, and one alert says so until it is back', async () => {
      const scanner = createClamd({ path: clamd.socket });
      const before = await kept();
      expect(await protocol.keep({ bytes: Buffer.from('%PDF-1.7 anything') }, 'officer:anna')).toEqual({
        kind: 'scannerAway',
      });
      expect(await kept()).toEqual(before);
      const open = async () =>
        (await desk.pool.query(`SELECT FROM eli4u.alert WHERE kind = 'antivirus.away' AND resolved_at IS NULL`))
          .rowCount;
      await watchScanner(desk.pool, scanner, desk.now());
      await watchScanner(desk.pool, scanner, desk.now());
      expect([await open(), (await scannerState(scanner)).gauge]).toEqual([1, 0]);
      await clamd.start();
      await watchScanner(desk.pool, scanner, desk.now());
      expect([await open(), (await scannerState(scanner)).gauge]).toEqual([0, 1]);
    });
  });

  describe('at the interface', () => {
    let key: string;
    let id: string;
    beforeAll(async () => {
      Object.assign(process.env, {
        ELI4U_APP_URL: desk.database.appUrl,
        DATA_DIR: desk.dataDir,
        BASE_URL: 'http://localhost:3000',
        CLAMAV_SOCKET: clamd.tcp,
      });
      key = (await addClient(desk.pool, { name: 'suap', scopes: clientScopes, types: ['*'] }))?.key ?? '';
      ({ id } = await filed(desk.store));
    });
    afterAll(() => composition().pool.end());
    const send = (bytes: Buffer, n: string) =>
      answerDocument(
        new Request(
          `http://localhost:3000/api/v1/procedures/${id}/documents?sha256=${sha256(bytes)}&fileName=pianta.pdf`,
          {
            method: 'POST',
            body: new Uint8Array(bytes),
            headers: { authorization: `Bearer ${key}`, 'idempotency-key': `chiave-${n}` },
          },
        ),
        id,
      );

    it('is 422 with the name of the virus; 503 and Retry-After while the scanner is away; 201 for what is clean', async () => {
      const refused = await send(infected, 'uno-001');
      expect([refused.status, refused.headers.get('content-type')]).toEqual([422, 'application/problem+json']);
      expect(await refused.json()).toMatchObject({
        detail: expect.stringContaining(signature) as string,
        violations: [{ parameter: 'file' }],
        reasons: [{ code: 'infected' }],
      });
      await clamd.stop();
      const away = await send(clean, 'due-002');
      expect([away.status, away.headers.get('retry-after')]).toEqual([503, '60']);
      await clamd.start();
      // The same key: nothing was done under it.
      expect((await send(clean, 'due-002')).status).toBe(201);
      expect(await readdir(path.join(desk.dataDir, 'documents/drafts'))).toEqual([]);
    });
  });

  it('without a scanner all is taken, and nothing says that it was checked', async () => {
    const open = createProtocolStore({ ...desk, scanner: null });
    const unseen = Buffer.from('%PDF-1.7 never looked at');
    expect((await open.keep({ bytes: unseen }, 'officer:anna')).kind).toBe('admitted');
    expect(await findScan(desk.pool, sha256(unseen))).toBeNull();
    await rm(path.join(desk.dataDir, 'documents', sha256(unseen).slice(0, 2)), { recursive: true });
  });
});
