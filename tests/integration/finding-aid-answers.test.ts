import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { composition } from '#lib/composition.ts';
import { answerCsv } from '#lib/http/finding-aid/answer-csv.ts';
import { answerEad3 } from '#lib/http/finding-aid/answer-ead3.ts';
import { answerPrint, mostPrinted } from '#lib/http/finding-aid/answer-print.ts';
import { ead, unit } from '#tests/builders/ead.ts';
import { idsByTitle, ingestTexts } from '#tests/builders/ingest.ts';
import { createPool } from '#lib/store/pool.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

const base = 'https://archivio.example.it';
let database: FreshDatabase;
let dataDir: string;
let ids: Record<string, string>;

const holdings = (withGone: boolean) =>
  ead({
    title: 'Estimi',
    children: [
      unit('Serie dei registri', {
        id: 's1',
        children: [
          unit('=Registro primo', { id: 'u1', unitid: 'reg. 1', date: '1418' }),
          unit('Registro riservato', {
            id: 'u2',
            body: '<accessrestrict><p>Non consultabile fino al 2090.</p></accessrestrict>',
            did: '<dao daotype="derived" href="https://example.org/riservato.jpg"/>',
          }),
          unit('Carte celate', { id: 'u3', audience: 'internal' }),
          ...(withGone ? [unit('Registro tolto', { id: 'u4' })] : []),
        ],
      }),
    ],
  });

beforeAll(async () => {
  database = await freshDatabase();
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-answers-'));
  vi.stubEnv('ELI4U_APP_URL', database.appUrl);
  vi.stubEnv('DATA_DIR', dataDir);
  vi.stubEnv('BASE_URL', base);
  const owner = createPool(database.ownerUrl, { applicationName: 'test', max: 2 });
  await ingestTexts(owner, { 'estimi.xml': holdings(true) });
  ids = await idsByTitle(owner);
  await ingestTexts(owner, { 'estimi.xml': holdings(false) });
  await owner.end();
}, 120_000);
afterAll(async () => {
  await composition().pool.end();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

const idOf = (title: string) => ids[title] ?? '';
const asking = (address: string, headers: Record<string, string> = {}) => new Request(`${base}${address}`, { headers });
const csvOf = (id: string) => answerCsv(asking(`/records/${id}/inventario.csv`), id);
const answers: Record<string, (id: string) => Promise<Response>> = {
  csv: csvOf,
  ead3: (id) => answerEad3(asking(`/data/${id}.ead.xml`), id),
  print: (id) => answerPrint(asking(`/records/${id}/stampa`, { 'accept-language': 'it' }), id),
};

describe.each(Object.entries(answers))('%s', (_, answer) => {
  it('has what is shown and nothing else', async () => {
    const given = await answer(idOf('Estimi'));
    expect(given.status).toBe(200);
    const text = await given.text();
    for (const shown of ['Serie dei registri', 'Registro primo', 'reg. 1', 'Registro riservato'])
      expect(text).toContain(shown);
    for (const not of ['Carte celate', 'Registro tolto', 'riservato.jpg']) expect(text).not.toContain(not);
  });

  it.each([
    ['Carte celate', 404],
    ['Registro tolto', 410],
  ])('%s: %d', async (title, status) => expect((await answer(idOf(title))).status).toBe(status));

  it.each(['00000000', 'x', ''])('an id that never was, %j: 404', async (id) =>
    expect((await answer(id)).status).toBe(404),
  );

  it('begins with any unit', async () => {
    const text = await (await answer(idOf('Serie dei registri'))).text();
    expect(text).toContain('Registro primo');
  });
});

it('EAD3 is for whoever asks from wherever', async () => {
  const given = await answers['ead3']?.(idOf('Estimi'));
  expect(given?.headers.get('content-type')).toBe('application/xml; charset=utf-8');
  expect(given?.headers.get('access-control-allow-origin')).toBe('*');
  const text = (await given?.text()) ?? '';
  expect(text).toContain(`<recordid instanceurl="${base}/id/${idOf('Estimi')}">${idOf('Estimi')}</recordid>`);
  expect(text).toContain(
    '<accessrestrict localtype="ConsultabileDal"><p>Consultabile dal 2091-01-01</p></accessrestrict>',
  );
});

it('a CSV is saved, and holds no formula', async () => {
  const given = await csvOf(idOf('Estimi'));
  expect(given.headers.get('content-disposition')).toContain(`attachment; filename="inventario-${idOf('Estimi')}.csv"`);
  expect(await given.text()).toContain(`2,file,,reg. 1,"'=Registro primo",1418,`);
});

it.each([
  ['?lang=en', {}, 'en', 'Documents open to readers from 1 January 2091.'],
  ['', { cookie: 'eli4u-lang=en' }, 'en', 'Contents'],
  ['', { 'accept-language': 'it' }, 'it', 'Documenti consultabili dal 1° gennaio 2091.'],
])('the printed inventory speaks the language asked for: %s %j', async (query, headers, lang, words) => {
  const id = idOf('Estimi');
  const given = await answerPrint(asking(`/records/${id}/stampa${query}`, headers), id);
  expect(given.headers.get('content-language')).toBe(lang);
  expect(await given.text()).toContain(words);
});

it('what is too large for paper is refused with where to have it', async () => {
  const { pool } = composition();
  const owner = createPool(database.ownerUrl, { applicationName: 'test', max: 1 });
  await owner.query(
    `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, title)
     SELECT lpad(n::text, 8, '0'), r.repository_id, r.id, r.root_id, 1000000 + n, r.depth + 1, 'file', 'Foglio ' || n
       FROM eli4u.record r, generate_series(1, ${mostPrinted}) n WHERE r.id = $1`,
    [idOf('Serie dei registri')],
  );
  await owner.end();
  expect(pool.totalCount).toBeGreaterThan(0);
  const id = idOf('Estimi');
  const given = await answerPrint(asking(`/records/${id}/stampa`, { 'accept-language': 'it' }), id);
  const text = await given.text();
  expect(text).toContain('più di 20.000 unità');
  expect(text).toContain(`href="/records/${id}/inventario.csv"`);
  expect(text).not.toContain('Foglio');
  // The others have no such bound.
  expect((await (await csvOf(id)).text()).split('\r\n').length).toBeGreaterThan(mostPrinted);
}, 120_000);
