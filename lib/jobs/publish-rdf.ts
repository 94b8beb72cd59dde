import { parseArgs } from 'node:util';
import { movedClock } from '#lib/moved-clock.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { servicesGraph } from '#lib/linked-data/services-graph.ts';
import { toLines } from '#lib/records/rdf/lines.ts';
import { node } from '#lib/records/rdf/terms.ts';
import { finishPublished, forgetPublished } from '#lib/store/dissemination/publication.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';
import { exitWith, withStore } from './connect.ts';
import { GraphStoreError, openGraphStore, readAddress } from './publish/graph-store.ts';
import { publishChanges } from './publish/publish-changes.ts';
import { siteAddress } from './site-address.ts';

const usage = `npm run publish:rdf -- --to URL [--full]
  URL     the graph store of a triple store (SPARQL 1.1 Graph Store HTTP Protocol), like http://host:3030/ds/data;
          with user:password@ where it wants them, or a whole header in RDF_STORE_AUTHORIZATION
  --full  everything again, not only what changed since the last time
exit: 0 done, 2 could not`;

/** Lines that say how far it is: one in so many graphs. */
const tellEvery = 10_000;

/** `npm run publish:rdf`: what was disseminated since the last time, told to a triple store. */
async function publish(): Promise<number> {
  const { values } = parseArgs({
    options: {
      to: { type: 'string' },
      full: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const address = readAddress(values.to ?? '', process.env['RDF_STORE_AUTHORIZATION'] ?? null);
  if (values.help || !address) {
    console.error(usage);
    return values.help ? 0 : 2;
  }
  return withStore('publish', async (pool, config) => {
    const store = openGraphStore(address);
    const base = siteAddress(config);
    const now = movedClock(config.clock);
    const types = createProcedureTypes('schemas/procedures', pool);
    await types.refresh();
    try {
      if (values.full) await forgetPublished(pool, address.url);
      const services = servicesGraph(types, romeDay(now()), base);
      await store.put(node(`${base}/servizi`), [...toLines(services)].join(''));
      let told = 0;
      const counts = await publishChanges({ pool, store, address: address.url, base }, ({ put, removed }) => {
        if (put + removed - told < tellEvery) return;
        told = put + removed;
        console.log(`${told} graphs`);
      });
      await finishPublished(pool, address.url, now());
      console.log(`${counts.put} graphs put, ${counts.removed} taken away`);
      return 0;
    } catch (error) {
      if (!(error instanceof GraphStoreError)) throw error;
      console.error(`the triple store: ${error.message}\nwhat was told is noted: try again to go on`);
      return 2;
    }
  });
}

exitWith(publish());
