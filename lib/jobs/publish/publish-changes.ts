import type pg from 'pg';
import { graphOf } from '#lib/linked-data/graph-of.ts';
import { idIri } from '#lib/records/rdf/iri.ts';
import { toLines } from '#lib/records/rdf/lines.ts';
import { findChanged, findPublished, savePublished } from '#lib/store/dissemination/publication.ts';
import { readHarvestItems } from '#lib/store/dissemination/read-items.ts';
import type { GraphStore } from './graph-store.ts';

/** Changes that are read at once. */
const pageSize = 400;
/** Calls under way at once: a store that writes one graph at a time is never without the next. */
const atOnce = 8;

export interface PublishCounts {
  put: number;
  removed: number;
}

/**
 * Tells a triple store what was disseminated since it was last told, a graph for each item under the item's own name. What it has been told is noted a
 * page at a time: broken off, it goes on there, and what is told twice is the same.
 */
export async function publishChanges(
  parts: { pool: pg.Pool; store: GraphStore; address: string; base: string },
  tell?: (counts: PublishCounts) => void,
): Promise<PublishCounts> {
  const { pool, store, address, base } = parts;
  const counts: PublishCounts = { put: 0, removed: 0 };
  for (let after = await findPublished(pool, address); ;) {
    const changed = await findChanged(pool, after, pageSize);
    const last = changed.at(-1);
    if (!last) return counts;
    const items = await readHarvestItems(
      pool,
      changed.flatMap(({ id, deleted }) => (deleted ? [] : id)),
    );
    const shown = new Map(items.map((item) => [item.value.id, item]));
    await inTurns(changed, async ({ id }) => {
      const item = shown.get(id);
      const graph = idIri(base, id);
      if (item) await store.put(graph, [...toLines(graphOf(item, base))].join(''));
      // Deleted, or hidden since: the row that says so comes with the next round, and takes away nothing more.
      else await store.remove(graph);
      counts[item ? 'put' : 'removed'] += 1;
    });
    after = { stamp: last.stamp, id: last.id };
    await savePublished(pool, address, after);
    tell?.(counts);
  }
}

async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = all.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const one of waiting) await work(one);
    }),
  );
}
