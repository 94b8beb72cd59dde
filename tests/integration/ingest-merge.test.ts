import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { indexRecords } from '#lib/search/postgres-index.ts';
import { createPool } from '#lib/store/pool.ts';
import { ead, type UnitSpec } from '#tests/builders/ead.ts';
import { ingestTexts, storedRecords, type StoredRecord } from '#tests/builders/ingest.ts';
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

/** Trees over so few words, codes and ids that versions overlap, twins stand side by side and ids wander. */
const { tree } = fc.letrec<{ tree: UnitSpec[] }>((tie) => ({
  tree: fc.array(
    fc.record(
      {
        title: fc.constantFrom('Lettere', 'Conti', 'Mappe'),
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e', undefined, undefined),
        unitid: fc.constantFrom('1', '2', undefined, undefined),
        date: fc.constantFrom('1500', '1600/1650', undefined),
        audience: fc.constantFrom('internal' as const, undefined, undefined, undefined, undefined),
        body: fc.constantFrom(
          undefined,
          undefined,
          '<accessrestrict><p>Non consultabile fino al 2090</p></accessrestrict>',
        ),
        level: fc.constant('file'),
        children: fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.constant<UnitSpec[]>([]), tie('tree')),
      },
      { requiredKeys: ['title', 'level'] },
    ),
    { maxLength: 5 },
  ),
}));

const versions = fc.array(fc.tuple(tree, fc.boolean()), { minLength: 2, maxLength: 5 });

/** Title and depth of every unit in document order. */
function flat(units: readonly UnitSpec[], depth = 1): string[] {
  return units.flatMap((unit) => [`${depth} ${unit.title}`, ...flat(unit.children ?? [], depth + 1)]);
}

function flatStored(records: readonly StoredRecord[]): string[] {
  const depths = new Map<string, number>();
  return records.map((record) => {
    const depth = record.parent_id === null ? 0 : (depths.get(record.parent_id) ?? 0) + 1;
    depths.set(record.id, depth);
    return `${depth} ${record.title}`;
  });
}

async function liveRecords(): Promise<StoredRecord[]> {
  return (await storedRecords(pool)).filter((record) => record.deleted_at === null);
}

async function reindex(): Promise<void> {
  const client = await pool.connect();
  await client.query('BEGIN');
  await indexRecords(client, { sql: 'SELECT id FROM eli4u.record', values: [] });
  await client.query('COMMIT');
  client.release();
}

it('whatever one version after another says, the store says the last, and ids stay with their units', async () => {
  let round = 0;
  await fc.assert(
    fc.asyncProperty(versions, async (given) => {
      await pool.query('DELETE FROM eli4u.search_document');
      await pool.query('UPDATE eli4u.record SET parent_id = NULL, deleted_at = now()');
      await pool.query('DELETE FROM eli4u.record');
      await pool.query('DELETE FROM eli4u.source_of_file');
      await pool.query('DELETE FROM eli4u.source');
      const recordid = `round-${++round}`;
      let keys = new Map<string, string>();
      for (const [children, late] of given) {
        const note = late ? '<bibliography><p>Gloria</p></bibliography>' : '';
        const text = ead({ recordid, children }).replace('</dsc></archdesc>', `</dsc>${note}</archdesc>`);
        const foreseen = await ingestTexts(pool, { 'f.xml': text }, { dryRun: true });
        const done = await ingestTexts(pool, { 'f.xml': text });
        const { files: _f, said: _s, ...counts } = done;
        expect(foreseen).toMatchObject(counts);
        expect(done.created + done.changed + done.unchanged + done.moved).toBe(done.read);

        const live = await liveRecords();
        expect(flatStored(live)).toEqual(['0 Fondo di prova', ...flat(children)]);
        for (const record of live)
          expect(record.child_count).toBe(
            live.filter((child) => child.parent_id === record.id && child.visibility !== 'hidden').length,
          );

        const { rows } = await pool.query<{ id: string; component_key: string }>(
          'SELECT id, component_key FROM eli4u.record WHERE component_key IS NOT NULL AND deleted_at IS NULL',
        );
        // An id that both versions have means one record.
        for (const { id, component_key } of rows) expect(keys.get(component_key) ?? id).toBe(id);
        keys = new Map(rows.map((row) => [row.component_key, row.id]));

        const again = await ingestTexts(pool, { 'f.xml': `${text}\n` });
        expect(again).toMatchObject({ read: done.read, unchanged: done.read, deleted: 0 });
        expect(await liveRecords()).toEqual(live);
      }
      const written = await searchRows(pool);
      await reindex();
      expect(await searchRows(pool)).toEqual(written);
    }),
    { numRuns: 40 },
  );
}, 120_000);
