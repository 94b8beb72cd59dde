import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaffSession } from '#lib/access/session.ts';
import { shownHosts } from '#lib/http/images/shown-hosts.ts';
import { writeImageSet } from '#lib/store/images/write-image-set.ts';
import { createPool } from '#lib/store/pool.ts';
import { loadDemoHoldings } from '#tests/bench/relevance/demo-holdings.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

let database: FreshDatabase;
let pool: pg.Pool;
let units: string[] = [];
const archivist: StaffSession = {
  kind: 'staff',
  member: 'archivist',
  name: 'A',
  roles: [{ role: 'archivist', unit: null, types: null }],
  agent: null,
};

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
  await loadDemoHoldings(pool);
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM eli4u.record WHERE level = 'file' AND visibility = 'open' AND NOT digital ORDER BY id LIMIT 5`,
  );
  units = rows.map(({ id }) => id);
  for (const [at, recordId] of units.entries()) await lieWithOthers(recordId, `https://images${at}.example.org/x`);
  const [, described, hidden, internal, deleted] = units;
  await pool.query(`UPDATE eli4u.record SET visibility = 'described' WHERE id = $1`, [described]);
  await pool.query(`UPDATE eli4u.record SET visibility = 'hidden' WHERE id = $1`, [hidden]);
  await pool.query(`UPDATE eli4u.record SET internal = true WHERE id = $1`, [internal]);
  await pool.query(`UPDATE eli4u.record SET deleted_at = now() WHERE id = $1`, [deleted]);
}, 120_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const lieWithOthers = (recordId: string, id: string) =>
  writeImageSet(pool, {
    recordId,
    origin: 'manifest',
    sourceName: id,
    sourceHash: id,
    viewingDirection: 'left-to-right',
    paged: false,
    rightsUri: null,
    requiredStatement: null,
    structures: [],
    images: [
      {
        originalName: id,
        originalPage: 1,
        label: null,
        width: 100,
        height: 100,
        mediaType: null,
        rightsUri: null,
        place: { kind: 'service', id, type: 'ImageService3', profile: 'level2', href: `${id}/full/max/0/default.jpg` },
        text: null,
      },
    ],
  });

const parts = () => ({ pool, today: () => '2026-11-27' as const });

it('pages may load images from where those lie that are seen, and say nothing of where others lie', async () => {
  expect(await shownHosts(parts(), units, null)).toEqual(['https://images0.example.org']);
  expect(await shownHosts(parts(), units.slice(1), null)).toEqual([]);
  expect(await shownHosts(parts(), ['..', 'none'], null)).toEqual([]);
});

it('who keeps the archive sees also what may not be read yet, and nothing that is hidden or gone', async () => {
  expect((await shownHosts(parts(), units, archivist)).toSorted()).toEqual([
    'https://images0.example.org',
    'https://images1.example.org',
  ]);
});
