/** Fascicoli that were closed before there was this system: what migration 0021 left of them, and 0036 mends. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drainOutbox } from '#lib/jobs/outbox.ts';
import { reindexStale } from '#lib/jobs/reindex-stale.ts';
import { keepingChecks } from '#lib/jobs/verify-keeping.ts';
import { createFascicoli, type Fascicoli } from '#lib/store/fascicoli/fascicoli.ts';
import { startDisposal } from '#lib/store/keeping/disposals.ts';
import { executeDisposals } from '#lib/store/keeping/execute-disposal.ts';
import { archivist, authorised, closedFascicolo, comeDue } from '#tests/builders/kept-files.ts';
import { openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

let desk: TestDesk;
let fascicoli: Fascicoli;
beforeAll(async () => {
  desk = await openTestDesk('2026-03-02');
  fascicoli = createFascicoli({ pool: desk.pool, dataDir: desk.dataDir, types: desk.types, now: desk.now });
});
afterAll(() => desk.end());

const migration = (name: string) => readFileSync(`schemas/database/migrations/${name}.sql`, 'utf8');
const entering = migration('0021-keeping-of-all-kinds');
const entered = () => desk.owner.query(entering.slice(entering.indexOf('DO $$')));
const mended = () => desk.owner.query(`BEGIN; ${migration('0036-past-files-mended')}; COMMIT`);

/** As such files lay there before there was a repertorio. */
async function pastFile(id: string, given: { title: string; object: string; code?: string | null; phase?: string }) {
  const { title, object, code = `1974-VI/5.${id}`, phase = 'deposit' } = given;
  await desk.owner.query(
    `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, unit_type, reference_code, title, object, phase, visibility, opened_on, closed_on)
     SELECT $1, r.repository_id, r.parent_id, r.root_id, nextval('eli4u.fascicolo_position'), r.depth, 'file', 'fascicolo', $2, $3, $4, $5, $6, '1974-03-11', '1976-10-04'
       FROM eli4u.record r JOIN eli4u.fascicolo f ON f.record_id = r.id LIMIT 1`,
    [id, code, title, object, phase, phase === 'historical' ? 'open' : 'hidden'],
  );
}
const found = async (words: string) => (await fascicoli.list({ words })).items.map(({ id }) => id);
const worker = () => drainOutbox(desk.pool, reindexStale);

it('they are found by words as people write them, whatever accents their subjects have', async () => {
  await closedFascicolo(desk, 'affare');
  await pastFile('accenti1', { title: 'Ampliamento', object: 'Più aule all’UNIVERSITÀ: perizia Ångström, ŁÓDŹ' });
  // Written with the accent apart, as some systems do.
  await pastFile('accenti2', { title: 'Lapide', object: 'Citta\u0300della, cafe\u0301' });
  await entered();
  expect(await found('universita')).toEqual([]);
  expect(await found('cittadella')).toEqual([]);
  await mended();
  for (const words of ['universita', 'Università', 'piu aule', 'angstrom', 'łodz', 'ampliamento', '1974-VI/5.accenti1'])
    expect({ words, found: await found(words) }).toEqual({ words, found: ['accenti1'] });
  for (const words of ['cittadella', 'Cittàdella', 'CAFÉ'])
    expect({ words, found: await found(words) }).toEqual({ words, found: ['accenti2'] });
});

it('those that the public sees are searched by the code that they got, and the outer index hears of it', async () => {
  await pastFile('storico1', { title: 'Ponte vecchio', object: 'Ponte', phase: 'historical' });
  await entered();
  await mended();
  await worker();
  const { rows } = await desk.pool.query<{ code: string; sorted: string }>(
    `SELECT r.reference_code AS code, d.code_sort AS sorted FROM eli4u.record r JOIN eli4u.search_document d ON d.record_id = r.id AND d.scope = 'public' WHERE r.id = 'storico1'`,
  );
  expect(rows).toEqual([{ code: expect.stringMatching(/^1974-VI\/5\.\d+$/), sorted: expect.any(String) }]);
  expect(rows[0]?.sorted).not.toContain('storico1');
  const queued = await desk.pool.query(
    `SELECT topic FROM eli4u.outbox WHERE payload->'ids' ? 'storico1' GROUP BY topic`,
  );
  expect(queued.rows).toEqual([{ topic: 'search.changed' }]);
});

it('one that came without a code has no former one, and a file that was opened here is left alone', async () => {
  const { id } = await closedFascicolo(desk, 'affare');
  await desk.owner.query(`UPDATE eli4u.record SET former_codes = '{2024-VI/5.1}' WHERE id = $1`, [id]);
  await pastFile('senza1', { title: 'Senza numero', object: 'Senza numero', code: null });
  await entered();
  const wordsOf = async () =>
    (await desk.pool.query('SELECT words::text FROM eli4u.fascicolo_words WHERE record_id = $1', [id])).rows;
  const before = await wordsOf();
  await desk.owner.query('DELETE FROM eli4u.outbox');
  await mended();
  expect(await fascicoli.find('senza1')).toMatchObject({ formerCodes: [] });
  expect(await wordsOf()).toEqual(before);
  const { rows } = await desk.pool.query<{ payload: { ids: string[] } }>('SELECT payload FROM eli4u.outbox');
  const ids = rows.flatMap(({ payload }) => payload.ids);
  expect(ids).toContain('senza1');
  expect(ids).not.toContain(id);
});

it('whom files name that were destroyed before this was known, is named by verify and forgotten, but who is named elsewhere', async () => {
  const [{ id }, kept] = [await closedFascicolo(desk, 'affare'), await closedFascicolo(desk, 'affare')];
  await comeDue(desk, id);
  const keeper = archivist('2026-03-02');
  expect(await startDisposal(desk.pool, await authorised(desk, keeper.today), 1, keeper)).toBe('started');
  await executeDisposals({ pool: desk.pool, dataDir: desk.dataDir, keeper, grace: 0 });
  await desk.owner.query(
    `INSERT INTO eli4u.agent (id, kind, authorised_name, name_key, stub, internal) VALUES
       ('solo', 'person', 'Zenobia Quagliarella', 'a', true, true), ('altrove', 'person', 'Ersilia Moraschi', 'b', true, true)`,
  );
  await desk.owner.query(
    `INSERT INTO eli4u.record_agent (record_id, ordinal, agent_id, role, internal)
     VALUES ($1, 90, 'solo', 'party', true), ($1, 91, 'altrove', 'party', true), ($2, 90, 'altrove', 'party', true)`,
    [id, kept.id],
  );
  const named = async () => {
    const check = keepingChecks.find(({ says }) => says === 'what is destroyed names nobody');
    return (await desk.pool.query<{ id: string }>(check?.sql ?? '')).rows.map((row) => row.id);
  };
  expect(await named()).toEqual([id]);
  await mended();
  expect(await named()).toEqual([]);
  const { rows } = await desk.owner.query(
    `SELECT id, authorised_name AS name, deleted_at IS NOT NULL AS forgotten FROM eli4u.agent WHERE id IN ('solo', 'altrove') ORDER BY id`,
  );
  expect(rows).toEqual([
    { id: 'altrove', name: 'Ersilia Moraschi', forgotten: false },
    { id: 'solo', name: '(scartato)', forgotten: true },
  ]);
  const forced = await desk.owner.query(
    `SELECT relforcerowsecurity AS forced FROM pg_class WHERE oid = 'eli4u.agent_identity'::regclass`,
  );
  expect(forced.rows).toEqual([{ forced: true }]);
});
