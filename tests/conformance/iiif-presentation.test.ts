import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { normalize, serialize, serializeConfigPresentation3 } from '@iiif/parser';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { pageSets } from '#ingest/demo/pages/page-sets.ts';
import { composition } from '#lib/composition.ts';
import { answerCollection } from '#lib/http/iiif/answer-collection.ts';
import { answerDiscovery } from '#lib/http/iiif/answer-discovery.ts';
import { answerCanvas, answerManifest, answerPageText, answerRange } from '#lib/http/iiif/answer-presentation.ts';
import { answerContentSearch } from '#lib/http/iiif/answer-search.ts';
import { stampChanges } from '#lib/store/dissemination/stamp-changes.ts';
import { loadDemoHoldings } from '#tests/bench/relevance/demo-holdings.ts';
import { putDemoPages } from '#tests/builders/demo-pages.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';
import { missingPresentationModels, tryPresentation } from '#tests/setup/presentation-models.ts';
import { collectionSchema } from './iiif/collection-schema.ts';
import { activityListSchema, activityPageSchema } from './iiif/discovery-schema.ts';
import { canvasSchema, manifestSchema, pageTextSchema, rangeSchema } from './iiif/manifest-schema.ts';
import { searchAnswerSchema } from './iiif/search-schema.ts';

const base = 'https://archivio.example.it';
const anything = z.record(z.string(), z.unknown());
type Json = z.infer<typeof anything>;
let database: FreshDatabase;
let folder: string;
let units: string[];
const manifests: Json[] = [];
const collections: Json[] = [];

/** What an address of ours gives, as its route does. */
async function read(address: string): Promise<Json> {
  if (!address.startsWith(`${base}/iiif/`)) throw new Error(`${address} is not ours`);
  const { pathname, search } = new URL(address);
  const [, , kind = '', one = '', two = '', three = ''] = pathname.split('/');
  const request = new Request(`${base}${pathname}${search}`);
  const answer = await (kind === 'collection'
    ? answerCollection(request, one)
    : kind === 'discovery'
      ? answerDiscovery(request, one)
      : kind === 'search'
        ? answerContentSearch(request, one)
        : two === 'canvas'
          ? answerCanvas(request, one, three)
          : two === 'range'
            ? answerRange(request, one, three)
            : two === 'text'
              ? answerPageText(request, one, three)
              : answerManifest(request, one));
  if (answer.status !== 200) throw new Error(`${answer.status} at ${address}`);
  return anything.parse(await answer.json());
}

/** From the root of the collections to every manifest, as a harvester goes. */
async function walk(address: string): Promise<void> {
  const json = await read(address);
  if (json['id'] !== address) throw new Error(`${address} calls itself ${String(json['id'])}`);
  if (json['type'] === 'Manifest') {
    manifests.push(json);
    return;
  }
  collections.push(json);
  for (const { id } of collectionSchema.parse(json).items) await walk(id);
}

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-presentation-'));
  vi.stubEnv('ELI4U_APP_URL', database.appUrl);
  vi.stubEnv('DATA_DIR', folder);
  vi.stubEnv('BASE_URL', base);
  const { pool } = composition();
  await loadDemoHoldings(pool);
  // What may not be read yet is seen smaller: its manifest is another one.
  await pool.query('UPDATE eli4u.institution SET reserved_image_side = 300');
  units = await putDemoPages(pool);
  await stampChanges(pool, () => Date.now() - 60_000);
  await stampChanges(pool, Date.now);
  await walk(`${base}/iiif/collection/root.json`);
}, 300_000);
afterAll(async () => {
  await composition().pool.end();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

it('reaches every digitised unit of the demonstration from the root', () => {
  expect(manifests.map(({ id }) => id).toSorted()).toEqual(
    units.map((id) => `${base}/iiif/presentation/${id}/manifest.json`).toSorted(),
  );
  expect(manifests.flatMap(({ items }) => items)).toHaveLength(pageSets().flatMap(({ pages }) => pages).length);
  expect(JSON.stringify(manifests)).toContain('AuthProbeService2');
  expect(collections.length).toBeGreaterThan(10);
});

it('writes every manifest as Presentation 3 says', () => {
  for (const manifest of manifests) expect(manifestSchema.parse(manifest).id).toBe(manifest['id']);
  expect(manifests.filter(({ structures }) => structures !== undefined).length).toBeGreaterThan(1);
});

const missing = missingPresentationModels();
it.skipIf(missing)(`holds to the JSON schema of IIIF${missing ? ` (SKIPPED: ${missing})` : ''}`, async () => {
  const file = path.join(folder, 'presentation.json');
  expect(await tryPresentation(file, [...manifests, ...collections])).toEqual([]);
  const [first] = manifests;
  expect(await tryPresentation(file, [{ ...first, label: 'a bare text' }])).toHaveLength(1);
  expect(await tryPresentation(file, [{ ...first, behavior: ['folded'] }])).toHaveLength(1);
});

it('is read by @iiif/parser and written again the same, every manifest and collection', () => {
  for (const resource of [...manifests, ...collections]) {
    const { entities, mapping, resource: reference } = normalize(structuredClone(resource));
    const again = serialize({ entities, mapping, requests: {} }, reference, serializeConfigPresentation3);
    expect(again).toEqual(resource);
  }
});

it('gives every part of a manifest by itself, and the text of its pages', async () => {
  const parts = z.object({
    items: z.array(z.object({ id: z.string(), annotations: z.array(z.object({ id: z.string() })).optional() })),
    structures: z.array(z.object({ id: z.string() })).optional(),
  });
  for (const manifest of manifests) {
    const { items, structures = [] } = parts.parse(manifest);
    for (const { id, annotations = [] } of items) {
      canvasSchema.parse(await read(id));
      for (const text of annotations) expect(pageTextSchema.parse(await read(text.id)).id).toBe(text.id);
    }
    for (const { id } of structures) expect(rangeSchema.parse(await read(id)).id).toBe(id);
  }
});

it('answers searches as Content Search 2 says, and tells changes as Change Discovery 1', async () => {
  for (const id of units.slice(0, 4)) searchAnswerSchema.parse(await read(`${base}/iiif/search/${id}?q=d*`));
  const list = activityListSchema.parse(await read(`${base}/iiif/discovery/activity.json`));
  expect(list.totalItems).toBe(units.length);
  const page = activityPageSchema.parse(await read(list.last.id));
  expect(page.orderedItems.map(({ object }) => object.id).toSorted()).toEqual(manifests.map(({ id }) => id).toSorted());
});
