/** Real harvesters of others, whole, later, and past deletions, against the demonstration holdings: in the end they hold exactly what is shown. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createHarvestStore } from '#lib/store/dissemination/harvest-store.ts';
import { stampChanges } from '#lib/store/dissemination/stamp-changes.ts';
import { createPool } from '#lib/store/pool.ts';
import { shown, shownAgent, shownInstitution } from '#lib/store/shown.ts';
import { loadDemoHoldings } from '#tests/bench/relevance/demo-holdings.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';
import { harvestBy, missingPerl, missingPython } from '#tests/setup/harvesters/python.ts';
import { serveHarvests, type HarvestServer } from '#tests/setup/harvest-server.ts';

const run = promisify(execFile);
const harvestSchema = z.object({
  held: z.record(z.string(), z.string().nullable()),
  told: z.string().nullable().optional(),
});

let database: FreshDatabase;
let pool: pg.Pool;
let server: HarvestServer;

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 8 });
  await loadDemoHoldings(pool);
  await stampAndWait();
  server = await serveHarvests(createHarvestStore(pool));
}, 120_000);
afterAll(async () => {
  await server.close();
  await pool.end();
  await database.drop();
});

/** Stamps, and lets the second pass after which they are seen. */
async function stampAndWait(): Promise<void> {
  await stampChanges(pool, Date.now);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await stampChanges(pool, Date.now);
}

/** All that the public is shown, by identifier, with its title or name. */
async function shownNow(): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ id: string; title: string }>(
    `SELECT r.id, r.title FROM eli4u.record r WHERE ${shown('r')}
     UNION ALL SELECT a.id, a.authorised_name FROM eli4u.agent a WHERE a.deleted_at IS NULL AND ${shownAgent('a')}
     UNION ALL SELECT i.id, i.name FROM eli4u.institution i WHERE ${shownInstitution('i')}`,
  );
  return Object.fromEntries(rows.map(({ id, title }) => [`oai:archivi.comune.test:${id}`, title.trim()]));
}

/** Titles change, units come and go, one is reserved: some of each. */
async function live(): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT r.id FROM eli4u.record r WHERE ${shown('r')} AND r.child_count = 0 ORDER BY md5(r.id || now()::text) LIMIT 40`,
  );
  const ids = rows.map((row) => row.id);
  await pool.query(`UPDATE eli4u.record SET title = title || ' bis' WHERE id = ANY($1)`, [ids.slice(0, 10)]);
  await pool.query(`UPDATE eli4u.record SET deleted_at = now() WHERE id = ANY($1)`, [ids.slice(10, 20)]);
  await pool.query(`UPDATE eli4u.record SET visibility = 'hidden' WHERE id = ANY($1)`, [ids.slice(20, 30)]);
  await pool.query(
    `UPDATE eli4u.agent SET authorised_name = authorised_name || '.' WHERE id IN (SELECT id FROM eli4u.agent WHERE NOT internal ORDER BY id LIMIT 1)`,
  );
  await stampAndWait();
}

const kept = (held: Record<string, string | null>): Record<string, string> =>
  Object.fromEntries(Object.entries(held).flatMap(([id, title]) => (title === null ? [] : [[id, title.trim()]])));

describe('harvesters of others', () => {
  it.for([
    ['sickle', 'sickle'],
    ['scythe', 'oaipmh_scythe'],
  ] as const)('%s: whole, and twice what is new since', async ([script, module], context) => {
    const missing = missingPython(module);
    if (missing) return context.skip(missing);
    const held: Record<string, string | null> = {};
    let from: string[] = [];
    for (let round = 0; round < 3; round++) {
      const clock = await pool.query<{ at: string }>(
        `SELECT to_char(published AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at FROM eli4u.dissemination_clock`,
      );
      const got = harvestSchema.parse(await harvestBy(script, server.url, ...from));
      if (round > 0) expect(Object.keys(got.held).length).toBeLessThan(Object.keys(held).length / 2);
      Object.assign(held, got.held);
      expect(kept(held)).toEqual(await shownNow());
      from = [`from=${clock.rows[0]?.at}`];
      if (round < 2) await live();
    }
    expect(Object.values(held).filter((title) => title === null).length).toBeGreaterThanOrEqual(40);
  });

  it('Debian’s oai_pmh: whole, by Perl', async (context) => {
    const missing = missingPerl();
    if (missing) return context.skip(missing);
    const { stdout } = await run('oai_pmh', ['-X', 'ListIdentifiers', '--metadataPrefix', 'oai_dc', server.url], {
      maxBuffer: 64 * 1024 * 1024,
    });
    const found = new Set(stdout.match(/oai:archivi\.comune\.test:\w{8}/g));
    for (const id of Object.keys(await shownNow())) expect(found).toContain(id);
  });
});
