import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPool } from '#lib/store/pool.ts';
import { idsByTitle, ingestTexts, storedRecords } from '#tests/builders/ingest.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

let database: FreshDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

interface IcarRecord {
  id: string;
  action?: string;
  cascade?: boolean;
  lastUpdate?: string;
  title?: string;
  above?: string;
  units?: string;
}

const envelope = (...records: IcarRecord[]) => `<?xml version="1.0" encoding="UTF-8"?>
<icar-import xmlns="http://www.san.beniculturali.it/icar-import"><header><systemId>SIA</systemId></header><listRecords>${records
  .map(
    (
      r,
    ) => `<record><recordHeader action="${r.action ?? 'insert'}" type="ead3"${r.cascade === undefined ? '' : ` cascade="${r.cascade}"`}>
  <id>${r.id}</id><lastUpdate>${r.lastUpdate ?? '2026-01-01T00:00:00Z'}</lastUpdate></recordHeader>${
    r.title === undefined
      ? ''
      : `<recordBody><ead xmlns="http://ead3.archivists.org/schema/"><control><recordid>${r.id}</recordid><maintenanceagency><agencycode>IT-TEST</agencycode></maintenanceagency></control>
  <archdesc level="fonds"><did><unitid label="SIA" identifier="1">${r.id}</unitid><unittitle>${r.title}</unittitle></did>${
    r.above
      ? `<relations><relation relationtype="resourcerelation"><relationentry localtype="ComplArchSovraordinato">${r.above}</relationentry></relation></relations>`
      : ''
  }<dsc>${r.units ?? ''}</dsc></archdesc></ead></recordBody>`
  }</record>`,
  )
  .join('')}</listRecords></icar-import>`;

const c = (id: string, title: string) =>
  `<c level="file"><did><unitid label="SIA" identifier="x">${id}</unitid><unittitle>${title}</unittitle></did></c>`;

it('reads every record of an envelope as a source of its own, and hangs parts below the record they name', async () => {
  const counts = await ingestTexts(pool, {
    'a.xml': envelope(
      { id: 'CA-1', title: 'Complesso', units: c('UA-1', 'Unità') },
      { id: 'CA-2', title: 'Serie a parte', above: 'CA-1' },
    ),
  });
  expect(counts).toMatchObject({ read: 3, created: 3, quarantined: 0 });
  const ids = await idsByTitle(pool);
  const part = (await storedRecords(pool)).find((record) => record.title === 'Serie a parte');
  expect(part?.parent_id).toBe(ids['Complesso']);
  expect((await storedRecords(pool)).find((record) => record.title === 'Complesso')?.child_count).toBe(2);
});

it('updates what is newer, and leaves alone what is older than what it holds', async () => {
  const ids = await idsByTitle(pool);
  const newer = await ingestTexts(pool, {
    'b.xml': envelope({
      id: 'CA-1',
      action: 'update',
      lastUpdate: '2026-02-01T00:00:00Z',
      title: 'Complesso riveduto',
      units: c('UA-1', 'Unità'),
    }),
  });
  expect(newer).toMatchObject({ changed: 1, unchanged: 1 });
  expect((await idsByTitle(pool))['Complesso riveduto']).toBe(ids['Complesso']);
  const older = await ingestTexts(pool, {
    'c.xml': envelope({ id: 'CA-1', action: 'update', lastUpdate: '2025-01-01T00:00:00Z', title: 'Vecchio' }),
  });
  expect(older).toMatchObject({ changed: 0, deleted: 0, unchanged: 1, read: 1 });
  expect(older.said.map((problem) => problem.code)).toEqual(['older-version']);
});

it('deletes with all below only when cascade says so', async () => {
  const refused = await ingestTexts(pool, { 'd.xml': envelope({ id: 'CA-1', action: 'delete', cascade: false }) });
  expect(refused).toMatchObject({ deleted: 0 });
  expect(refused.said.map((problem) => problem.code)).toEqual(['delete-refused']);
  const one = await ingestTexts(pool, { 'e.xml': envelope({ id: 'UA-1', action: 'delete' }) });
  expect(one).toMatchObject({ deleted: 1 });
  const all = await ingestTexts(pool, { 'f.xml': envelope({ id: 'CA-1', action: 'delete', cascade: true }) });
  expect(all).toMatchObject({ deleted: 2 });
  expect(await idsByTitle(pool)).toEqual({});
  expect((await pool.query('SELECT FROM eli4u.search_document')).rowCount).toBe(0);
});

it('never hangs a record below itself, nor two below each other', async () => {
  const texts = {
    'cycle.xml': envelope(
      { id: 'CA-20', title: 'Sé sopra di sé', above: 'CA-20' },
      { id: 'CA-21', title: 'Prima', above: 'CA-22' },
      { id: 'CA-22', title: 'Seconda', above: 'CA-21', units: c('UA-22', 'Sotto la seconda') },
    ),
  };
  await ingestTexts(pool, texts);
  const again = await ingestTexts(pool, { 'cycle.xml': texts['cycle.xml'].replaceAll('2026-01-01', '2026-02-01') });
  expect(again.said.map((problem) => problem.code)).toContain('superior-below');
  const { rows } = await pool.query<{ title: string; above: string | null }>(
    `SELECT r.title, p.title AS above FROM eli4u.record r JOIN eli4u.source s ON s.root_id = r.id LEFT JOIN eli4u.record p ON p.id = r.parent_id
      WHERE s.key IN ('CA-20', 'CA-21', 'CA-22') ORDER BY s.key`,
  );
  expect(rows).toEqual([
    { title: 'Sé sopra di sé', above: null },
    { title: 'Prima', above: null },
    { title: 'Seconda', above: 'Prima' },
  ]);
});
