/**
 * Search on one Elasticsearch node with 1 GB heap: how fast it is filled, what a search costs over HTTP through the built site, and what the
 * same requests cost straight to Elasticsearch.
 */
import type pg from 'pg';
import { connectElasticsearch, type Client } from '#lib/search/elasticsearch.ts';
import { createElasticsearchSearch } from '#lib/search/elasticsearch-engine.ts';
import { indexNames, type IndexNames } from '#lib/search/elasticsearch-indices.ts';
import { reindexElasticsearch } from '#lib/search/elasticsearch-reindex.ts';
import type { SearchAnswer, SearchRequest } from '#lib/search/search.ts';
import { elasticsearchHome } from '#tests/setup/elasticsearch-distribution.ts';
import { findJava, javaProgram } from '#tests/setup/elasticsearch-java.ts';
import { startElasticsearch } from '#tests/setup/elasticsearch-server.ts';
import { addressOf } from './address-of.ts';
import { generateHoldings, type GeneratedHoldings } from './generate-search.ts';
import { quantile } from './quantile.ts';
import { asked, searchBenchQueries } from './search.ts';
import { withSite } from './site.ts';

export interface ElasticsearchBenchRow {
  [column: string]: string | number;
  name: string;
  records: number;
  hits: number;
  /** Milliseconds: the requests of one search straight to Elasticsearch; the whole answer over HTTP. */
  'bare p50': number;
  'bare p95': number;
  'HTTP p50': number;
  'HTTP p95': number;
  runs: number;
  note: string;
}

const rounds = 15;
const warmRounds = 5;
/** Queries that match up to a tenth of the records have a goal of their own. */
const narrow = 0.1;

export async function runElasticsearchBench(
  pool: pg.Pool,
  appUrl: string,
  records: number,
): Promise<ElasticsearchBenchRow[]> {
  const java = findJava();
  if (java === null) throw new Error('Elasticsearch needs Java 21 or later (ES_JAVA_HOME)');
  const server = await startElasticsearch(await elasticsearchHome(javaProgram(java)), java, {
    heap: '1g',
    forSpeed: true,
  });
  const client = connectElasticsearch({ nodes: [server.url] });
  const names = indexNames('bench');
  try {
    const { holdings, filled } = await fill(pool, client, names, records);
    const measured = await withSite(
      appUrl,
      { ELASTICSEARCH_URL: server.url, ELASTICSEARCH_INDEX_PREFIX: 'bench' },
      async (base) => [
        ...(await measureQueries(pool, client, names, holdings, base)),
        await measureDepth(holdings, base),
        await measureSuggestions(holdings, base),
      ],
    );
    return [filled, ...measured];
  } finally {
    await client.close();
    await server.stop();
  }
}

async function fill(
  pool: pg.Pool,
  client: Client,
  names: IndexNames,
  records: number,
): Promise<{ holdings: GeneratedHoldings; filled: ElasticsearchBenchRow }> {
  const connection = await pool.connect();
  await connection.query('BEGIN');
  const holdings = await generateHoldings(connection, records);
  await connection.query('COMMIT');
  connection.release();
  await pool.query('VACUUM ANALYZE');
  const start = performance.now();
  let seconds = 0;
  const { written, rejected } = await reindexElasticsearch(client, names, pool, {
    onSwitched: () => (seconds = (performance.now() - start) / 1000),
  });
  if (rejected.length > 0) throw new Error(`refused: ${JSON.stringify(rejected[0])}`);
  return {
    holdings,
    filled: row(
      'index, documents a second',
      holdings,
      written,
      [written / seconds],
      [written / seconds],
      'from the store, switched',
    ),
  };
}

/** Each query in turn, round after round: straight to Elasticsearch what our search asks of it, then the same over HTTP. */
async function measureQueries(
  pool: pg.Pool,
  client: Client,
  names: IndexNames,
  holdings: GeneratedHoldings,
  base: string,
): Promise<ElasticsearchBenchRow[]> {
  const queries = Object.entries(searchBenchQueries(holdings)).map(([name, query]) => ({
    name,
    request: { ...asked, ...query },
    bare: [] as number[],
    whole: [] as number[],
    hits: 0,
  }));
  for (const query of queries) query.hits = (await fetched(base, addressOf(query.request))).total;
  const replays = new Map<string, () => Promise<unknown>>();
  for (const { name, request } of queries) replays.set(name, await recorded(pool, client, names, request));
  for (let round = 0; round < warmRounds + rounds; round++) {
    for (const query of queries) {
      const bare = await timed(replays.get(query.name) ?? (() => Promise.resolve()));
      const whole = await timed(() => fetched(base, addressOf(query.request)));
      if (round < warmRounds) continue;
      query.bare.push(bare);
      query.whole.push(whole);
    }
  }
  const all = (name: string, those: typeof queries, note: string) =>
    row(
      name,
      holdings,
      0,
      those.flatMap(({ bare }) => bare),
      those.flatMap(({ whole }) => whole),
      note,
    );
  const isNarrow = ({ hits }: { hits: number }) => hits <= narrow * holdings.records;
  return [
    ...queries.map(({ name, hits, bare, whole }) => row(name, holdings, hits, bare, whole, '')),
    all('up to a tenth of the records', queries.filter(isNarrow), 'goal 60 ms'),
    all(
      'broader',
      queries.filter((query) => !isNarrow(query)),
      'goal 300 ms',
    ),
  ];
}

/** What one search asks of Elasticsearch, to be asked again without us: the same bodies, as many at once. */
async function recorded(
  pool: pg.Pool,
  client: Client,
  names: IndexNames,
  request: SearchRequest,
): Promise<() => Promise<unknown>> {
  const bodies: Parameters<Client['search']>[0][] = [];
  const search = client.search.bind(client);
  const listening = Object.assign(Object.create(client) as Client, {
    search: (body: Parameters<Client['search']>[0], options?: Parameters<Client['search']>[1]) => {
      bodies.push(body);
      return search(body, options);
    },
  });
  await createElasticsearchSearch(listening, names, pool).query(request);
  return () => Promise.all(bodies.map((body) => search(body)));
}

/** Pages by cursor: the first after page 1, and those at a depth of 10,000 hits. */
async function measureDepth(holdings: GeneratedHoldings, base: string): Promise<ElasticsearchBenchRow> {
  const request = { ...asked, q: 'estimo', sort: 'date' as const };
  const first: number[] = [];
  const deep: number[] = [];
  for (let round = 0; round < 5; round++) {
    let next = (await fetched(base, addressOf(request))).next;
    for (let page = 1; page <= 505 && next; page++) {
      const at = { after: next };
      const start = performance.now();
      next = (await fetched(base, addressOf({ ...request, at }))).next;
      const taken = performance.now() - start;
      if (page <= 5) first.push(taken);
      if (page > 500) deep.push(taken);
    }
  }
  return row('page by cursor: first (bare) and at 10,000 (HTTP)', holdings, 0, first, deep, 'goal 1.5 ×');
}

async function measureSuggestions(holdings: GeneratedHoldings, base: string): Promise<ElasticsearchBenchRow> {
  const typed = [
    'es',
    'est',
    'estimo',
    'estimo re',
    'reg',
    'osp',
    'ospedale',
    'mag',
    'magistratura',
    'luo',
    'luogo 1',
    'mat',
    'materia b',
    'f3',
    'f3/2',
    'f3/2, b. 1',
    'ba',
    'be',
    'co',
    'comune di',
  ];
  const whole: number[] = [];
  for (let round = 0; round < warmRounds + rounds; round++) {
    for (const q of typed) {
      const taken = await timed(async () =>
        (await fetch(`${base}/api/v1/suggest?q=${encodeURIComponent(q)}`)).arrayBuffer(),
      );
      if (round >= warmRounds) whole.push(taken);
    }
  }
  return row('suggestions', holdings, 0, [], whole, 'goal 15 ms');
}

function row(
  name: string,
  { records }: GeneratedHoldings,
  hits: number,
  bare: readonly number[],
  whole: readonly number[],
  note: string,
): ElasticsearchBenchRow {
  return {
    name,
    records,
    hits,
    'bare p50': quantile(bare, 0.5),
    'bare p95': quantile(bare, 0.95),
    'HTTP p50': quantile(whole, 0.5),
    'HTTP p95': quantile(whole, 0.95),
    runs: whole.length,
    note,
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function fetched(base: string, address: string): Promise<SearchAnswer> {
  const answer = await fetch(base + address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
  const content = (await answer.json()) as SearchAnswer;
  if (content.notices) throw new Error(`${address}: ${content.notices.join(' ')}`);
  return content;
}
