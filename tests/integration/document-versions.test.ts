import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noReach as nobody } from '#lib/access/reach.ts';
import { findDescribed } from '#lib/store/documents/document-metadata.ts';
import { unreferencedDocuments } from '#lib/store/documents/unreferenced.ts';
import { createFascicoli, type Fascicoli } from '#lib/store/fascicoli/fascicoli.ts';
import { createFascicoloIndex } from '#lib/store/fascicolo-index/fascicolo-index.ts';
import { all, filed, officer, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

const pdf = (words: string, fileName: string | null = `${words}.pdf`) => ({
  bytes: Buffer.from(`%PDF-1.7 ${words}`),
  format: 'pdf',
  fileName,
});
const sha256 = (words: string) => createHash('sha256').update(`%PDF-1.7 ${words}`).digest('hex');

let desk: TestDesk;
let fascicoli: Fascicoli;
let id: string;
beforeAll(async () => {
  desk = await openTestDesk('2026-03-02');
  fascicoli = createFascicoli(desk);
  ({ id } = await filed(desk.store));
});
afterAll(() => desk.end());

async function added(words: string, flow: 'in' | 'internal' = 'internal'): Promise<string> {
  const document = { ...pdf(words), kind: 'other' as const, code: null, title: 'Bozza', flow };
  const result = await desk.store.addDocument({ id, reach: all, actor: officer, expected: null, document });
  if (result.kind !== 'added') throw new Error(JSON.stringify(result));
  return result.record;
}
const replace = (record: string, words: string, expected: number | null = null, reason = 'Corretto l’importo') =>
  desk.store.replaceDocument({ id, record, reach: all, actor: officer, file: pdf(words), reason, expected });
const codes = (result: { kind: string }) =>
  'reasons' in result ? (result.reasons as { code: string }[]).map(({ code }) => code) : result.kind;

describe('a new version', () => {
  it('takes the place of the current one, which stays readable with who, when and why', async () => {
    const record = await added('prima');
    expect(await replace(record, 'seconda', 1)).toEqual({ kind: 'replaced', version: 2, replayed: false });
    expect(await replace(record, 'terza', 2, 'Aggiunta la planimetria')).toMatchObject({ version: 3 });
    expect(await desk.store.listVersions(id, record, all)).toMatchObject([
      {
        version: 3,
        current: true,
        sha256: sha256('terza'),
        fileName: 'terza.pdf',
        reason: 'Aggiunta la planimetria',
        addedBy: 'officer:anna',
      },
      { version: 2, current: false, sha256: sha256('seconda'), fileName: 'seconda.pdf', reason: 'Corretto l’importo' },
      { version: 1, current: false, sha256: sha256('prima'), fileName: 'prima.pdf', reason: null },
    ]);
    const shown = (await desk.store.findCase(id, all))?.documents.find((one) => one.record === record);
    expect(shown).toMatchObject({ version: 3, sha256: sha256('terza'), fileName: 'terza.pdf' });
    const found = await createFascicoloIndex(desk).find(id, record);
    expect(found && (await text(found.open()))).toBe('%PDF-1.7 terza');
    const former = await desk.store.openVersion(id, record, 1, all);
    expect(former && (await text(former.stream))).toBe('%PDF-1.7 prima');
    expect(await desk.store.openVersion(id, record, 4, all)).toBeNull();
    const unreferenced = [];
    for await (const key of unreferencedDocuments(desk.pool, desk.dataDir)) unreferenced.push(key);
    expect(unreferenced).toEqual([]);
  });

  it('is none of what is registered, nor of what came with it: the law wants a registration of its own', async () => {
    const record = await added('entrata', 'in');
    const result = await replace(record, 'altra');
    expect(codes(result)).toEqual(['registered']);
    expect('reasons' in result && result.reasons[0].article).toBe('DPR 445/2000 art. 53');
    const request = (await desk.store.findCase(id, all))?.documents.find(({ kind }) => kind === 'request');
    expect(codes(await replace(request?.record ?? '', 'altra'))).toEqual(['registered']);
  });

  it('wants its reason, other bytes, and that who brings it has seen the current one', async () => {
    const record = await added('bozza');
    expect(codes(await replace(record, 'bozza due', null, '  '))).toEqual(['reasonWanted']);
    expect(codes(await replace(record, 'bozza due', null, 'x'.repeat(501)))).toEqual(['reasonWanted']);
    expect(codes(await replace(record, 'bozza'))).toEqual(['sameBytes']);
    expect(codes(await replace(record, 'bozza due', 2))).toEqual(['overtaken']);
    expect(await desk.store.listVersions(id, record, all)).toHaveLength(1);
  });

  it('of two that come at once on the same one, one is told of the other', async () => {
    const record = await added('contesa');
    const both = await Promise.all([replace(record, 'di Anna', 1), replace(record, 'di Ugo', 1)]);
    expect(both.map(codes).toSorted()).toEqual([['overtaken'], 'replaced'].toSorted());
    expect(await desk.store.listVersions(id, record, all)).toHaveLength(2);
  });

  it('is out of reach where its case is', async () => {
    const record = await added('riservata');
    const beyond = { id, record, reach: nobody, actor: officer, file: pdf('x'), reason: 'prova', expected: null };
    expect(await desk.store.replaceDocument(beyond)).toEqual({ kind: 'unknown' });
    expect(await desk.store.listVersions(id, record, nobody)).toBeNull();
    expect(await desk.store.openVersion(id, record, 1, nobody)).toBeNull();
    const other = await filed(desk.store);
    expect(codes(await desk.store.replaceDocument({ ...beyond, id: other.id, reach: all }))).toBe('unknown');
    expect(await desk.store.listVersions(other.id, record, all)).toBeNull();
  });
});

describe('a fascicolo that no procedure leads', () => {
  it('has versions while it is open', async () => {
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
    const given = { ...pdf('nota'), title: 'Nota', flow: 'internal' as const, correspondent: null };
    const filled = await fascicoli.fill(opened.id, given, officer);
    const record = filled.kind === 'added' ? filled.record : '';
    const next = { ...pdf('nota rivista'), reason: 'Errore di battitura', expected: 1 };
    expect(await fascicoli.replace(opened.id, record, next, officer)).toMatchObject({ kind: 'replaced', version: 2 });
    expect(await fascicoli.listVersions(opened.id, record)).toHaveLength(2);
    const former = await fascicoli.openVersion(opened.id, record, 1);
    expect(former && (await text(former.stream))).toBe('%PDF-1.7 nota');
    expect(await fascicoli.listVersions(id, record)).toBeNull();
    expect((await fascicoli.close(opened.id, { postpone: 'Si decide poi' }, officer)).kind).toBe('done');
    const late = { ...pdf('tardi'), reason: 'Tardi', expected: null };
    expect(codes(await fascicoli.replace(opened.id, record, late, officer))).toEqual(['closed']);
  });
});

describe('the database', () => {
  it('changes no bytes but by a next version, of nothing that is registered, and no former version', async () => {
    const record = await added('custodita');
    const registered = await added('protocollata', 'in');
    const set = (of: string, what: string) =>
      desk.pool.query(`UPDATE eli4u.document SET ${what} WHERE record_id = $1`, [of]);
    await expect(set(record, `hash = 'x'`)).rejects.toThrow('only by its next version');
    await expect(set(record, `version = 2, hash = 'x'`)).rejects.toThrow('only by its next version');
    await replace(record, 'custodita due');
    await expect(set(record, `version = 1`)).rejects.toThrow('only by its next version');
    await desk.pool.query(
      `INSERT INTO eli4u.document_version (record_id, version, hash, format, bytes, storage_key, added_at, added_by, replaced_at, replaced_by, reason)
       SELECT record_id, version, hash, format, bytes, storage_key, now(), 'x', now(), 'x', 'prova' FROM eli4u.document WHERE record_id = $1`,
      [registered],
    );
    await expect(set(registered, `version = 2, format = 'png'`)).rejects.toThrow('DPR 445/2000 art. 53');
    for (const change of [`hash = 'x'`, `reason = 'altro'`, `destroyed_at = now(), reason = NULL, file_name = NULL`])
      await expect(
        desk.owner.query(`UPDATE eli4u.document_version SET ${change} WHERE record_id = $1`, [record]),
      ).rejects.toThrow('stays as it was');
    await expect(desk.owner.query('DELETE FROM eli4u.document_version WHERE record_id = $1', [record])).rejects.toThrow(
      'stays as it was',
    );
  });
});

describe('what is known of a document', () => {
  it('is its registration with what came with it, its fascicolo, and each version that was replaced', async () => {
    const { id: filedId } = await filed(desk.store, {
      documents: [{ ...pdf('planimetria'), kind: 'attachment', code: null, title: 'Planimetria', flow: 'in' }],
    });
    const [request, enclosed] = (await desk.store.findCase(filedId, all))?.documents ?? [];
    const whole = await findDescribed(desk.pool, request?.record ?? '');
    expect(whole).toMatchObject({
      kind: 'request',
      version: 1,
      fascicolo: { id: filedId, kind: 'procedimento', keep: false },
      registration: {
        on: '2026-03-02',
        record: request?.record,
        attachments: [{ record: enclosed?.record, title: 'Planimetria' }],
      },
      changes: [],
    });
    expect(await findDescribed(desk.pool, enclosed?.record ?? '')).toMatchObject({
      registration: { record: request?.record },
    });
    const draft = await added('descritta');
    await replace(draft, 'descritta due');
    expect(await findDescribed(desk.pool, draft)).toMatchObject({
      version: 2,
      registration: null,
      changes: [{ on: '2026-03-02', by: 'officer:anna', former: sha256('descritta'), reason: 'Corretto l’importo' }],
    });
    expect(await findDescribed(desk.pool, 'nobody')).toBeNull();
  });
});
