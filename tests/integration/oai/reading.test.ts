import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HarvestItem } from '#lib/records/harvest-views.ts';
import { readHarvestItem, readHarvestItems } from '#lib/store/dissemination/read-items.ts';
import { walkFindingAid } from '#lib/store/dissemination/walk-finding-aid.ts';
import { createPool } from '#lib/store/pool.ts';
import { createReadingStore } from '#lib/store/reading/reading-store.ts';
import { shown } from '#lib/store/shown.ts';
import { loadDemoHoldings } from '#tests/bench/relevance/demo-holdings.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

let database: FreshDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
  await loadDemoHoldings(pool);
}, 120_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const ids = async (): Promise<string[]> =>
  (await pool.query<{ id: string }>(`SELECT id FROM eli4u.record r WHERE ${shown('r')} ORDER BY md5(id)`)).rows.map(
    (row) => row.id,
  );
const recordOf = (item: HarvestItem | undefined) => (item?.kind === 'record' ? item.value : null);

describe('reading for harvests', () => {
  it('a page tells of each unit what its page does', async () => {
    const some = (await ids()).slice(0, 150);
    const items = await readHarvestItems(pool, some);
    expect(items.map((item) => item.value.id)).toEqual(some);
    const store = createReadingStore(pool, Date.now);
    for (const item of items) {
      const page = await store.findRecord(item.value.id);
      const record = recordOf(item);
      if (page?.state !== 'found' || !record) throw new Error('not found');
      const { place: _p, childCount: _c, ancestors, parentId: _q, rootId: _r, digitalObjects, ...same } = page.value;
      expect(record).toMatchObject({ ...same, rightsUri: record.rightsUri, metadataLicence: record.metadataLicence });
      expect(record.ancestors.map(({ id }) => id)).toEqual(ancestors.map(({ id }) => id));
      expect(record.digitalObjects.map(({ id }) => id)).toEqual(digitalObjects.map(({ id }) => id));
    }
  });

  it('asks no more for a hundred than for two', async () => {
    const counted = async (many: number) => {
      let asked = 0;
      const reader: Pick<pg.ClientBase, 'query'> = Object.assign(Object.create(pool), {
        query: (...given: Parameters<typeof pool.query>) => {
          asked++;
          return pool.query(...given);
        },
      });
      await readHarvestItems(reader, (await ids()).slice(0, many));
      return asked;
    };
    expect(await counted(100)).toBe(await counted(2));
  });

  it('what is hidden above is left out, also by its id; agents and institutions come too', async () => {
    await pool.query(
      `UPDATE eli4u.record SET visibility = 'hidden' WHERE id IN (SELECT id FROM eli4u.record WHERE level = 'series' AND child_count > 0 ORDER BY id LIMIT 2)`,
    );
    const hidden = await pool.query<{ id: string }>(`SELECT id FROM eli4u.record WHERE visibility = 'hidden'`);
    const all = await readHarvestItems(pool, await ids());
    for (const { id } of hidden.rows) expect(JSON.stringify(all)).not.toContain(id);
    expect(await readHarvestItem(pool, hidden.rows[0]?.id ?? '')).toBeNull();
    const others = await pool.query<{ id: string }>(
      `SELECT id FROM eli4u.agent WHERE NOT stub UNION ALL SELECT id FROM eli4u.institution`,
    );
    const items = await readHarvestItems(
      pool,
      others.rows.map((row) => row.id),
    );
    expect(new Set(items.map((item) => item.kind))).toEqual(new Set(['agent', 'institution']));
  });

  it('rights are the nearest that somebody above says', async () => {
    const [id = ''] = await ids();
    const before = recordOf((await readHarvestItems(pool, [id]))[0]);
    await pool.query(`UPDATE eli4u.institution SET rights_uri = 'http://house'`);
    expect(recordOf((await readHarvestItems(pool, [id]))[0])?.rightsUri).toBe('http://house');
    await pool.query(`UPDATE eli4u.record SET rights_uri = 'http://root' WHERE id = $1`, [before?.rootId]);
    expect(recordOf((await readHarvestItems(pool, [id]))[0])?.rightsUri).toBe('http://root');
  });

  it('a finding aid is walked depth first, whole, without what is below the hidden', async () => {
    const roots = await pool.query<{ id: string }>(
      `SELECT id FROM eli4u.record r WHERE parent_id IS NULL AND ${shown('r')}`,
    );
    for (const { id: root } of roots.rows) {
      const walked: string[] = [];
      const open: string[] = [];
      for await (const step of walkFindingAid(pool, root)) {
        if (step.step === 'close') open.pop();
        else {
          expect(step.record.parentId ?? undefined).toBe(open.at(-1));
          open.push(step.record.id);
          walked.push(step.record.id);
        }
      }
      expect(open).toEqual([]);
      const { rows } = await pool.query<{ id: string }>(
        `WITH RECURSIVE below AS (SELECT id, ARRAY[position] AS path FROM eli4u.record WHERE id = $1
           UNION ALL SELECT r.id, b.path || r.position FROM below b JOIN eli4u.record r ON r.parent_id = b.id AND ${shown('r')})
         SELECT id FROM below ORDER BY path`,
        [root],
      );
      expect(walked).toEqual(rows.map((row) => row.id));
    }
  });

  it('whoever reads no further gives the connection back', async () => {
    const [root] = (
      await pool.query<{ id: string }>(`SELECT id FROM eli4u.record r WHERE parent_id IS NULL AND ${shown('r')}`)
    ).rows;
    for (let n = 0; n < 10; n++) for await (const _ of walkFindingAid(pool, root?.id ?? '')) break;
    expect(pool.idleCount).toBe(pool.totalCount);
    for await (const _ of walkFindingAid(pool, 'zzzzzzzz')) throw new Error('a step of nothing');
  });
});
