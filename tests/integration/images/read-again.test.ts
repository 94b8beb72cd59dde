import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toApeEad } from '#lib/projections/ape-ead.ts';
import { toEad3 } from '#lib/projections/ead3.ts';
import { toIcarImport } from '#lib/projections/icar-import.ts';
import { walkFindingAid } from '#lib/store/dissemination/walk-finding-aid.ts';
import { createPool } from '#lib/store/pool.ts';
import { loadDemoHoldings } from '#tests/bench/relevance/demo-holdings.ts';
import { putDemoPages } from '#tests/builders/demo-pages.ts';
import { ingestTexts } from '#tests/builders/ingest.ts';
import { site } from '#tests/builders/site.ts';
import { written } from '#tests/builders/written.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

let database: FreshDatabase;
let pool: pg.Pool;
let root = '';

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
  await loadDemoHoldings(pool);
  await putDemoPages(pool);
  const { rows } = await pool.query<{ root_id: string }>(
    `SELECT r.root_id FROM eli4u.image_set s JOIN eli4u.record r ON r.id = s.record_id WHERE r.visibility = 'open' ORDER BY r.id LIMIT 1`,
  );
  root = rows[0]?.root_id ?? '';
}, 120_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const links = async (): Promise<string[]> => {
  const { rows } = await pool.query<{ href: string }>(
    `SELECT href FROM eli4u.digital_object WHERE NOT of_images AND href LIKE '%/manifest.json' ORDER BY href`,
  );
  return rows.map(({ href }) => href);
};

it.each([
  ['EAD3', toEad3],
  ['apeEAD', toApeEad],
  ['ICAR-IMPORT', toIcarImport],
])(
  '%s of ours brings no link to images that are here, of another house it does',
  async (name, write) => {
    const aid = async () => {
      for await (const step of walkFindingAid(pool, root))
        if (step.step === 'open') return written(write(step.record, walkFindingAid(pool, root), site));
      throw new Error('nothing was written');
    };
    const before = await links();
    const xml = await aid();
    expect(xml).toContain(`${site.baseUrl}/iiif/presentation/`);
    const own = await ingestTexts(pool, { [`${name}.xml`]: xml }, { baseUrl: site.baseUrl, repository: `IT-${name}` });
    expect(own).toMatchObject({ quarantined: 0 });
    expect(own.read).toBeGreaterThan(0);
    expect(await links()).toEqual(before);
    const others = xml.replaceAll(`${site.baseUrl}/iiif/`, 'https://altro.esempio.it/iiif/');
    await ingestTexts(pool, { [`${name}.xml`]: others }, { baseUrl: site.baseUrl, repository: `IT-${name}` });
    const added = (await links()).filter((href) => !before.includes(href));
    expect(added.length).toBeGreaterThan(0);
    expect(added.every((href) => href.startsWith('https://altro.esempio.it/iiif/presentation/'))).toBe(true);
    await pool.query(`DELETE FROM eli4u.digital_object WHERE href LIKE 'https://altro.esempio.it/%'`);
  },
  120_000,
);
