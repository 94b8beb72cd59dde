import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Vault } from '@iiif/helpers/vault';
import { Traverse } from '@iiif/parser';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { composition } from '#lib/composition.ts';
import { answerCollection } from '#lib/http/iiif/answer-collection.ts';
import { answerDiscovery } from '#lib/http/iiif/answer-discovery.ts';
import { answerContentSearch } from '#lib/http/iiif/answer-search.ts';
import { answerCanvas, answerManifest, answerPageText, answerRange } from '#lib/http/iiif/answer-presentation.ts';
import { findPageText } from '#lib/store/images/find-page-text.ts';
import { stampChanges } from '#lib/store/dissemination/stamp-changes.ts';
import { putPages } from '#tests/builders/images.ts';
import { loadDemoHoldings } from '#tests/bench/relevance/demo-holdings.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

const base = 'https://archivio.example.it';
let database: FreshDatabase;
let dataDir: string;
let images: string[] = [];
let [open, described, hidden, gone, bare, root] = ['', '', '', '', '', ''];
const day = Date.parse('2026-11-26T10:00:00Z');

beforeAll(async () => {
  database = await freshDatabase();
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-iiif-'));
  vi.stubEnv('ELI4U_APP_URL', database.appUrl);
  vi.stubEnv('DATA_DIR', dataDir);
  vi.stubEnv('BASE_URL', base);
  const { pool } = composition();
  await loadDemoHoldings(pool);
  const { rows } = await pool.query<{ id: string; root_id: string }>(
    `SELECT id, root_id FROM eli4u.record WHERE level = 'file' AND child_count = 0 AND visibility = 'open' AND NOT digital
        AND root_id = (SELECT root_id FROM eli4u.record WHERE level = 'file' AND child_count = 0 AND visibility = 'open' AND NOT digital
                        GROUP BY root_id HAVING count(*) >= 5 ORDER BY root_id LIMIT 1)
      ORDER BY id LIMIT 5`,
  );
  [open, described, hidden, gone, bare] = rows.map(({ id }) => id) as [string, string, string, string, string];
  root = rows[0]?.root_id ?? '';
  const text = (page: number) => ({
    origin: 'alto' as const,
    language: 'ita',
    lines: [
      {
        x: 10,
        y: 20,
        width: 300,
        height: 30,
        words: [
          { x: 10, y: 20, width: 140, height: 30, text: page === 2 ? 'Marmirolo' : 'Bagnolo' },
          { x: 160, y: 20, width: 150, height: 30, text: 'mulino' },
        ],
      },
    ],
  });
  images = await putPages(pool, dataDir, open, {
    pages: 3,
    text,
    rightsUri: 'https://rightsstatements.org/page/NoC-OKLR/1.0/',
  });
  await pool.query(`UPDATE eli4u.image_set SET structures = $2 WHERE record_id = $1`, [
    open,
    JSON.stringify([
      {
        id: 'r1',
        label: 'Quaderno',
        images: [images[0]],
        ranges: [{ id: 'r2', label: 'Carte', images: [images[1], 'none'], ranges: [] }],
      },
      { id: 'r3', label: 'Vuoto', images: ['none'], ranges: [] },
    ]),
  ]);
  for (const id of [described, hidden, gone]) await putPages(pool, dataDir, id, { pages: 1, text });
  await stampChanges(pool, () => day);
  await pool.query(`UPDATE eli4u.record SET visibility = 'described' WHERE id = $1`, [described]);
  await pool.query(`UPDATE eli4u.record SET visibility = 'hidden' WHERE id = $1`, [hidden]);
  await pool.query(`UPDATE eli4u.record SET deleted_at = now() WHERE id = $1`, [gone]);
  await stampChanges(pool, () => day + 60_000);
}, 180_000);
afterAll(async () => {
  await composition().pool.end();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

const asking = (address = '', headers: Record<string, string> = {}) => new Request(`${base}/${address}`, { headers });
const anything = z.record(z.string(), z.unknown());
const manifestSchema = z.object({
  id: z.string(),
  label: z.record(z.string(), z.array(z.string())),
  rights: z.string(),
  service: z.array(z.object({ id: z.string(), type: z.literal('SearchService2') })),
  items: z.array(z.object({ id: z.string(), width: z.number(), annotations: z.array(z.object({ id: z.string() })) })),
  structures: z.array(z.object({ id: z.string(), items: z.array(z.object({ id: z.string() })) })),
});
const jsonOf = async (answer: Response) => anything.parse(await answer.json());

it('gives a unit with pages as a manifest, whose parts have addresses of their own', async () => {
  const answer = await answerManifest(asking(), open);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('presentation/3/context.json');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  const json = await jsonOf(answer);
  const manifest = manifestSchema.parse(json);
  expect(manifest.rights).toBe('http://rightsstatements.org/vocab/NoC-OKLR/1.0/');
  expect(manifest.items.map(({ id }) => id)).toEqual(
    images.map((id) => `${base}/iiif/presentation/${open}/canvas/${id}`),
  );
  expect(manifest.structures).toHaveLength(1);
  expect((await answerCanvas(asking(), open, images[0] ?? '')).status).toBe(200);
  expect(await jsonOf(await answerRange(asking(), open, 'r2'))).toMatchObject({ label: { none: ['Carte'] } });
  expect((await answerCanvas(asking(), open, 'bbbbbbbb')).status).toBe(404);
  expect((await answerRange(asking(), open, 'r3')).status).toBe(404);
  const same = asking('', { 'if-none-match': answer.headers.get('etag') ?? '' });
  expect((await answerManifest(same, open)).status).toBe(304);
});

it('is read by other software, and written again the same', async () => {
  const json = await jsonOf(await answerManifest(asking(), open));
  const seen: string[] = [];
  new Traverse({ canvas: [(canvas) => (seen.push(canvas.id ?? ''), canvas)] }).traverseUnknown(structuredClone(json));
  expect(seen).toEqual(expect.arrayContaining(images.map((id) => `${base}/iiif/presentation/${open}/canvas/${id}`)));
  const vault = new Vault();
  await vault.loadManifest(manifestSchema.parse(json).id, structuredClone(json));
  expect(vault.toPresentation3({ id: manifestSchema.parse(json).id, type: 'Manifest' })).toEqual(json);
});

it('tells what is hidden as what never was, what is gone as gone, what is described in words', async () => {
  const hiddenAnswer = await answerManifest(asking(), hidden);
  const never = await answerManifest(asking(), 'bbbbbbbb');
  expect([hiddenAnswer.status, never.status]).toEqual([404, 404]);
  expect(await hiddenAnswer.text()).toBe(await never.text());
  expect((await answerManifest(asking(), gone)).status).toBe(410);
  expect(await (await answerManifest(asking(), described)).text()).toContain('may not be seen yet');
  expect(await (await answerManifest(asking(), bare)).text()).toContain('no images');
  for (const id of [hidden, described, bare, gone])
    expect((await answerContentSearch(asking('?q=mulino'), id)).status).not.toBe(200);
  expect((await answerPageText(asking(), described, `${images[0]}.json`)).status).toBe(404);
});

it('what is no id names nothing, and breaks nothing', async () => {
  for (const id of ['\0', `${open}\0`, '..', '\ud800']) {
    expect((await answerManifest(asking(), id)).status).toBe(404);
    expect((await answerContentSearch(asking('?q=mulino'), id)).status).toBe(404);
    expect((await answerCanvas(asking(), open, id)).status).toBe(404);
    expect((await answerPageText(asking(), open, `${id}.json`)).status).toBe(404);
    expect(await findPageText(composition().pool, open, id)).toBeNull();
  }
});

it('gives the text of a page, a line an annotation, and finds words in it', async () => {
  expect(await jsonOf(await answerPageText(asking(), open, `${images[1]}.json`))).toMatchObject({
    items: [
      {
        motivation: 'supplementing',
        body: { value: 'Marmirolo mulino', language: 'it' },
        target: `${base}/iiif/presentation/${open}/canvas/${images[1]}#xywh=10,20,300,30`,
      },
    ],
  });
  const found = await jsonOf(await answerContentSearch(asking('?q=Marmirolo&user=x'), open));
  expect(found).toMatchObject({
    ignored: ['user'],
    items: [
      {
        motivation: 'supplementing',
        target: `${base}/iiif/presentation/${open}/canvas/${images[1]}#xywh=10,20,140,30`,
      },
    ],
    annotations: [{ items: [{ motivation: 'contextualizing', target: { selector: [{ exact: 'Marmirolo' }] } }] }],
  });
  expect(await jsonOf(await answerContentSearch(asking('?q=mulino&motivation=painting'), open))).toMatchObject({
    items: [],
  });
  expect((await answerContentSearch(asking(''), open)).status).toBe(400);
});

it('leads from the root to the manifest through collections, past nothing without images', async () => {
  const schema = z.object({ items: z.array(z.object({ id: z.string(), type: z.string() })) });
  const read = async (name: string) => schema.parse(await jsonOf(await answerCollection(asking(), name))).items;
  const nameOf = (id: string) => id.split('/').at(-1) ?? '';
  const roots = await read('root.json');
  expect(roots.map(({ id }) => nameOf(id))).toEqual([`${root}.json`]);
  const seen: string[] = [];
  const walk = async (name: string): Promise<void> => {
    for (const { id, type } of await read(name)) {
      if (type === 'Manifest') seen.push(id);
      else await walk(nameOf(id));
    }
  };
  await walk(`${root}.json`);
  expect(seen).toEqual([`${base}/iiif/presentation/${open}/manifest.json`]);
  expect((await answerCollection(asking(), `${hidden}.json`)).status).toBe(404);
});

const activitiesSchema = z.object({
  orderedItems: z.array(z.object({ type: z.string(), endTime: z.string(), object: z.object({ id: z.string() }) })),
});
const activitiesOf = async (page: number) =>
  activitiesSchema.parse(await jsonOf(await answerDiscovery(asking(), `page-${page}.json`))).orderedItems;
const named = (id: string) => `${base}/iiif/presentation/${id}/manifest.json`;

it('tells changes in the order and with the dates of harvests', async () => {
  const answer = await answerDiscovery(asking(), 'activity.json');
  const list = await jsonOf(answer);
  expect(list).toMatchObject({ type: 'OrderedCollection', totalItems: 7 });
  const name =
    z
      .object({ first: z.object({ id: z.string() }) })
      .parse(list)
      .first.id.split('/')
      .at(-1) ?? '';
  expect(name).toBe('page-0.json');
  const items = await activitiesOf(0);
  const created = [open, described, hidden, gone].toSorted();
  const withdrawn = [described, hidden, gone].toSorted();
  expect(items.map(({ type, object }) => `${type} ${object.id}`)).toEqual([
    ...created.map((id) => `Create ${named(id)}`),
    ...withdrawn.map((id) => `Delete ${named(id)}`),
  ]);
  const { rows } = await composition().pool.query<{ id: string; stamp: string }>(
    `SELECT id, stamp FROM eli4u.disseminated WHERE id = ANY($1)`,
    [[open, described, hidden, gone]],
  );
  const last = new Map(items.map(({ object, endTime }) => [object.id, endTime]));
  expect(last).toEqual(
    new Map(rows.map(({ id, stamp }) => [named(id), new Date(stamp).toISOString().replace('.000Z', 'Z')])),
  );
  expect(answer.headers.get('last-modified')).toBe(new Date(items.at(-1)?.endTime ?? 0).toUTCString());
  expect((await answerDiscovery(asking(), '../x')).status).toBe(404);
  expect((await answerDiscovery(asking(), 'page-1.json')).status).toBe(404);
});

it('says of a collection when it changed last, and of a copy that it is still good', async () => {
  for (const name of ['root.json', `${root}.json`]) {
    const answer = await answerCollection(asking(), name);
    const [etag, changed] = [answer.headers.get('etag') ?? '', answer.headers.get('last-modified') ?? ''];
    expect(Date.parse(changed)).toBeGreaterThanOrEqual(day);
    expect((await answerCollection(asking('', { 'if-none-match': etag }), name)).status).toBe(304);
    expect((await answerCollection(asking('', { 'if-modified-since': changed }), name)).status).toBe(304);
  }
});

// From here on what is told changes: in this order.
it('knows what everybody sees smaller for a manifest, as long as its institution lets them', async () => {
  const { pool } = composition();
  const before = await activitiesOf(0);
  const stated = async (side: number | null, seconds: number) => {
    await pool.query('UPDATE eli4u.institution SET reserved_image_side = $1', [side]);
    await stampChanges(pool, () => day + seconds * 1000);
    await stampChanges(pool, () => day + seconds * 1000 + 1000);
    return (await activitiesOf(0)).slice(before.length).map(({ type, object }) => `${type} ${object.id}`);
  };
  const leads = async () =>
    JSON.stringify(
      await Promise.all((await linesTo(described)).map((name) => answerCollection(asking(), name).then(jsonOf))),
    );
  expect(await stated(300, 120)).toEqual([`Create ${named(described)}`]);
  expect((await answerManifest(asking(), described)).status).toBe(200);
  expect(await leads()).toContain(named(described));
  expect(await stated(200, 140)).toEqual([`Create ${named(described)}`, `Update ${named(described)}`]);
  // As it was written first stays as it was told.
  expect((await activitiesOf(0)).slice(0, before.length)).toEqual(before);
  expect(await stated(null, 160)).toEqual([
    `Create ${named(described)}`,
    `Update ${named(described)}`,
    `Delete ${named(described)}`,
  ]);
  expect(await leads()).not.toContain(named(described));
});

/** The collections above a unit. */
async function linesTo(id: string): Promise<string[]> {
  const { rows } = await composition().pool.query<{ id: string }>(
    `WITH RECURSIVE up AS (SELECT parent_id AS id FROM eli4u.record WHERE id = $1
       UNION SELECT r.parent_id FROM up JOIN eli4u.record r USING (id)) SELECT id FROM up WHERE id IS NOT NULL`,
    [id],
  );
  return rows.map((row) => `${row.id}.json`);
}

it('keeps a page of changes that is full as it was, but that another follows', async () => {
  const { pool } = composition();
  const from = (await activitiesOf(0)).length;
  await pool.query(
    `INSERT INTO eli4u.manifest_activity (n, record_id, kind, stamp) SELECT n, $2, 'Update', $3 FROM generate_series($1::integer, 999) n`,
    [from, open, new Date(day + 170_000)],
  );
  const read = async () => {
    const answer = await answerDiscovery(asking(), 'page-0.json');
    return { json: await jsonOf(answer), changed: answer.headers.get('last-modified') ?? '' };
  };
  await stampChanges(pool, () => day + 175_000);
  const full = await read();
  expect(full.json['next']).toBeUndefined();
  await pool.query(`UPDATE eli4u.image_set SET paged = NOT paged WHERE record_id = $1`, [open]);
  await stampChanges(pool, () => day + 180_000);
  await stampChanges(pool, () => day + 182_000);
  const { next, ...followed } = (await read()).json;
  expect(followed).toEqual(full.json);
  expect(next).toMatchObject({ id: `${base}/iiif/discovery/page-1.json` });
  // Who asks by date hears that another follows.
  expect((await answerDiscovery(asking('', { 'if-modified-since': full.changed }), 'page-0.json')).status).toBe(200);
  expect(await jsonOf(await answerDiscovery(asking(), 'page-1.json'))).toMatchObject({
    startIndex: 1000,
    orderedItems: [{ type: 'Update', object: { id: named(open) } }],
  });
});

it('parts a collection of more than 500 units into pages, whatever they are', async () => {
  const { pool } = composition();
  await pool.query(
    `INSERT INTO eli4u.image_branch (id, parent_id, position, has_images, has_below)
       SELECT 'absent' || n, $1, -n, true, false FROM generate_series(1, 1200) n`,
    [root],
  );
  const whole = await jsonOf(await answerCollection(asking(), `${root}.json`));
  const pages = z.object({ items: z.array(z.object({ id: z.string(), type: z.literal('Collection') })) }).parse(whole);
  expect(pages.items.map(({ id }) => id)).toEqual(
    [1, 2, 3].map((n) => `${base}/iiif/collection/${root}.json?page=${n}`),
  );
  const last = await jsonOf(await answerCollection(asking('?page=3'), `${root}.json`));
  // What is not there, or no longer shown, is left out.
  expect(z.object({ items: z.array(z.object({ id: z.string() })) }).parse(last).items.length).toBeGreaterThan(0);
  expect(JSON.stringify(last)).not.toContain('absent');
  expect((await answerCollection(asking('?page=4'), `${root}.json`)).status).toBe(404);
});

it('takes sub-units that are pages of a unit for its parts where its source tells none', async () => {
  const { pool } = composition();
  const { rows } = await pool.query<{ id: string; title: string; parent: string }>(
    `SELECT c.id, c.title, c.parent_id AS parent FROM eli4u.record c JOIN eli4u.record p ON p.id = c.parent_id AND p.visibility = 'open'
      WHERE c.visibility = 'open' AND NOT c.digital AND NOT p.digital AND p.parent_id IS NOT NULL
        AND (SELECT count(*) FROM eli4u.record s WHERE s.parent_id = p.id AND s.visibility = 'open' AND NOT s.digital) >= 2
      ORDER BY c.parent_id, c.position LIMIT 2`,
  );
  const [first, second] = rows;
  if (!first || !second) throw new Error('no unit with two sub-units');
  const whole = await putPages(pool, dataDir, first.parent, { pages: 4 });
  await putPages(pool, dataDir, first.id, { pages: 2 });
  await putPages(pool, dataDir, second.id, { pages: 1, width: 1000 });
  const answer = await answerManifest(asking(), first.parent);
  expect(answer.headers.get('last-modified')).toBeNull();
  const { structures } = manifestSchema.pick({ structures: true }).parse(await jsonOf(answer));
  const canvas = (id: string | undefined) => `${base}/iiif/presentation/${first.parent}/canvas/${id}`;
  expect(structures).toMatchObject([
    {
      id: `${base}/iiif/presentation/${first.parent}/range/${first.id}`,
      items: [{ id: canvas(whole[0]) }, { id: canvas(whole[1]) }],
    },
  ]);
  expect(structures).toHaveLength(1);
  expect(await jsonOf(await answerRange(asking(), first.parent, first.id))).toMatchObject({ type: 'Range' });
  await pool.query(`UPDATE eli4u.record SET visibility = 'described' WHERE id = $1`, [first.id]);
  expect((await jsonOf(await answerManifest(asking(), first.parent)))['structures']).toBeUndefined();
});
