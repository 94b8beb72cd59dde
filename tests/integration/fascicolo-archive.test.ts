import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { organisationOf } from '#lib/access/organisation.ts';
import { noReach } from '#lib/access/reach.ts';
import type { StaffSession } from '#lib/access/session.ts';
import { archiveEntries, describedLines, type HandedFascicolo } from '#lib/http/fascicolo-archive.ts';
import { handFascicolo } from '#lib/http/hand-fascicolo.ts';
import { zipStream } from '#lib/http/zip-stream.ts';
import { findFormerVersions } from '#lib/store/documents/former-versions.ts';
import { documentPath } from '#lib/store/documents/storage-key.ts';
import { createFascicoli } from '#lib/store/fascicoli/fascicoli.ts';
import { createLookStore } from '#lib/store/looks/look-store.ts';
import type { PlacedDocument } from '#lib/store/procedures/procedure-store.ts';
import { createStaffStore } from '#lib/store/staff/staff-store.ts';
import { all, filed, officer, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

const run = promisify(execFile);
let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk('2026-03-02');
});
afterAll(() => desk.end());

/** A case with its request and two documents of the same name; one at a page, so that pages follow each other. */
async function aFascicolo(mayRead: HandedFascicolo['mayRead'] = () => true) {
  const { id } = await filed(desk.store);
  for (const [flow, text] of [
    ['in', `%PDF-1.7 ${id} piano`],
    ['internal', `%PDF-1.7 ${id} parere`],
  ] as const) {
    const added = await desk.store.addDocument({
      id,
      reach: all,
      actor: officer,
      expected: null,
      document: {
        bytes: Buffer.from(text),
        format: 'pdf',
        fileName: '../Atto.pdf',
        kind: 'attachment',
        code: null,
        flow,
      },
    });
    if (added.kind !== 'added') throw new Error('not added');
  }
  const facts = {
    id,
    title: 'Patrocinio',
    code: null,
    openedOn: null,
    closedOn: null,
    agency: 'Comune',
    madeAt: '2026-03-02T10:00:00.000Z',
    url: 'https://example.org/p',
  };
  const handed: HandedFascicolo = {
    facts,
    page: (after) => desk.store.listDocuments(id, all, { after, limit: 1 }),
    mayRead,
    beside: async (records) => {
      const former = await findFormerVersions(desk, records);
      return {
        metadata: new Map(records.map((record) => [record, `<di>${record}</di>`])),
        former: new Map(records.map((record) => [record, former.filter((one) => one.record === record)])),
      };
    },
    aggregation: (documents) => `<documenti>${documents.length}</documenti>`,
  };
  return { id, handed };
}

const zipped = (handed: HandedFascicolo) => buffer(zipStream(archiveEntries(handed), desk.now()));

/** Stored entries by the central directory, each with its bytes. */
function unzipped(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  const found = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50);
    const [size, name, extra, comment, local] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ];
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    found.set(zip.toString('utf8', at + 46, at + 46 + name), zip.toString('utf8', from, from + size));
    at += 46 + name + extra + comment;
  }
  expect(at).toBe(end);
  return found;
}

async function pathOf(id: string, ordinal: number): Promise<string> {
  const { rows } = await desk.pool.query<{ key: string }>(
    'SELECT storage_key AS key FROM eli4u.procedure_document JOIN eli4u.document USING (record_id) WHERE procedure_id = $1 AND ordinal = $2',
    [id, ordinal],
  );
  return documentPath(desk.dataDir, rows[0]?.key ?? '');
}

describe('a whole fascicolo as ZIP', () => {
  it('holds each document as it was kept, then its index', async () => {
    const { id, handed } = await aFascicolo();
    const files = unzipped(await zipped(handed));
    expect([...files.keys()]).toEqual([
      expect.stringMatching(/^documenti\/00001-.+\.json$/),
      'metadati/00001.xml',
      'documenti/00002-Atto.pdf',
      'metadati/00002.xml',
      'documenti/00003-Atto.pdf',
      'metadati/00003.xml',
      'metadati/fascicolo.xml',
      'indice.csv',
      'indice.html',
    ]);
    expect([...files.values()][0]).toBe('{"festa":true}');
    expect(files.get('documenti/00002-Atto.pdf')).toBe(`%PDF-1.7 ${id} piano`);
    expect(files.get('documenti/00003-Atto.pdf')).toBe(`%PDF-1.7 ${id} parere`);
    expect(files.get('metadati/fascicolo.xml')).toBe('<documenti>3</documenti>');
    expect(files.get('indice.html')).toContain('Presenti: 3.');
    expect(files.get('indice.csv')?.split('\r\n')).toHaveLength(5);
  });

  it('leaves out what somebody may not read, and says no more than that', async () => {
    const { handed } = await aFascicolo(({ flow }) => flow !== 'internal');
    const { items } = (await handed.page(2)) ?? { items: [] };
    const files = unzipped(await zipped(handed));
    expect([...files.keys()].filter((name) => name.startsWith('documenti/'))).toHaveLength(2);
    expect([...files.keys()]).not.toContain('metadati/00003.xml');
    expect(files.get('metadati/fascicolo.xml')).toBe('<documenti>2</documenti>');
    expect(files.get('indice.csv')).toContain('3;escluso');
    for (const index of ['indice.csv', 'indice.html']) expect(files.get(index)).not.toContain(items[0]?.sha256);
    const lines = await Readable.from(describedLines(handed)).toArray();
    expect(lines.at(-1)).toEqual({
      ordinal: 3,
      outcome: 'withheld',
      entry: null,
      metadata: null,
      former: [],
      document: null,
    });
  });

  it('says what is lost, altered or destroyed, and is whole without it', async () => {
    const { id, handed } = await aFascicolo();
    await rm(await pathOf(id, 2));
    const altered = await pathOf(id, 3);
    await rm(altered);
    await writeFile(altered, 'short');
    const files = unzipped(await zipped(handed));
    expect([...files.keys()].filter((name) => name.startsWith('documenti/'))).toHaveLength(1);
    // What is known of them is handed out all the same.
    expect([...files.keys()]).toContain('metadati/00003.xml');
    expect(files.get('indice.html')).toContain('Presenti: 1. Esclusi: 0. Scartati: 0. Mancanti: 2.');
    await desk.owner.query(
      `UPDATE eli4u.document SET destroyed_at = '2026-03-01T23:30:00Z' FROM eli4u.procedure_document o
        WHERE o.record_id = document.record_id AND o.procedure_id = $1 AND o.ordinal = 2`,
      [id],
    );
    expect(unzipped(await zipped(handed)).get('indice.html')).toContain('scartato con autorizzazione il 2026-03-02');
  });

  it('has no entry whose bytes are as many as they were and no longer the same: they lie under no name, and the index says so', async () => {
    const { id, handed } = await aFascicolo();
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const file = await pathOf(id, 2);
    const before = await readFile(file);
    await rm(file);
    await writeFile(
      file,
      before.map((byte, n) => (n === before.length - 1 ? byte ^ 1 : byte)),
    );
    const zip = await zipped(handed);
    const files = unzipped(zip);
    expect([...files.keys()]).not.toContain('documenti/00002-Atto.pdf');
    expect(files.get('documenti/00003-Atto.pdf')).toBe(`%PDF-1.7 ${id} parere`);
    expect(files.get('indice.html')).toContain('Presenti: 2. Esclusi: 0. Scartati: 0. Mancanti: 1.');
    expect(files.get('indice.csv')?.split('\r\n')[2]).toMatch(/^2;mancante: contenuto assente o alterato;;/);
    // Others read the archive as we do.
    const place = path.join(desk.dataDir, 'fascicolo.zip');
    await writeFile(place, zip);
    const { stdout } = await run('python3', [
      '-c',
      'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(z.testzip(), len(z.namelist()))',
      place,
    ]);
    expect(stdout.trim()).toBe(`None ${files.size}`);
    expect(told).toHaveBeenCalledWith(expect.stringContaining('not what they were'));
    told.mockRestore();
  });

  it('goes on where a document cannot be read to its end', async () => {
    const { handed } = await aFascicolo();
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const page: HandedFascicolo['page'] = async (after) => {
      const found = await handed.page(after);
      const broken = async function* () {
        yield Buffer.from('%PDF');
        throw new Error('EIO');
      };
      const items = (found?.items ?? []).map((one) =>
        one.ordinal === 2 ? { ...one, open: async () => Readable.from(broken()) } : one,
      );
      return { items, next: found?.next ?? null };
    };
    const files = unzipped(await zipped({ ...handed, page }));
    expect([...files.keys()]).not.toContain('documenti/00002-Atto.pdf');
    expect(files.get('indice.html')).toContain('Presenti: 2. Esclusi: 0. Scartati: 0. Mancanti: 1.');
    told.mockRestore();
  });

  it('has the former versions of what is not registered in a folder of their own, and metadata by Allegato 5', async () => {
    const { id } = await aFascicolo();
    const draft = (text: string) => ({ bytes: Buffer.from(text), format: 'pdf', fileName: 'bozza.pdf' });
    const added = await desk.store.addDocument({
      id,
      reach: all,
      actor: officer,
      expected: null,
      document: { ...draft('%PDF-1.7 prima'), kind: 'other', code: null, title: 'Bozza', flow: 'internal' },
    });
    const record = added.kind === 'added' ? added.record : '';
    for (const text of ['%PDF-1.7 seconda', '%PDF-1.7 terza'])
      await desk.store.replaceDocument({
        id,
        record,
        reach: all,
        actor: officer,
        file: draft(text),
        reason: 'corretta',
        expected: null,
      });
    const { unit = '' } =
      (await desk.pool.query<{ unit: string }>('SELECT unit FROM eli4u.procedure WHERE id = $1', [id])).rows[0] ?? {};
    const session: StaffSession = {
      kind: 'staff',
      member: 'anna',
      agent: null,
      name: 'Anna',
      roles: [{ role: 'officer', unit, types: null }],
    };
    const organisation = organisationOf(desk.types.units(), desk.types.listTypes('2026-03-02'));
    const handed = await handFascicolo(id, session, {
      ...desk,
      procedures: desk.store,
      fascicoli: createFascicoli(desk),
      procedureTypes: desk.types,
      titolari: desk.types.titolari(),
      staff: createStaffStore(desk.pool),
      looks: createLookStore(desk.pool, desk.now),
      organisation: () => organisation,
      baseUrl: 'https://example.org',
    });
    const files = unzipped(await zipped(handed ?? expect.fail()));
    expect([...files.entries()].filter(([name]) => name.startsWith('versioni/'))).toEqual([
      ['versioni/00004-v1-bozza.pdf', '%PDF-1.7 prima'],
      ['versioni/00004-v2-bozza.pdf', '%PDF-1.7 seconda'],
    ]);
    expect(files.get('documenti/00004-bozza.pdf')).toBe('%PDF-1.7 terza');
    expect(files.get('metadati/00004.xml')).toContain(`<Identificativo>${record}</Identificativo>`);
    expect(files.get('metadati/00004.xml')).toContain('corretta');
    const aggregation = files.get('metadati/fascicolo.xml') ?? '';
    expect(aggregation).toContain('<TipologiaFascicolo>procedimento amministrativo</TipologiaFascicolo>');
    expect(aggregation.match(/<IdDoc>/g)).toHaveLength(4);
    expect(files.get('indice.html')).toContain(
      '<a href="versioni/00004-v1-bozza.pdf">versione 1, fino al 2026-03-02</a>',
    );
  });

  it('stops where the reader goes away: what is open is closed, nothing else is opened', async () => {
    const { handed } = await aFascicolo();
    let opened = 0;
    const endless = new Readable({
      read() {
        this.push(Buffer.alloc(65_536));
      },
    });
    const page: HandedFascicolo['page'] = async (after) => {
      const found = await handed.page(after);
      const items = (found?.items ?? []).map((one): PlacedDocument => ({
        ...one,
        bytes: 1e12,
        open: async () => ((opened += 1), endless),
      }));
      return { items, next: found?.next ?? null };
    };
    const zip = zipStream(archiveEntries({ ...handed, page }), desk.now());
    const reader = (Readable.toWeb(zip) as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    await reader.cancel();
    await expect.poll(() => endless.destroyed).toBe(true);
    expect(opened).toBe(1);
  });

  it('has nothing for who has the case not within reach', async () => {
    const { id } = await aFascicolo();
    expect(await desk.store.listDocuments(id, noReach)).toBeNull();
    expect(await desk.store.listDocuments('a\0', all)).toBeNull();
  });
});
