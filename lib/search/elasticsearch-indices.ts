import { readFileSync } from 'node:fs';
import path from 'node:path';
import { statusOf, type Client, type estypes } from './elasticsearch.ts';
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

const schemas = path.resolve(import.meta.dirname, '../../schemas/search');

function readSchema<T>(name: string): T {
  const content: T = JSON.parse(readFileSync(path.join(schemas, name), 'utf8'));
  return content;
}

export async function createIndex(client: Client, index: string, alias: string): Promise<void> {
  await client.indices.create({
    index,
    aliases: { [alias]: {} },
    settings: readSchema<estypes.IndicesIndexSettings>('settings.json'),
    mappings: readSchema<estypes.MappingTypeMapping>('mappings.json'),
  });
}

/** Makes the empty indices of a new installation; those that are there stay. */
export async function ensureIndices(client: Client, names: IndexNames): Promise<void> {
  for (const scope of scopes) {
    if (await client.indices.existsAlias({ name: names[scope] })) continue;
    await createIndex(client, `${names[scope]}-first`, names[scope]).catch((error: unknown) => {
      if (statusOf(error) !== 400) throw error; // another process was quicker
    });
  }
}

/** The indices behind an alias: none, or one. */
export async function indicesBehind(client: Client, alias: string): Promise<string[]> {
  if (!(await client.indices.existsAlias({ name: alias }))) return [];
  return Object.keys(await client.indices.getAlias({ name: alias }));
}

/** For whoever reads just after writing; else an index shows its changes within a second. */
export async function refreshIndices(client: Client, names: IndexNames): Promise<void> {
  await client.indices.refresh({ index: [names.public, names.internal] });
}
