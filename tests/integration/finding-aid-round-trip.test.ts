import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoHoldings } from '#ingest/demo/demo.ts';
import { toEad3 } from '#lib/projections/ead3.ts';
import { toFindingAidCsv } from '#lib/projections/finding-aid-csv.ts';
import type { FindingAidStep, HarvestRecord } from '#lib/records/harvest-views.ts';
import { readContents } from '#lib/store/dissemination/read-contents.ts';
import { walkFindingAid } from '#lib/store/dissemination/walk-finding-aid.ts';
import { createPool } from '#lib/store/pool.ts';
import { saidOf } from '#tests/builders/harvest-of-drafts.ts';
import { ingestTexts } from '#tests/builders/ingest.ts';
import { site } from '#tests/builders/site.ts';
import { written } from '#tests/builders/written.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

/** Where the demonstration was ingested, and where what came out of it was ingested again. */
const databases: FreshDatabase[] = [];
const pools: pg.Pool[] = [];

async function openPool(): Promise<pg.Pool> {
  const database = await freshDatabase();
  const pool = createPool(database.ownerUrl, { applicationName: 'test', max: 4 });
  databases.push(database);
  pools.push(pool);
  return pool;
}

afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await Promise.all(databases.map((database) => database.drop()));
});

interface Root {
  id: string;
  key: string;
}

async function rootsOf(pool: pg.Pool): Promise<Root[]> {
  const { rows } = await pool.query<Root>(
    `SELECT r.id, s.key FROM eli4u.record r JOIN eli4u.source s ON s.id = r.source_id WHERE r.parent_id IS NULL AND r.visibility <> 'hidden'`,
  );
  return rows;
}

async function recordsOf(steps: AsyncIterable<FindingAidStep>): Promise<HarvestRecord[]> {
  const records: HarvestRecord[] = [];
  for await (const step of steps) if (step.step === 'open') records.push(step.record);
  return records;
}

const said = async (pool: pg.Pool, root: string) =>
  (await recordsOf(walkFindingAid(pool, root))).map((record) => saidOf(record, record.ancestors.length));

let pool: pg.Pool;
let again: pg.Pool;
let roots: Root[];
let quarantined: number;

beforeAll(async () => {
  pool = await openPool();
  const holdings = Object.fromEntries(demoHoldings().map(({ name, xml }) => [name, xml]));
  quarantined = (await ingestTexts(pool, holdings)).quarantined;
  roots = await rootsOf(pool);
  again = await openPool();
  const authorities = Object.entries(holdings).filter(([name]) => !name.startsWith('ead3-'));
  await ingestTexts(again, Object.fromEntries(authorities));
  const exported: Record<string, string> = {};
  for (const { id } of roots) {
    const [root] = await recordsOf(walkFindingAid(pool, id));
    if (root) exported[`${id}.xml`] = await written(toEad3(root, walkFindingAid(pool, id), site));
  }
  quarantined += (await ingestTexts(again, exported)).quarantined;
}, 120_000);

describe('the demonstration as EAD3, ingested again into an empty database', () => {
  it('is the same finding aids', async () => {
    const back = await rootsOf(again);
    expect(back.map(({ key }) => key).sort()).toEqual(roots.map(({ id }) => id).sort());
    expect(roots.length).toBeGreaterThan(5);
    expect(quarantined).toBe(0);
  });

  it('says the same of every unit, in the same order and at the same place', async () => {
    const back = new Map((await rootsOf(again)).map(({ key, id }) => [key, id]));
    for (const { id } of roots) expect(await said(again, back.get(id) ?? '')).toEqual(await said(pool, id));
  });
});

it('a table of contents names every part and counts as far as it is asked to', async () => {
  for (const { id } of roots) {
    const records = await recordsOf(walkFindingAid(pool, id));
    const parts = records.filter(({ parentId, level }) => parentId !== null && level !== 'file' && level !== 'item');
    const { units, lines } = await readContents(pool, id, 20_000);
    expect(units).toBe(records.length);
    expect(lines.map((line) => [line.id, line.depth])).toEqual(parts.map((part) => [part.id, part.ancestors.length]));
    expect(await readContents(pool, id, 3)).toEqual({ units: 4, lines: [] });
  }
});

it('a CSV has a line for every unit', async () => {
  const [first] = roots;
  const csv = await written(toFindingAidCsv(walkFindingAid(pool, first?.id ?? ''), site));
  const records = await recordsOf(walkFindingAid(pool, first?.id ?? ''));
  expect(csv.trimEnd().split('\r\n')).toHaveLength(records.length + 1);
  expect(csv.startsWith('\uFEFFdepth,level,type,referenceCode,title,')).toBe(true);
});
