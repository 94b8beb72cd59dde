/** Documents on the public pages of records: read by anybody where their record is open, and nowhere else (D.Lgs. 42/2004 art. 122). */
import { mkdtemp, rm, unlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as preview } from '#app/(site)/records/[id]/anteprima/route.ts';
import { GET as content } from '#app/(site)/records/[id]/contenuto/route.ts';
import { composition } from '#lib/composition.ts';
import { documentPolicy, isDocumentContent } from '#lib/http/document-policy.ts';
import { actOfRepertorio } from '#lib/http/readable-document.ts';
import { keepDocument } from '#lib/store/documents/keep.ts';
import { documentPath } from '#lib/store/documents/storage-key.ts';
import { createPool } from '#lib/store/pool.ts';
import { ead, unit } from '#tests/builders/ead.ts';
import { ingestTexts } from '#tests/builders/ingest.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

const site = 'http://localhost:3000';
const pdf = (words: string) => `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
% ${words}
`;
const titles = ['aperto', 'descritto', 'nascosto', 'interno', 'tolto', 'scartato', 'perduto', 'pagina'] as const;
const ids = {} as Record<(typeof titles)[number], string>;
let database: FreshDatabase;
let dataDir: string;

beforeAll(async () => {
  database = await freshDatabase();
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-open-'));
  Object.assign(process.env, { ELI4U_APP_URL: database.appUrl, DATA_DIR: dataDir, BASE_URL: site });
  const { pool } = composition();
  await ingestTexts(pool, {
    'fondo.xml': ead({ children: titles.map((title) => unit(`Documento ${title}`, { level: 'item' })) }),
  });
  const { rows } = await pool.query<{ id: string; title: string }>('SELECT id, title FROM eli4u.record');
  for (const title of titles) {
    ids[title] = rows.find((row) => row.title === `Documento ${title}`)?.id ?? '';
    const format = title === 'pagina' ? 'html' : 'pdf';
    const bytes = Buffer.from(title === 'pagina' ? '<html><script>alert(1)</script>' : pdf(title));
    const kept = await keepDocument(dataDir, bytes);
    await pool.query(
      `INSERT INTO eli4u.document (record_id, hash, format, bytes, storage_key) VALUES ($1, $2, $3, $4, $5)`,
      [ids[title], kept.sha256, format, kept.bytes, kept.storageKey],
    );
    if (title === 'perduto') await unlink(documentPath(dataDir, kept.storageKey));
  }
  const owner = createPool(database.ownerUrl, { applicationName: 'test owner', max: 1 });
  const become = (title: (typeof titles)[number], set: string) =>
    owner.query(`UPDATE eli4u.record SET ${set} WHERE id = $1`, [ids[title]]);
  await become('descritto', `visibility = 'described', consultable_from = '2990-01-01'`);
  await become('nascosto', `visibility = 'hidden'`);
  await become('interno', 'internal = true');
  await become('tolto', 'deleted_at = now()');
  await owner.query(`ALTER TABLE eli4u.document DISABLE TRIGGER USER`);
  await owner.query('UPDATE eli4u.document SET destroyed_at = now() WHERE record_id = $1', [ids.scartato]);
  await owner.end();
});
afterAll(async () => {
  await composition().pool.end();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const of = (id: string) => ({ params: Promise.resolve({ id }) });
const get = (id: string, query = '', headers = {}) =>
  content(new Request(`${site}/records/${id}/contenuto${query}`, { headers }), of(id));
const picture = (id: string) => preview(new Request(`${site}/records/${id}/anteprima`), of(id));

describe('a document of the historical archive', () => {
  it('that is open is shown as at the desks, in parts, saved under a name that says nothing, and has a first page', async () => {
    const shown = await get(ids.aperto);
    expect([shown.status, await shown.text()]).toEqual([200, pdf('aperto')]);
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(new RegExp(`^inline.*${ids.aperto}\\.pdf`)),
      'content-security-policy': documentPolicy,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(isDocumentContent(`/records/${ids.aperto}/contenuto`)).toBe(true);
    const part = await get(ids.aperto, '', { range: 'bytes=0-4' });
    expect([part.status, await part.text()]).toEqual([206, '%PDF-']);
    expect((await get(ids.aperto, '?scarica')).headers.get('content-disposition')).toMatch(/^attachment/);
    const first = await picture(ids.aperto);
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect(first.headers.get('content-security-policy')).toBe(documentPolicy);
  });

  it.each(['descritto', 'nascosto', 'interno', 'tolto', 'scartato'] as const)(
    'that is %s is nobody’s, with the same answer as one that never was',
    async (title) => {
      for (const ask of [get, picture]) {
        const [answer, never] = [await ask(ids[title]), await ask('zzzzzzzz')];
        expect([answer.status, await answer.text(), [...answer.headers]]).toEqual([
          404,
          await never.text(),
          [...never.headers],
        ]);
      }
    },
  );

  it('that could run something is only saved, and has no picture', async () => {
    const saved = await get(ids.pagina);
    expect(saved.headers.get('content-type')).toBe('application/octet-stream');
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment/);
    expect((await picture(ids.pagina)).status).toBe(404);
  });

  it('whose bytes were lost behind our back says so in words', async () => {
    const answer = await get(ids.perduto);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('non si trova più');
    expect((await picture(ids.perduto)).status).toBe(404);
  });
});

it('an act of a repertorio is nobody’s who does not keep the archive, and is framed by our own pages', async () => {
  expect(await actOfRepertorio('x', 'y', null, composition())).toBeNull();
  expect(isDocumentContent('/archivio/repertori/delibere/atti/abcdefgh/contenuto')).toBe(true);
});
