/** What digitised units are worth to Europeana, and the rights by which they go there: counted by a job, stated by archivists. */
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { drainOutbox } from '#lib/jobs/outbox.ts';
import { tendEuropeana } from '#lib/jobs/tend-europeana.ts';
import { weighAgain } from '#lib/jobs/weigh-again.ts';
import { searchTopic } from '#lib/search/postgres-index-changes.ts';
import { ranksOf } from '#lib/records/edm/europeana-rank.ts';
import { readHarvestItems } from '#lib/store/dissemination/read-items.ts';
import { countByRank, isWeighing, listDigitisedFonds } from '#lib/store/europeana/count-units.ts';
import { listUnits, type WeighedUnit } from '#lib/store/europeana/list-units.ts';
import { createPool } from '#lib/store/pool.ts';
import { createReadingStore } from '#lib/store/reading/reading-store.ts';
import { findFondsRights, listFondsRights, listInstitutionRights } from '#lib/store/rights/list-rights.ts';
import { stateRights, type StatedRights } from '#lib/store/rights/state-rights.ts';
import { restrict } from '#lib/store/visibility/restrict.ts';
import { ead, unit } from '#tests/builders/ead.ts';
import { idsByTitle, ingestTexts } from '#tests/builders/ingest.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

const oklr = 'http://rightsstatements.org/vocab/NoC-OKLR/1.0/';
const cne = 'http://rightsstatements.org/vocab/CNE/1.0/';
const cc0 = 'http://creativecommons.org/publicdomain/zero/1.0/';
const keeper = { by: 'officer:archivista', now: new Date('2026-11-26T10:00:00Z'), today: '2026-11-26' };

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

const images = (...names: string[]) =>
  names.map((name) => `<dao daotype="derived" href="https://immagini.esempio.it/${name}"/>`).join('');
const holdings = (more: ReturnType<typeof unit>[] = [], recordid = 'estimi') =>
  ead({
    recordid,
    title: recordid === 'estimi' ? 'Estimi' : 'Mappe',
    children: [
      unit('Registro', { id: `${recordid}-1`, unitid: '1', date: '1418', did: images('1.jpg', '2.jpg') }),
      unit('Senza immagini', { id: `${recordid}-2`, unitid: '2' }),
      ...more,
    ],
  });
const ingest = (text: string) => ingestTexts(pool, { 'estimi.xml': text });
/** Rows wait while anybody in the cluster, another test too, has an older transaction open. */
const outbox = () =>
  expect
    .poll(
      async () => {
        await drainOutbox(pool, weighAgain);
        const { rows } = await pool.query('SELECT FROM eli4u.outbox WHERE topic <> $1', [searchTopic]);
        return rows.length;
      },
      { timeout: 20_000 },
    )
    .toBe(0);
const worker = async () => {
  await outbox();
  await tendEuropeana(pool);
};
const everyRank = ranksOf(undefined, undefined);
const listed = async (query: Partial<Parameters<typeof listUnits>[1]> = {}): Promise<WeighedUnit[]> =>
  (await listUnits(pool, { ranks: everyRank, ...query }, 100)).items;
const state = (of: StatedRights['of'], rights: StatedRights['rights'], licence: StatedRights['licence'] = 'keep') =>
  stateRights(pool, { of, rights, licence }, keeper);
const institution = async (): Promise<StatedRights['of']> => {
  const [line] = await listInstitutionRights(pool);
  return { kind: 'institution', id: line?.id ?? '' };
};
const rightsOf = async (title: string): Promise<string | null> => {
  const id = (await idsByTitle(pool))[title] ?? '';
  const [item] = await readHarvestItems(pool, [id]);
  return item?.kind === 'record' ? item.value.rightsUri : null;
};

beforeEach(async () => {
  await ingest(holdings());
  await state(await institution(), { uri: null }, { uri: null });
  for (const line of await listFondsRights(pool, '', 100))
    await state({ kind: 'fonds', id: line.id }, { uri: null }, { uri: null });
  await worker();
});

describe('the desk of Europeana', () => {
  it('lists digitised units without rights first, and says so', async () => {
    expect(await isWeighing(pool)).toBe(false);
    const units = await listed();
    expect(units.map(({ title, rank, lifts }) => [title, rank, lifts[0]])).toEqual([['Registro', 0, 'rights']]);
    expect(await countByRank(pool, undefined)).toEqual([{ rank: 0, units: 1 }]);
    expect(await listDigitisedFonds(pool)).toMatchObject([{ title: 'Estimi', units: 1, without: 1 }]);
  });

  it('weighs again what rights were stated for', async () => {
    expect(await state(await institution(), { uri: oklr })).toBe('stated');
    await outbox();
    expect(await isWeighing(pool)).toBe(true);
    await worker();
    const [register] = await listed();
    expect(register).toMatchObject({
      title: 'Registro',
      rank: 7,
      possible: 3,
      lifts: ['pixels', 'vocabulary', 'coordinates'],
    });
    expect(await listed({ ranks: ranksOf('none', undefined) })).toEqual([]);
    expect(await listed({ ranks: ranksOf(1, undefined) })).toHaveLength(1);
  });

  it('takes in what an ingest brings, changes and takes away', async () => {
    await ingest(holdings([unit('Altro', { id: 'estimi-3', did: images('3.pdf') })]));
    expect(await isWeighing(pool)).toBe(true);
    await worker();
    expect((await listed()).map(({ title }) => title).sort()).toEqual(['Altro', 'Registro']);
    await ingest(holdings());
    await worker();
    expect((await listed()).map(({ title }) => title)).toEqual(['Registro']);
    await ingest(holdings().replaceAll(/<dao [^>]*>/g, ''));
    await worker();
    expect(await countByRank(pool, undefined)).toEqual([]);
  });

  it('counts what is open, and of that only what anybody may know of', async () => {
    const id = (await idsByTitle(pool))['Registro'] ?? '';
    const said = { record: id, reason: 'prova', inherits: false, by: 'test', at: keeper.now };
    await restrict(pool, { ...said, sensitivity: 'none', closed: { until: null } }, keeper.today);
    await worker();
    expect(await listed()).toEqual([]);
    await restrict(pool, { ...said, sensitivity: 'none', closed: null }, keeper.today);
    await worker();
    expect(await listed()).toHaveLength(1);
  });

  it('is paged without a unit twice or none', async () => {
    const many = Array.from({ length: 45 }, (_, at) =>
      unit(`Carta ${at}`, { id: `c${at}`, did: images(`${at}.jpg`), ...(at % 2 ? { date: '1500' } : {}) }),
    );
    await ingest(holdings(many));
    await state(await institution(), { uri: cne });
    await worker();
    const seen: string[] = [];
    let after: { rank: number; id: string } | undefined;
    for (let pages = 0; pages < 20; pages++) {
      const page = await listUnits(pool, { ranks: everyRank, after }, 7);
      seen.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      after = page.next;
    }
    expect(seen).toHaveLength(46);
    expect(new Set(seen).size).toBe(46);
    const ranks = (await listed()).map(({ rank }) => rank);
    expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
    expect(new Set(ranks).size).toBeGreaterThan(1);
  });
});

describe('rights', () => {
  it('hold for the institution, and otherwise for a fonds', async () => {
    await ingestTexts(pool, { 'mappe.xml': holdings([unit('Mappa', { id: 'm3', did: images('m.jpg') })], 'mappe') });
    await state(await institution(), { uri: oklr }, { uri: cc0 });
    const fonds = (await idsByTitle(pool))['Mappe'] ?? '';
    expect(await state({ kind: 'fonds', id: fonds }, { uri: cne })).toBe('stated');
    expect(await rightsOf('Mappa')).toBe(cne);
    const page = await createReadingStore(pool, Date.now).findRecord((await idsByTitle(pool))['Mappa'] ?? '');
    expect(page).toMatchObject({ value: { rightsUri: cne, metadataLicence: cc0 } });
    expect(await findFondsRights(pool, fonds)).toMatchObject({
      rightsUri: cne,
      metadataLicence: null,
      institution: { rightsUri: oklr, metadataLicence: cc0 },
    });
    expect((await listFondsRights(pool, '', 10)).map(({ name }) => name)).toEqual(['Mappe']);
    await worker();
    expect((await listed({ fonds })).every(({ lifts }) => lifts.includes('closedRights'))).toBe(true);
    // What comes again undoes nothing.
    await ingestTexts(pool, { 'mappe.xml': holdings([unit('Mappa', { id: 'm3', did: images('n.jpg') })], 'mappe') });
    expect(await rightsOf('Mappa')).toBe(cne);
    await ingestTexts(pool, { 'mappe.xml': ead({ recordid: 'mappe', title: 'Mappe', children: [] }) });
    await worker();
  });

  it('are audited with what was said before, and move datestamps', async () => {
    const of = await institution();
    await state(of, { uri: oklr }, { uri: cc0 });
    await pool.query('DELETE FROM eli4u.dissemination_mark');
    expect(await state(of, { uri: oklr }, { uri: cc0 })).toBe('unchanged');
    expect((await pool.query('SELECT FROM eli4u.dissemination_mark')).rowCount).toBe(0);
    expect(await state(of, { uri: cne })).toBe('stated');
    const { rows: marks } = await pool.query('SELECT kind, ids FROM eli4u.dissemination_mark');
    expect(marks).toEqual([{ kind: 'institutionLine', ids: [of.id] }]);
    const { rows } = await pool.query(
      `SELECT actor, details FROM eli4u.audit_event WHERE action = 'rights.stated' AND subject_id = $1 ORDER BY id DESC LIMIT 1`,
      [of.id],
    );
    expect(rows).toEqual([
      {
        actor: 'officer:archivista',
        details: {
          of: 'institution',
          before: { rightsUri: oklr, metadataLicence: cc0 },
          rightsUri: cne,
          metadataLicence: cc0,
        },
      },
    ]);
  });

  it('are stated of nothing else', async () => {
    const unitId = (await idsByTitle(pool))['Registro'] ?? '';
    expect(await state({ kind: 'fonds', id: unitId }, { uri: oklr })).toBe('unknown');
    expect(await state({ kind: 'institution', id: unitId }, { uri: oklr })).toBe('unknown');
    expect(await findFondsRights(pool, unitId)).toBeNull();
  });
});

it('counts what lies there, whatever came before', async () => {
  const counted = await pool.query('SELECT root_id, rank, units FROM eli4u.europeana_tally ORDER BY root_id, rank');
  const there = await pool.query(
    `SELECT root_id, rank, count(*)::integer AS units FROM eli4u.europeana_unit WHERE rank IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  expect(counted.rows).toEqual(there.rows);
});
