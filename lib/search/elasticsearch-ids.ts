import type { Client } from './elasticsearch.ts';
import type { IndexNames } from './elasticsearch-indices.ts';
import type { Scope } from './search.ts';

const atOnce = 10_000;

/** Ids of all documents of a scope in code-point order, from one state of the index. */
export async function* documentIds(client: Client, names: IndexNames, scope: Scope): AsyncGenerator<string> {
  let pit = (await client.openPointInTime({ index: names[scope], keep_alive: '1m' })).id;
  try {
    for (let after: string | undefined; ;) {
      const { hits, pit_id } = await client.search({
        pit: { id: pit, keep_alive: '1m' },
        size: atOnce,
        sort: [{ id: 'asc' }],
        _source: false,
        track_total_hits: false,
        ...(after === undefined ? {} : { search_after: [after] }),
      });
      pit = pit_id ?? pit;
      for (const { _id } of hits.hits) if (_id !== undefined) yield _id;
      after = hits.hits.at(-1)?._id;
      if (after === undefined) return;
    }
  } finally {
    await client.closePointInTime({ id: pit });
  }
}
