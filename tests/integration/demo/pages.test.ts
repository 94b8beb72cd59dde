import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gateSet } from '#ingest/demo/pages/city-sets.ts';
import { healthSet } from '#ingest/demo/pages/ducali-sets.ts';
import { drawnPages, loadPageSets } from '#ingest/demo/pages/load-page-sets.ts';
import { folderOf, writePageSet } from '#ingest/demo/pages/write-page-set.ts';
import { demoUnit } from '#ingest/demo/pages/page-set.ts';
import { identifierOf } from '#lib/records/identifier.ts';
import { lacksDemoPages, noteDemoPages } from '#lib/store/images/demo-pages.ts';
import { findImageSet } from '#lib/store/images/find-image-set.ts';
import { imagesFolder } from '#lib/store/images/pyramid-path.ts';
import { searchPageText } from '#lib/store/images/search-page-text.ts';
import { keepsSource } from '#lib/store/source-files.ts';
import { lostFiles } from '#lib/jobs/verify-files.ts';
import { createPool } from '#lib/store/pool.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

const record = identifierOf(20);
const set = { ...gateSet(), parts: [{ label: 'La mappa', from: 1, to: 1 }] };
let database: FreshDatabase;
let pool: pg.Pool;
let dataDir: string;
const said: string[] = [];
const load = () =>
  loadPageSets({
    pool,
    dataDir,
    sets: [set, healthSet()],
    say: (line) => void said.push(line),
    today: '2026-11-27',
    baseUrl: 'http://localhost:3000',
  });

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 2 });
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-test-'));
  const { custodian, unit } = demoUnit(set.fonds, set.code);
  await pool.query(`INSERT INTO eli4u.institution (id, code, name) VALUES ($1, $2, 'Archivio')`, [
    identifierOf(9),
    custodian,
  ]);
  await pool.query(
    `INSERT INTO eli4u.record (id, repository_id, root_id, position, depth, level, title, reference_code, description, visibility)
     VALUES ($1, $2, $1, 1, 0, 'item', $3, $4, '{}', 'open')`,
    [record, identifierOf(9), unit.title, set.code],
  );
});

afterAll(async () => {
  await pool.end();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

describe('pages of the demonstration', () => {
  it('are drawn once, with parts, rights and text, for units that are there', async () => {
    expect(await load()).toBe(1);
    expect(await load()).toBe(0);
    expect(said).toEqual(['demonstration pages: 1 drawn, b. 5, dis. 1']);
    const images = await findImageSet(pool, record);
    expect(images?.images).toMatchObject([
      { page: 1, label: 'dis. 1', width: 4700, height: 3300, place: { kind: 'held' }, hasText: true },
    ]);
    expect(images?.structures).toMatchObject([{ label: 'La mappa', images: [images?.images[0]?.id] }]);
    expect(images?.rightsUri).toBe('http://rightsstatements.org/vocab/NoC-OKLR/1.0/');
    const { hits } = await searchPageText(pool, record, 'paga', null, 5);
    expect(hits).toMatchObject([{ page: 1, before: expect.stringContaining('qui si'), exact: 'paga' }]);
    const [folder = ''] = await readdir(imagesFolder(dataDir));
    const [pyramid = ''] = await readdir(path.join(imagesFolder(dataDir), folder));
    expect((await stat(path.join(imagesFolder(dataDir), folder, pyramid))).size).toBeGreaterThan(500_000);
    await expect(stat(drawnPages(dataDir))).rejects.toThrow('ENOENT');
  });

  it('are loaded as any METS file is: from what it says, kept as a source', async () => {
    const { rows } = await pool.query<{ origin: string; name: string; sha256: string; outcome: string }>(
      `SELECT s.origin, f.name, f.sha256, f.outcome FROM eli4u.image_set s, eli4u.source_file f WHERE s.record_id = $1`,
      [record],
    );
    expect(rows).toMatchObject([{ origin: 'mets', outcome: 'loaded', name: expect.stringMatching(/mets\.xml$/) }]);
    expect(await keepsSource(dataDir, rows[0]?.sha256 ?? '')).toBe(true);
    expect(await lostFiles(pool, dataDir)).toEqual([]);
  });

  it('that were drawn when the process ended are not drawn again', async () => {
    await pool.query('DELETE FROM eli4u.digital_object WHERE of_images');
    await pool.query('DELETE FROM eli4u.image_set');
    const ending = new AbortController();
    const two = { ...set, pages: [...set.pages, ...set.pages] };
    await expect(
      writePageSet(two, drawnPages(dataDir), { signal: ending.signal, onPage: () => ending.abort() }),
    ).rejects.toThrow('aborted');
    const first = path.join(drawnPages(dataDir), folderOf(two), '0001.jpg');
    const drawn = await stat(first);
    const never = () => {
      throw new Error('it was drawn already');
    };
    const resumed = { ...two, pages: [{ label: 'dis. 1', sheet: never }, ...set.pages] };
    expect(
      await loadPageSets({
        pool,
        dataDir,
        sets: [resumed],
        say: () => undefined,
        today: '2026-11-27',
        baseUrl: 'http://localhost:3000',
      }),
    ).toBe(2);
    const images = (await findImageSet(pool, record))?.images ?? [];
    expect(images.map(({ page, width }) => [page, width])).toEqual([
      [1, 4700],
      [2, 4700],
    ]);
    expect(drawn.size).toBeGreaterThan(100_000);
  });

  it('are lacking where the demonstration was loaded and they were not drawn', async () => {
    expect(await lacksDemoPages(pool)).toBe(false);
    await pool.query(`INSERT INTO eli4u.setting (key, value) VALUES ('demo_loaded', '{}')`);
    expect(await lacksDemoPages(pool)).toBe(false);
    await pool.query(`UPDATE eli4u.setting SET value = '{"read": 1}' WHERE key = 'demo_loaded'`);
    expect(await lacksDemoPages(pool)).toBe(true);
    await noteDemoPages(pool, 63);
    expect(await lacksDemoPages(pool)).toBe(false);
  });
});
