import { randomBytes } from 'node:crypto';
import { utimes } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from '#lib/store/pool.ts';
import { keepDocument } from '#lib/store/documents/keep.ts';
import { keepsDocument } from '#lib/store/documents/read.ts';
import { documentPath } from '#lib/store/documents/storage-key.ts';
import { sweepUnreferenced } from '#lib/store/keeping/sweep-unreferenced.ts';
import { forgetRequestDrafts } from '#lib/store/request-drafts/forget-drafts.ts';
import { mostDrafts, mostFiles } from '#lib/store/request-drafts/draft-limits.ts';
import { createRequestDrafts, type DraftPage, type RequestDrafts } from '#lib/store/request-drafts/request-drafts.ts';
import { all, aRequest, filed, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

/** Words that stand in no log, audit or queue. */
const canary = 'CANARINO-7731';
const day = 86_400_000;

let desk: TestDesk;
let drafts: RequestDrafts;
let lucia: string;
let ugo: string;

const newId = () => randomBytes(16).toString('hex');
const aPage = (change: Partial<DraftPage> = {}): DraftPage => ({
  type: { code: 'patrocinio', version: 1 },
  step: '1',
  answers: { 'a.initiative': [canary] },
  isOfPage: (name) => name.startsWith('a.initiative'),
  takesVersion: true,
  ...change,
});
const agentOf = async (id: string) => (await desk.store.findCase(id, all))?.parties[0]?.agent ?? '';
const aFile = async (text: string, code: string | null = null) => ({
  code,
  fileName: `${canary}.pdf`,
  format: 'pdf',
  kept: await keepDocument(desk.dataDir, Buffer.from(text)),
});

beforeAll(async () => {
  desk = await openTestDesk('2026-03-02');
  drafts = createRequestDrafts(desk);
  lucia = await agentOf((await filed(desk.store)).id);
  const stranger = { kind: 'person', name: 'Ugo Altri', taxCode: 'LTRGUO80A01G224Y', contacts: {} } as const;
  ugo = await agentOf(
    (await filed(desk.store, { parties: [{ role: 'applicant', actsFor: null, agent: stranger }] })).id,
  );
});
afterAll(() => desk.end());

describe('a draft', () => {
  it('is begun by its first page, and each page saves its own answers', async () => {
    const id = newId();
    expect(await drafts.save(lucia, id, aPage())).toMatchObject({ kind: 'saved', revision: 1 });
    const places = { 'a.place.0.street': ['Prato della Valle'], 'a.initiative': ['of another page'] };
    await drafts.save(
      lucia,
      id,
      aPage({ step: '2', answers: places, isOfPage: (name) => name.startsWith('a.place.') }),
    );
    expect(await drafts.find(lucia, id)).toMatchObject({
      owner: lucia,
      forAgent: lucia,
      step: '2',
      revision: 2,
      answers: { 'a.initiative': [canary], 'a.place.0.street': ['Prato della Valle'] },
      files: [],
    });
    await drafts.save(lucia, id, aPage({ answers: {} }));
    expect((await drafts.find(lucia, id))?.answers).toEqual({ 'a.place.0.street': ['Prato della Valle'] });
  });

  it('is its owner’s alone, whoever else is served by the same connection', async () => {
    const pool = createPool(desk.database.appUrl, { applicationName: 'test', max: 1 });
    const shared = createRequestDrafts({ pool, now: desk.now });
    const id = newId();
    await shared.save(lucia, id, aPage());
    const [hers, his, saved, file, removed] = await Promise.all([
      shared.find(lucia, id),
      shared.find(ugo, id),
      shared.save(ugo, id, aPage()),
      shared.addFile(ugo, id, await aFile('x')),
      shared.remove(ugo, id),
    ]);
    expect(hers?.answers).toEqual({ 'a.initiative': [canary] });
    expect(his).toBeNull();
    expect([saved, file, removed]).toEqual([{ kind: 'unknown' }, { kind: 'unknown' }, false]);
    expect((await shared.list(ugo)).map((line) => line.id)).not.toContain(id);
    // Outside of a transaction that acts as the owner nothing is there, nor for the system.
    expect((await pool.query('SELECT FROM eli4u.request_draft')).rowCount).toBe(0);
    await pool.query('BEGIN');
    await pool.query(`SELECT eli4u.act_as('system', 'filing')`);
    expect((await pool.query('SELECT FROM eli4u.request_draft')).rowCount).toBe(0);
    expect((await pool.query('SELECT FROM eli4u.request_draft_file')).rowCount).toBe(0);
    await pool.query('ROLLBACK');
    await pool.end();
  });

  it('of an older version keeps it until its owner has seen the new questions', async () => {
    const id = newId();
    await drafts.save(lucia, id, aPage());
    const later = { type: { code: 'patrocinio', version: 2 } };
    await drafts.save(lucia, id, aPage({ ...later, takesVersion: false }));
    expect((await drafts.find(lucia, id))?.type.version).toBe(1);
    await drafts.save(lucia, id, aPage(later));
    expect((await drafts.find(lucia, id))?.type.version).toBe(2);
    expect(await drafts.save(lucia, id, aPage({ type: { code: 'cila', version: 1 } }))).toEqual({ kind: 'unknown' });
  });

  it('lists those of whom one acts for', async () => {
    const id = newId();
    await drafts.save(lucia, id, aPage({ forAgent: ugo }));
    expect((await drafts.list(lucia, ugo)).map((line) => line.id)).toEqual([id]);
    expect((await drafts.list(lucia, lucia)).map((line) => line.id)).not.toContain(id);
    // Who is drafted for does not see it: it is not sent.
    expect(await drafts.list(ugo)).toEqual([]);
  });

  it('is one of fifty at most, with thirty files', async () => {
    const id = newId();
    await drafts.save(ugo, id, aPage());
    const one = await aFile('thirty times');
    for (let n = 0; n < mostFiles; n++)
      expect(await drafts.addFile(ugo, id, { ...one, fileName: `${n}.pdf` })).toEqual({ kind: 'added' });
    // The same once more is the same.
    expect(await drafts.addFile(ugo, id, { ...one, fileName: '7.pdf' })).toEqual({ kind: 'added' });
    expect(await drafts.addFile(ugo, id, one)).toEqual({ kind: 'tooMany' });
    const large = { ...one, kept: { ...one.kept, bytes: 1024 ** 3 } };
    expect(await drafts.removeFile(ugo, id, (await drafts.find(ugo, id))?.files[0]?.id ?? '')).toBe(true);
    expect(await drafts.addFile(ugo, id, large)).toEqual({ kind: 'tooMuch' });
    for (let n = 1; n < mostDrafts; n++) await drafts.save(ugo, newId(), aPage());
    expect(await drafts.save(ugo, newId(), aPage())).toEqual({ kind: 'tooMany' });
    expect(await drafts.save(ugo, id, aPage())).toMatchObject({ kind: 'saved' });
    for (const line of await drafts.list(ugo)) expect(await drafts.remove(ugo, line.id)).toBe(true);
    expect(await drafts.remove(ugo, id)).toBe(false);
  });
});

describe('files of a draft', () => {
  it('replace the one that stood for the same document, and go when they are taken out', async () => {
    const id = newId();
    await drafts.save(lucia, id, aPage());
    await drafts.addFile(lucia, id, await aFile('first', 'programma'));
    await drafts.addFile(lucia, id, await aFile('second', 'programma'));
    await drafts.addFile(lucia, id, await aFile('further'));
    const files = (await drafts.find(lucia, id))?.files ?? [];
    expect(files.map(({ code, bytes }) => [code, bytes])).toEqual([
      ['programma', 6],
      [null, 7],
    ]);
    expect(await drafts.removeFile(lucia, id, files[0]?.id ?? '')).toBe(true);
    expect(await drafts.removeFile(lucia, id, 'no number')).toBe(false);
    expect((await drafts.find(lucia, id))?.files).toHaveLength(1);
  });

  it('keep their bytes from the sweep while they wait, and not longer', async () => {
    const id = newId();
    await drafts.save(lucia, id, aPage());
    const file = await aFile('waits with its draft');
    await drafts.addFile(lucia, id, file);
    const { storageKey, sha256 } = file.kept;
    const old = new Date(Date.now() - 2 * day);
    await utimes(documentPath(desk.dataDir, storageKey), old, old);
    await sweepUnreferenced(desk.pool, desk.dataDir, Date.now());
    expect(await keepsDocument(desk.dataDir, storageKey, sha256)).toBe(true);
    await drafts.remove(lucia, id);
    await sweepUnreferenced(desk.pool, desk.dataDir, Date.now());
    expect(await keepsDocument(desk.dataDir, storageKey, sha256)).toBe(false);
  });
});

describe('what becomes of a draft', () => {
  const send = async (id: string) => {
    const draft = await drafts.find(lucia, id);
    const result = await desk.store.fileProcedure(
      aRequest({
        channel: 'web',
        identification: 'demonstration',
        parties: [{ role: 'applicant', actsFor: null, agent: { id: lucia } }],
        documents: (draft?.files ?? []).map(({ fileName, format, sha256, bytes, storageKey }) => ({
          kind: 'attachment',
          code: 'programma',
          flow: 'in',
          fileName,
          format,
          kept: { sha256, bytes, storageKey },
        })),
        idempotency: { client: `form:${lucia}`, key: id, requestHash: 'same' },
        draft: { id, owner: lucia },
      }),
      { kind: 'citizen', id: lucia },
    );
    return result.kind === 'filed' ? result.receipt : null;
  };

  it('is sent once, however often one presses; only what it became is left', async () => {
    const id = newId();
    await drafts.save(lucia, id, aPage());
    await drafts.addFile(lucia, id, await aFile('programme', 'programma'));
    const [one, two] = await Promise.all([send(id), send(id)]);
    expect(one?.id).toBe(two?.id);
    expect(await drafts.find(lucia, id)).toMatchObject({ filedAs: one?.id, answers: {}, files: [] });
    const { items } = (await desk.store.listDocuments(one?.id ?? '', all)) ?? { items: [] };
    expect(items.map(({ code, fileName }) => [code, fileName])).toEqual([
      [null, null],
      ['programma', `${canary}.pdf`],
    ]);
    expect(await drafts.save(lucia, id, aPage())).toEqual({ kind: 'filed', as: one?.id });
    expect(await drafts.addFile(lucia, id, await aFile('late'))).toEqual({ kind: 'unknown' });
    expect((await drafts.list(lucia)).map((line) => line.id)).not.toContain(id);
  });

  it('is forgotten a year after its last word, with its files', async () => {
    const id = newId();
    await drafts.save(lucia, id, aPage());
    await drafts.addFile(lucia, id, await aFile('old'));
    const later = (days: number) => new Date(desk.now().getTime() + days * day);
    await forgetRequestDrafts(desk.pool, later(364));
    expect(await drafts.find(lucia, id)).not.toBeNull();
    expect(await forgetRequestDrafts(desk.pool, later(365))).toBeGreaterThan(0);
    expect(await drafts.find(lucia, id)).toBeNull();
    expect((await desk.owner.query('SELECT FROM eli4u.request_draft_file')).rowCount).toBe(0);
  });

  it('is in no audit, no queue', async () => {
    const { rows } = await desk.pool.query<{ said: string }>(
      `SELECT to_jsonb(a)::text AS said FROM eli4u.audit_event a UNION ALL SELECT to_jsonb(o)::text FROM eli4u.outbox o`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ said }) => said.includes(canary))).toEqual([]);
    const actions = await desk.pool.query<{ action: string }>(
      `SELECT DISTINCT action FROM eli4u.audit_event WHERE action LIKE 'requestDraft.%' ORDER BY 1`,
    );
    expect(actions.rows.map(({ action }) => action)).toEqual([
      'requestDraft.begun',
      'requestDraft.deleted',
      'requestDraft.fileAdded',
      'requestDraft.fileRemoved',
      'requestDraft.filed',
    ]);
  });
});
