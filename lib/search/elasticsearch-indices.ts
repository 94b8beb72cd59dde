import { setTimeout } from 'node:timers/promises';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Client, estypes } from './elasticsearch.ts';
import type { Scope } from './search.ts';

/** Aliases: each stands for one index, and for another after a reindex. `next` are those that are being filled. */
export interface IndexNames extends Record<Scope, string> {
  next: Record<Scope, string>;
}

export const scopes = ['public', 'internal'] as const satisfies Scope[];

/** @param prefix what the aliases of one installation begin with, where several share a cluster */
export function indexNames(prefix = 'eli4u'): IndexNames {
  const [shown, inside] = [`${prefix}-public`, `${prefix}-internal`];
  return { public: shown, internal: inside, next: { public: `${shown}-next`, internal: `${inside}-next` } };
}

/** Counted up when documents are made otherwise (elasticsearch-document.ts) and what stands in indices has to be made again. */
const documentVersion = 2;

/** What indices are made of, read when one is made: the built site, which makes none, has no such files beside it. */
function indexSchema() {
  const schemas = path.resolve(import.meta.dirname, '../../schemas/search');
  const [settings, mappings] = ['settings.json', 'mappings.json'].map((name) =>
    readFileSync(path.join(schemas, name), 'utf8'),
  );
  const version = createHash('sha256').update(`${documentVersion}${settings}${mappings}`).digest('hex').slice(0, 12);
  return {
    settings: parsed<estypes.IndicesIndexSettings & { index: { refresh_interval: string } }>(settings),
    mappings: parsed<estypes.MappingTypeMapping>(mappings),
    version,
  };
}

function parsed<T>(text = ''): T {
  const content: T = JSON.parse(text);
  return content;
}

/** By it an index tells whether it is of today's schema. */
export const schemaVersion = (): string => indexSchema().version;

export async function createIndex(client: Client, index: string, alias: string, shards?: number): Promise<void> {
  const { settings, mappings, version } = indexSchema();
  await client.indices.create({
    index,
    aliases: { [alias]: {} },
    settings: { ...settings, index: { ...settings.index, ...(shards ? { number_of_shards: shards } : {}) } },
    mappings: { ...mappings, _meta: { schema: version } },
  });
}

/** The indices behind an alias: none, or one. */
export async function indicesBehind(client: Client, alias: string): Promise<string[]> {
  if (!(await client.indices.existsAlias({ name: alias }))) return [];
  return Object.keys(await client.indices.getAlias({ name: alias }));
}

/** `missing` before the first reindex; `old` when the schema has changed since: readable, to be made again. */
export async function stateOfIndices(client: Client, names: IndexNames): Promise<'missing' | 'old' | 'current'> {
  const wanted = schemaVersion();
  let state: 'old' | 'current' = 'current';
  for (const scope of scopes) {
    const [index] = await indicesBehind(client, names[scope]);
    if (index === undefined) return 'missing';
    const answer = await client.indices.getMapping({ index });
    if (answer[index]?.mappings._meta?.['schema'] !== wanted) state = 'old';
  }
  return state;
}

/** Parts of a size that an index being filled may have before they are merged: what is in use is merged once more anyway. */
const partsWhileFilling = 30;

/** While an index is filled nobody reads it: it is not made readable again and again, nor its parts merged as for readers. */
export async function beginFilling(client: Client, index: string[]): Promise<void> {
  const settings = { refresh_interval: '-1', 'merge.policy.segments_per_tier': partsWhileFilling };
  await client.indices.putSettings({ index, settings: { index: settings } });
}

/** Readable, and from now on like any other. */
export async function endFilling(client: Client, index: string[]): Promise<void> {
  const { refresh_interval } = indexSchema().settings.index;
  const settings = { refresh_interval, 'merge.policy.segments_per_tier': null };
  await client.indices.putSettings({ index, settings: { index: settings } });
  await client.indices.refresh({ index });
}

/** As many parts as a search may look through side by side on a small machine; a fill leaves many more, each of which every search has to open. */
const fewSegments = 4;

/** Milliseconds between two looks at a merge; after so many at rest it is taken for over, or for never to be. */
const lookEvery = 500;
const looksAtRest = 4;

/**
 * Once a filled index is in use: what comes in later is merged as ever. The cluster merges by itself and is looked at, for no connection
 * is held open as long as a million records take.
 */
export async function mergeSegments(client: Client, index: string[]): Promise<void> {
  await client.indices.forcemerge({ index, max_num_segments: fewSegments, wait_for_completion: false });
  for (let atRest = 0; atRest < looksAtRest;) {
    await setTimeout(lookEvery);
    const { indices = {} } = await client.indices.stats({ index, metric: 'merge' });
    const merging = Object.values(indices).some(({ total }) => (total?.merges?.current ?? 0) > 0);
    atRest = merging ? 0 : atRest + 1;
  }
}

/** For whoever reads just after writing; else an index shows its changes within a second. */
export async function refreshIndices(client: Client, names: IndexNames): Promise<void> {
  await client.indices.refresh({ index: [names.public, names.internal] });
}
