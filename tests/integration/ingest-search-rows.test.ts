import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDemoHoldings } from '#ingest/demo/demo.ts';
import { indexRecords } from '#lib/search/postgres-index.ts';
import { createPool } from '#lib/store/pool.ts';
import { ead, unit } from '#tests/builders/ead.ts';
import { ingestPaths, ingestTexts } from '#tests/builders/ingest.ts';
import { searchRows } from '#tests/builders/search-rows.ts';
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

/** Search rows as they are, and as they are once made again from the stored records. */
async function rowsAndRemade(): Promise<[unknown[], unknown[]]> {
  const before = await searchRows(pool);
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await indexRecords(client, { sql: 'SELECT id FROM eli4u.record', values: [] });
    await client.query('COMMIT');
  } finally {
    client.release();
  }
  return [before, await searchRows(pool)];
}

describe('search rows written while a file is read', () => {
  it('are those that reindexing makes: the demonstration holdings', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-demo-'));
    await writeDemoHoldings(folder);
    await ingestPaths(pool, [folder]);
    await rm(folder, { recursive: true });
    const [written, remade] = await rowsAndRemade();
    expect(written.length).toBeGreaterThan(700);
    expect(written).toEqual(remade);
  });

  it('are those that reindexing makes: internal parts, closures, inheritance, images, odd letters', async () => {
    const language = '<langmaterial><language langcode="lat">latino</language></langmaterial>';
    const creator = (name: string, internal = '') =>
      `<origination${internal}><persname><part>${name}</part></persname></origination>`;
    const text = ead({
      recordid: 'mixed',
      did: `${language}${creator('Comune')}${creator('Ignoto', ' audience="internal"')}`,
      children: [
        unit('Riservata', { audience: 'internal', did: creator('Spia'), children: [unit('sotto', { did: language })] }),
        unit('Città d’acqua', {
          unitid: 'A/2 bis',
          date: '1405/1797',
          did: `${creator('Papafava')}<dao daotype="derived" href="https://example.org/1.jpg"/>`,
          body: `<odd audience="internal"><p>solo per noi</p></odd><scopecontent><p>Vi è \\ un 'apostrofo' e\tun tabulatore 12 012</p></scopecontent>
            <controlaccess><subject><part>acque</part></subject><geogname audience="internal"><part>Este</part></geogname></controlaccess>`,
          children: [unit('chiusa', { body: '<accessrestrict><p>Non consultabile fino al 2090</p></accessrestrict>' })],
        }),
      ],
    });
    await ingestTexts(pool, { 'mixed.xml': text });
    const [written, remade] = await rowsAndRemade();
    expect(written).toEqual(remade);
  });

  it('are right when an authority file of the same run names the creator otherwise', async () => {
    const eac = `<eac-cpf xmlns="urn:isbn:1-931666-33-4"><control><recordId>AG-1</recordId><maintenanceStatus>new</maintenanceStatus>
      <maintenanceAgency><agencyName>x</agencyName></maintenanceAgency></control><cpfDescription><identity><entityType>person</entityType>
      <nameEntry><part>Nome d'autorità</part></nameEntry></identity></cpfDescription></eac-cpf>`;
    const named = ead({
      recordid: 'named',
      did: '<origination><persname identifier="AG-1"><part>Nome del fondo</part></persname></origination>',
      children: [unit('x')],
    });
    await ingestTexts(pool, { 'a.xml': eac, 'b.xml': named, 'c.xml': named.replace('>named<', '>named-2<') });
    const [written, remade] = await rowsAndRemade();
    expect(written).toEqual(remade);
  });
});

describe('a unit that goes on after what lies below it', () => {
  const children = Array.from({ length: 4500 }, (_, n) => unit(`Fascicolo ${n}`, { id: `u${n}` }));
  const late = (recordid: string, after: string) =>
    ead({ recordid, children }).replace('</dsc></archdesc>', `</dsc>${after}</archdesc>`);

  it('is read whole, however many units came before', async () => {
    const text = late('late', '<bibliography><p>Si veda il Gloria</p></bibliography>');
    expect(await ingestTexts(pool, { 'late.xml': text })).toMatchObject({ read: 4501, created: 4501, quarantined: 0 });
    const { rows } = await pool.query<{ n: number; note: string }>(
      `SELECT child_count AS n, description::text AS note FROM eli4u.record WHERE id = (SELECT root_id FROM eli4u.source WHERE key = 'late')`,
    );
    expect(rows[0]?.n).toBe(4500);
    expect(rows[0]?.note).toContain('Si veda il Gloria');
    expect(await ingestTexts(pool, { 'late.xml': text.replace('<dsc>', '<dsc> ') })).toMatchObject({ unchanged: 4501 });
  });

  it('closes what lies below it, and is shown by a dry run that writes nothing', async () => {
    const text = late('closed', '<accessrestrict><p>Non consultabile fino al 31 dicembre 2090</p></accessrestrict>');
    const before = await searchRows(pool);
    expect(await ingestTexts(pool, { 'c.xml': text }, { dryRun: true })).toMatchObject({ created: 4501 });
    expect(await searchRows(pool)).toEqual(before);
    expect(await ingestTexts(pool, { 'c.xml': text })).toMatchObject({ created: 4501 });
    const { rows } = await pool.query<{ visibility: string; n: number }>(
      `SELECT visibility, count(*)::integer AS n FROM eli4u.record JOIN eli4u.source s ON s.id = source_id WHERE s.key = 'closed' GROUP BY 1`,
    );
    expect(rows).toEqual([{ visibility: 'described', n: 4501 }]);
    expect(await ingestTexts(pool, { 'c.xml': `${text}\n` })).toMatchObject({ unchanged: 4501, changed: 0 });
  });
});
