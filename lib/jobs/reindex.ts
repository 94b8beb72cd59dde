import { openOuterIndex } from '#lib/search/outer-index.ts';
import { settleStatistics } from '#lib/store/writing/statistics.ts';
import { exitWith, withStore } from './connect.ts';
import { reindexOuter } from './reindex-outer.ts';
import { reindexRows } from './reindex-rows.ts';

/** Lines that say how far it is: one in so many records. */
const tellEvery = 20_000;

/** `npm run reindex`: every search row made again from the store, and the outer index beside the one in use, where there is one. */
async function reindex(): Promise<number> {
  return withStore('reindex', async (pool, config) => {
    const rows = await reindexRows(pool, teller('records indexed'));
    await settleStatistics(pool);
    console.log(`${rows.done} records indexed, ${rows.removed} rows without a record removed`);
    const index = openOuterIndex(config, pool);
    if (index === null) return 0;
    try {
      const outer = await reindexOuter(pool, index, teller('records in the new Elasticsearch index'));
      if (outer === null) {
        console.error('another process is filling the Elasticsearch index: let it end, or end it, and try again');
        return 2;
      }
      if (outer.resumedAfter > 0) console.log(`an earlier run had done ${outer.resumedAfter}: gone on from there`);
      for (const { id, scope, reason } of outer.rejected) console.error(`refused: ${id} (${scope}): ${reason}`);
      console.log(
        `Elasticsearch: ${outer.written} documents written, ${outer.rejected.length} refused, aliases switched`,
      );
      return outer.rejected.length > 0 ? 1 : 0;
    } finally {
      await index.close();
    }
  });
}

/** A line now and then: on a terminal the same line again and again. */
function teller(what: string): (done: number, total: number) => void {
  let told = 0;
  return (done, total) => {
    const line = `${done} of ${total} ${what}`;
    if (process.stdout.isTTY) process.stdout.write(`\r${line}${done >= total ? '\n' : ''}`);
    else if (done - told >= tellEvery || done >= total) {
      told = done;
      console.log(line);
    }
  };
}

exitWith(reindex());
