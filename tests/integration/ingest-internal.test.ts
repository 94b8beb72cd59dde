/** What becomes internal vanishes from everything that the public is shown. */
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPool } from '#lib/store/pool.ts';
import { createReadingStore, type ReadingStore } from '#lib/store/reading/reading-store.ts';
import { ead, unit } from '#tests/builders/ead.ts';
import { ingestTexts, storedRecords } from '#tests/builders/ingest.ts';
import { searchRows } from '#tests/builders/search-rows.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

let database: FreshDatabase;
let pool: pg.Pool;
let store: ReadingStore;
beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
  store = createReadingStore(pool, Date.now);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const fonds = (change: (text: string) => string = (text) => text) =>
  change(
    ead({
      recordid: 'vanishing',
      children: [
        unit('Serie', {
          level: 'series',
          children: [
            unit('Lettere riservate', {
              unitid: 'R-77',
              did: '<origination><persname><part>Zorzi, Zaccaria</part></persname></origination>',
              body: '<scopecontent><p>Parole <emph>segretissime</emph></p></scopecontent><controlaccess><subject><part>Congiura</part></subject></controlaccess><dao daotype="unknown" href="http://x.it/segreto.jpg"/>',
            }),
          ],
        }),
      ],
    }),
  );
const words = ['riservate', 'zorzi', 'segretissime', 'congiura'];

const idOf = async (title: string) => (await storedRecords(pool)).find((record) => record.title === title)?.id ?? '';
const agentId = async () =>
  (await pool.query<{ id: string }>(`SELECT id FROM eli4u.agent WHERE authorised_name = 'Zorzi, Zaccaria'`)).rows[0]
    ?.id ?? '';

async function publicWords(): Promise<string[]> {
  const rows = (await searchRows(pool)).filter((row) => row['scope'] === 'public');
  const said = JSON.stringify(rows).toLowerCase();
  // The index holds stems.
  return words.filter((word) => said.includes(word.slice(0, 4)));
}

async function shown(): Promise<Record<string, boolean>> {
  const [record, agent, children] = await Promise.all([
    store.findRecord(await idOf('Lettere riservate')),
    store.findAgent(await agentId()),
    store.findChildren(await idOf('Serie'), { limit: 10 }),
  ]);
  return { record: record !== null, agent: agent !== null, children: (children?.items.length ?? 0) > 0 };
}

it.each<[string, (text: string) => string]>([
  ['the unit', (text) => text.replace('<c level="file"', '<c level="file" audience="internal"')],
  ['the unit above', (text) => text.replace('<c level="series"', '<c level="series" audience="internal"')],
  ['all units', (text) => text.replace('<dsc>', '<dsc audience="internal">')],
  ['the fonds', (text) => text.replace('<archdesc ', '<archdesc audience="internal" ')],
  ['the file', (text) => text.replace('<ead ', '<ead audience="internal" ')],
])('%s', async (_, hide) => {
  await ingestTexts(pool, { 'f.xml': fonds() });
  expect(await shown()).toMatchObject({ record: true, agent: true });
  expect(await publicWords()).toEqual(words);
  await ingestTexts(pool, { 'f.xml': fonds(hide) });
  expect(await shown()).toEqual({ record: false, agent: false, children: false });
  expect(await publicWords()).toEqual([]);
  expect((await storedRecords(pool)).filter((record) => record.deleted_at !== null)).toEqual([]);
});

it('a name that is internal in all that names it is no agent that the public is shown', async () => {
  await ingestTexts(pool, {
    'f.xml': fonds((text) => text.replace('<origination>', '<origination audience="internal">')),
  });
  expect(await shown()).toMatchObject({ record: true, agent: false });
});
