/**
 * One life: a request is filed, worked, decided, closed, transferred, selected, moved into the historical section and read by a scholar. One id
 * and one address throughout; at each stop the public sees what it may and never the name of who asked.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPostgresSearch } from '#lib/search/postgres.ts';
import { createFascicoli } from '#lib/store/fascicoli/fascicoli.ts';
import { acceptDeposit, confirmDeposit, proposeDeposits } from '#lib/store/keeping/deposits.ts';
import { confirmTitle, listHistorical, proposeHistorical } from '#lib/store/keeping/historical.ts';
import { listDeposits } from '#lib/store/keeping/list-keeping.ts';
import { setRetention } from '#lib/store/keeping/set-retention.ts';
import { transferHistorical } from '#lib/store/keeping/transfer-historical.ts';
import { createReadingStore, type ReadingStore } from '#lib/store/reading/reading-store.ts';
import { openDue } from '#lib/store/visibility/open-due.ts';
import { asked } from '#tests/bench/search.ts';
import { archivist } from '#tests/builders/kept-files.ts';
import { does, filed, openTestDesk, wayTo, type TestDesk } from '#tests/builders/procedure-desk.ts';

const canary = { person: 'Ermenegilda Scantamburlo', taxCode: 'SCNRNG50A41G224K' };
const ofThePerson = /ermenegilda|scantamburlo|SCNRNG/i;
const subject = `Patrocinio per la mostra di ${canary.person}`;

let desk: TestDesk;
let reading: ReadingStore;
let id = '';
let document = '';
beforeAll(async () => {
  desk = await openTestDesk('2026-03-02');
  reading = createReadingStore(desk.pool, Date.now);
  await filed(desk.store);
});
afterAll(() => desk.end());

async function on<T>(day: string, work: () => Promise<T>): Promise<T> {
  desk.setDay(day);
  return work();
}

/** What the public finds: the page, search, suggestions, what lies below and above, and every public row there is. */
async function publicSees(): Promise<{ page: string | null; found: number; below: number }> {
  const search = createPostgresSearch(desk.pool);
  const byName = await search.query({ ...asked, q: 'scantamburlo OR ermenegilda OR SCNRNG50A41G224K' });
  expect(byName.total).toBe(0);
  expect(await search.suggest({ scope: 'public', q: 'scanta', lang: 'it' })).toEqual([]);
  const rows = await desk.pool.query<{ row: string }>('SELECT d::text AS row FROM eli4u.search_document_public d');
  for (const { row } of rows.rows) expect(row).not.toMatch(ofThePerson);
  const page = await reading.findRecord(id);
  const text = JSON.stringify([page, await reading.findRecord(document)]);
  expect(text).not.toMatch(ofThePerson);
  const agents = await desk.pool.query<{ id: string }>(`SELECT id FROM eli4u.agent WHERE authorised_name = $1`, [
    canary.person,
  ]);
  for (const agent of agents.rows) expect(await reading.findAgent(agent.id)).toBeNull();
  const all = await search.query({ ...asked, q: 'patrocinio', size: 100 });
  return {
    page: page?.state === 'found' ? page.value.visibility : null,
    found: all.hits.filter((hit) => hit.id === id).length,
    below: all.hits.filter((hit) => hit.id === document).length,
  };
}

const nothing = { page: null, found: 0, below: 0 };
const stands = async () =>
  (
    await desk.pool.query<{ phase: string; closed: boolean; code: string }>(
      'SELECT phase, closed_on IS NOT NULL AS closed, reference_code AS code FROM eli4u.record WHERE id = $1',
      [id],
    )
  ).rows[0];

describe('one life', () => {
  let code = '';

  it('is filed on 2 March 2026, and nobody else knows', async () => {
    const receipt = await filed(desk.store, {
      subject,
      place: null,
      request: { bytes: Buffer.from('{"mostra":true}'), format: 'json', fileName: `${canary.person}.json` },
      parties: [
        {
          role: 'applicant',
          actsFor: null,
          agent: { kind: 'person', name: canary.person, taxCode: canary.taxCode, contacts: { email: 'e@example.org' } },
        },
      ],
    });
    id = receipt.id;
    const { rows } = await desk.pool.query<{ id: string }>('SELECT id FROM eli4u.record WHERE parent_id = $1', [id]);
    document = rows[0]?.id ?? '';
    code = (await stands())?.code ?? '';
    expect(code).toMatch(/^2026-[IVX]+\/\d+\.\d+$/);
    expect(await publicSees()).toEqual(nothing);
  });

  it('is worked and decided within its term', async () => {
    await on('2026-03-10', async () => {
      for (const [node, ...found] of [
        ['assignment'],
        ['completenessCheck'],
        ['examination', 'documentsComplete', 'opinionsNotRequired'],
        ['decision', 'requirementsMet'],
        ['notification'],
        ['granted'],
      ] as [string, ...(Parameters<typeof wayTo> extends [unknown, unknown, ...infer F] ? F : never)][]) {
        const view = await desk.store.findCase(id, { kind: 'all' });
        if (view?.procedure.state === 'running' && view.procedure.at.node === node) continue;
        await does(desk.store, id, (now) => wayTo(now, node, ...found));
      }
    });
    expect((await desk.store.findCase(id, { kind: 'all' }))?.procedure).toMatchObject({
      state: 'concluded',
      outcome: 'granted',
    });
    expect(await publicSees()).toEqual(nothing);
  });

  it('is closed; its class has no retention that anybody read, so the archivist selects', async () => {
    await on('2026-04-01', () =>
      does(desk.store, id, {
        kind: 'close',
        unregisteredDocuments: 0,
        postponeRetention: 'si stabilisce al versamento',
      }),
    );
    expect(await stands()).toEqual({ phase: 'current', closed: true, code });
    expect(await publicSees()).toEqual(nothing);
  });

  it('goes to the deposit the year after', async () => {
    const keeper = archivist('2027-01-20');
    expect(await proposeDeposits(desk.pool, keeper)).toBeGreaterThan(0);
    const [list] = await listDeposits(desk.pool, null, null);
    expect(await confirmDeposit(desk.pool, list?.id ?? '', keeper)).toBe(true);
    expect(await acceptDeposit(desk.pool, list?.id ?? '', null, keeper)).toBe(1);
    expect(await stands()).toEqual({ phase: 'deposit', closed: true, code });
    expect(await publicSees()).toEqual(nothing);
  });

  it('is selected to be kept for ever, and proposed by the clock after forty years, not a day before', async () => {
    expect(await setRetention(desk.pool, id, { disposition: 'keep' }, 'campione', archivist('2036-05-05'))).toBe(
      'done',
    );
    expect(await proposeHistorical(desk.pool, archivist('2066-04-01'))).toBe(0);
    expect(await proposeHistorical(desk.pool, archivist('2066-04-02'))).toBe(1);
    expect(await publicSees()).toEqual(nothing);
  });

  it('enters the historical section with a public title that names nobody; health data keep the documents closed', async () => {
    const keeper = archivist('2066-05-03');
    const [line] = await listHistorical(desk.pool, '', keeper);
    expect(line?.publicTitle).not.toMatch(ofThePerson);
    const given = { record: id, sensitivity: 'healthSexFamily' as const, despiteWords: false };
    expect(await confirmTitle(desk.pool, { ...given, title: subject }, keeper)).toMatchObject({ kind: 'names' });
    expect(await publicSees()).toEqual(nothing);
    expect(await confirmTitle(desk.pool, { ...given, title: line?.publicTitle ?? '' }, keeper)).toEqual({
      kind: 'confirmed',
    });
    expect(await transferHistorical(desk.pool, keeper)).toMatchObject({ affairs: 1 });
    expect(await stands()).toEqual({ phase: 'historical', closed: true, code });
    expect(await publicSees()).toMatchObject({ page: 'described', found: 1 });
  });

  it('is read by a scholar seventy years after its last document, at the same address', async () => {
    const page = await reading.findRecord(id);
    const day = page?.state === 'found' ? (page.value.consultableFrom ?? '') : '';
    expect(day).toBe('2096-04-01');
    await openDue(desk.pool, '2096-03-31');
    expect(await publicSees()).toMatchObject({ page: 'described', found: 1 });
    await openDue(desk.pool, day);
    expect(await publicSees()).toMatchObject({ page: 'open', found: 1 });
    const { hits } = await createPostgresSearch(desk.pool).query({ ...asked, q: 'patrocinio' });
    expect(hits.find((hit) => hit.id === id)).toMatchObject({ url: `/records/${id}`, referenceCode: code });
  });
});

describe('the life of an affair without a procedure', () => {
  const title = 'Patrocinio delle rassegne nei chiostri';
  const by = { kind: 'officer', id: 'archivista' } as const;

  it('goes from the office to the reading room under one id, code and address; the public sees it at the end alone', async () => {
    const { pool, dataDir, types, now } = desk;
    const fascicoli = createFascicoli({ pool, dataDir, types, now });
    desk.setDay('2026-06-01');
    const request = { kind: 'affare' as const, voice: { title: 'V', class: 3 }, unit: 'urbanistica', activity: null };
    const opened = await fascicoli.open({ ...request, title, object: subject, keywords: [canary.person] }, by);
    if (opened.kind !== 'opened') throw new Error(JSON.stringify(opened));
    id = opened.id;
    const letter = { bytes: Buffer.from('%PDF-1.4 parere'), format: 'pdf', fileName: `${canary.person}.pdf` };
    const filled = await fascicoli.fill(
      id,
      { ...letter, title: 'Parere sul patrocinio', flow: 'in', correspondent: canary.person },
      by,
    );
    if (filled.kind !== 'added') throw new Error(JSON.stringify(filled));
    document = filled.record;
    expect(await publicSees()).toEqual(nothing);
    desk.setDay('2027-05-05');
    expect(await fascicoli.close(id, {}, by)).toMatchObject({ kind: 'done' });
    expect(await fascicoli.find(id)).toMatchObject({ disposition: 'keep', dispositionOn: null });
    expect(await publicSees()).toEqual(nothing);

    const archive = archivist('2028-01-10');
    expect(await proposeDeposits(pool, archive)).toBe(1);
    const [list] = await listDeposits(pool, ['urbanistica'], null);
    await confirmDeposit(pool, list?.id ?? '', archive);
    expect(await acceptDeposit(pool, list?.id ?? '', null, archive)).toBe(1);
    expect(await publicSees()).toEqual(nothing);

    expect(await proposeHistorical(pool, archivist('2067-05-05'))).toBe(0);
    const keeper = archivist('2067-05-06');
    expect(await proposeHistorical(pool, keeper)).toBe(1);
    const [line] = await listHistorical(pool, '', keeper);
    expect(line).toMatchObject({ record: id, publicTitle: `${title}, 2026` });
    const given = { record: id, sensitivity: 'none' as const, despiteWords: false };
    expect(await confirmTitle(pool, { ...given, title: subject }, keeper)).toMatchObject({ kind: 'names' });
    await confirmTitle(pool, { ...given, title: `${title}, 2026` }, keeper);
    expect(await publicSees()).toEqual(nothing);
    expect(await transferHistorical(pool, keeper)).toMatchObject({ affairs: 1 });
    expect(await stands()).toEqual({ phase: 'historical', closed: true, code: opened.code });
    expect(await publicSees()).toEqual({ page: 'open', found: 1, below: 1 });
  });
});
