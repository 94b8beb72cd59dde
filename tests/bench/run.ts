/**
 * `npm run bench -- [suite] [sizes…]`: benchmarks as JSON (last line) and as a table. Nothing here is a test: machines differ, so every
 * figure stands beside a floor or a smaller size of the same run.
 */
import os from 'node:os';
import type pg from 'pg';
import { createPool } from '#lib/store/pool.ts';
import { freshDatabase } from '#tests/setup/database.ts';
import { elasticsearchHome } from '#tests/setup/elasticsearch-distribution.ts';
import { findJava, javaProgram } from '#tests/setup/elasticsearch-java.ts';
import { benchCollections } from './collections.ts';
import { benchDump } from './dump.ts';
import { benchDocuments } from './documents.ts';
import { runElasticsearchBench } from './elasticsearch.ts';
import { benchFailover } from './failover.ts';
import { benchImageIngest } from './image-ingest.ts';
import { benchIiifImage } from './iiif-image.ts';
import { benchIngest } from './ingest.ts';
import { benchManifest } from './manifest.ts';
import { benchLive } from './live.ts';
import { benchNotifications } from './notifications.ts';
import { benchMiaPagina } from './mia-pagina.ts';
import { benchOai } from './oai.ts';
import { benchProcedures } from './procedures.ts';
import { benchProtocol } from './protocol.ts';
import { loadDemoHoldings } from './relevance/demo-holdings.ts';
import { benchRelevance } from './relevance/relevance.ts';
import { runSearchBench } from './search.ts';
import { table, type Row } from './table.ts';
import { benchVisibility } from './visibility.ts';

const suites: Record<string, { sizes: number[]; run: (sizes: number[]) => Promise<Row[]> }> = {
  search: {
    sizes: [10_000, 100_000, 1_000_000],
    run: async (sizes) => {
      const rows: Row[] = [];
      for (const records of sizes) rows.push(...(await benchSearch(records)));
      return rows;
    },
  },
  elasticsearch: {
    sizes: [10_000, 100_000, 1_000_000],
    run: async (sizes) => {
      const rows: Row[] = [];
      for (const records of sizes)
        rows.push(...(await inFreshDatabase(({ pool, appUrl }) => runElasticsearchBench(pool, appUrl, records))));
      return rows;
    },
  },
  ingest: {
    sizes: [10_000, 40_000, 120_000],
    run: async (sizes) => (await benchIngest(sizes)).map((row) => ({ ...row })),
  },
  'image-ingest': { sizes: [12, 24, 48], run: (sizes) => benchImageIngest(sizes) },
  manifest: {
    sizes: [200, 1000, 2000],
    run: (sizes) => inFreshDatabase(({ pool, appUrl }) => benchManifest(pool, appUrl, sizes)),
  },
  collections: {
    sizes: [1_000_000],
    run: ([records = 1_000_000]) => inFreshDatabase(({ pool, appUrl }) => benchCollections(pool, appUrl, records)),
  },
  failover: {
    sizes: [],
    run: () =>
      inFreshDatabase(async ({ pool }) => {
        const java = findJava();
        if (java === null) throw new Error('Elasticsearch needs Java 21 or later (ES_JAVA_HOME)');
        await loadDemoHoldings(pool);
        return benchFailover(pool, await elasticsearchHome(javaProgram(java)), java);
      }),
  },
  procedures: {
    sizes: [10_000, 100_000, 1_000_000],
    run: async (sizes) => {
      const rows: Row[] = [];
      for (const procedures of sizes)
        rows.push(...(await inFreshDatabase(({ pool, appUrl }) => benchProcedures(pool, appUrl, procedures))));
      return rows;
    },
  },
  'mia-pagina': {
    sizes: [10_000, 100_000, 1_000_000],
    run: async (sizes) => {
      const rows: Row[] = [];
      for (const procedures of sizes)
        rows.push(...(await inFreshDatabase(({ pool, appUrl }) => benchMiaPagina(pool, appUrl, procedures))));
      return rows;
    },
  },
  visibility: {
    sizes: [200_000, 1_000_000, 5_000_000],
    run: async (sizes) => {
      const rows: Row[] = [];
      for (const records of sizes) rows.push(...(await inFreshDatabase(({ pool }) => benchVisibility(pool, records))));
      return rows;
    },
  },
  oai: {
    sizes: [10_000, 100_000, 1_000_000],
    run: async (sizes) => {
      const rows: Row[] = [];
      for (const records of sizes)
        rows.push(...(await inFreshDatabase(({ pool, appUrl }) => benchOai(pool, appUrl, records))));
      return rows;
    },
  },
  protocol: {
    sizes: [1_000, 10_000, 100_000],
    run: async (sizes) => {
      const rows: Row[] = [];
      for (const registered of sizes)
        rows.push(...(await inFreshDatabase(({ pool, appUrl }) => benchProtocol(pool, appUrl, registered))));
      return rows;
    },
  },
  notifications: {
    sizes: [1_000, 10_000, 100_000],
    run: async (sizes) => {
      const rows: Row[] = [];
      for (const queued of sizes)
        rows.push(...(await inFreshDatabase(({ pool, appUrl }) => benchNotifications(pool, appUrl, queued))));
      return rows;
    },
  },
  live: {
    sizes: [10, 100, 1_000],
    run: (sizes) => inFreshDatabase(({ pool, appUrl }) => benchLive(pool, appUrl, sizes)),
  },
  documents: {
    sizes: [100, 1_000, 10_000],
    run: (sizes) => inFreshDatabase(({ pool, appUrl }) => benchDocuments(pool, appUrl, sizes)),
  },
  dump: {
    sizes: [10_000, 100_000, 1_000_000],
    run: async (sizes) => {
      const rows: Row[] = [];
      for (const records of sizes)
        rows.push(...(await inFreshDatabase(({ pool, appUrl }) => benchDump(pool, appUrl, records))));
      return rows;
    },
  },
  'iiif-image': {
    sizes: [12, 24, 48],
    run: (sizes) => inFreshDatabase(({ pool, appUrl }) => benchIiifImage(pool, appUrl, sizes)),
  },
  relevance: { sizes: [], run: () => inFreshDatabase(({ pool }) => benchRelevance(pool)) },
};

const [wanted, ...given] = process.argv.slice(2);
const names = wanted && wanted !== 'all' ? [wanted] : Object.keys(suites);
const results: Record<string, Row[]> = {};
console.log(
  `${os.cpus().length} cores (${os.cpus()[0]?.model ?? 'unknown'}), ${Math.round(os.totalmem() / 2 ** 30)} GiB, node ${process.version}`,
);
for (const name of names) {
  const suite = suites[name];
  if (!suite) throw new Error(`no such suite: ${name}; there are ${Object.keys(suites).join(', ')}`);
  const rows = await suite.run(given.length ? given.map(Number) : suite.sizes);
  results[name] = rows;
  console.log(`\n${name}\n${table(rows)}`);
}
console.log(JSON.stringify(results));

function benchSearch(records: number): Promise<Row[]> {
  return inFreshDatabase(async ({ pool, appUrl }) =>
    (await runSearchBench({ pool, appUrl, records })).map((row) => ({ ...row })),
  );
}

async function inFreshDatabase(bench: (database: { pool: pg.Pool; appUrl: string }) => Promise<Row[]>): Promise<Row[]> {
  const database = await freshDatabase();
  const pool = createPool(database.ownerUrl, { applicationName: 'bench', max: 8 });
  try {
    return await bench({ pool, appUrl: database.appUrl });
  } finally {
    await pool.end();
    await database.drop();
  }
}
