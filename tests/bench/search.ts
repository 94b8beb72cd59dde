import type pg from 'pg';
import { createPostgresSearch } from '#lib/search/postgres.ts';
import { flushSearchIndex, indexRecords } from '#lib/search/postgres-index.ts';
import type { Search, SearchAnswer, SearchRequest } from '#lib/search/search.ts';
import { generateHoldings, type GeneratedHoldings } from './generate-search.ts';
import { quantile } from './quantile.ts';
import { measureSite } from './site.ts';

export interface SearchBenchRow {
  name: string;
  records: number;
  /** Milliseconds, or records a second where the name says so. */
  p50: number;
  p95: number;
  runs: number;
  note: string;
}

export interface SearchBenchOptions {
  /** An empty database with the schema; its owner or a superuser. */
  pool: pg.Pool;
  /** The same database as the site opens it. */
  appUrl: string;
  records: number;
  /** Times that each query is asked: 7 unless told. */
  rounds?: number;
}

export const asked: SearchRequest = {
  scope: 'public',
  q: '',
  filters: {},
  from: null,
  to: null,
  dateMode: 'overlap',
  within: null,
  sort: 'relevance',
  group: null,
  at: { page: 1 },
  size: 20,
  facets: true,
  lang: 'it',
};

/** What readers ask: narrow and broad, filtered, sorted every way, deep. All with all facets and the histogram. */
export function searchBenchQueries(holdings: GeneratedHoldings): Record<string, Partial<SearchRequest>> {
  const fonds = holdings.fonds[3] ?? '';
  return {
    'narrow: three words': { q: 'argine vendita testamento' },
    'narrow: reference code': { q: 'F3/2, b. 12' },
    'narrow: phrase': { q: '"estimo registro" lettera' },
    'medium: one word': { q: 'ospedale' },
    'medium: prefix': { q: 'osped*' },
    'broad: most frequent word': { q: 'estimo' },
    'broad: two words': { q: 'estimo registro' },
    'broad: either of two': { q: 'estimo OR registro' },
    'broad: without a word': { q: 'estimo -registro' },
    everything: {},
    'everything by date': { sort: 'date' },
    'everything by title': { sort: 'title' },
    'broad by date': { q: 'estimo', sort: 'date' },
    'broad by date, latest first': { q: 'registro', sort: '-date' },
    'broad by code': { q: 'estimo', sort: 'code' },
    'broad by title': { q: 'estimo', sort: 'title' },
    'one fonds': { filters: { fonds: [fonds] } },
    'word in one fonds': { q: 'lettera', filters: { fonds: [fonds] } },
    'level and century': { q: 'lettera', filters: { level: ['file', 'item'], century: ['15', '16'] } },
    'digital only': { filters: { digital: ['true'] } },
    dates: { q: 'processo', from: 1400, to: 1450 },
    'dates contained, no words': { from: 1400, to: 1450, dateMode: 'contained' },
    'within the widest series': { q: 'mappa', within: holdings.wideParent },
    'page 50 of a broad query': { q: 'estimo', at: { page: 50 } },
    'page 50 by title': { q: 'estimo', sort: 'title', at: { page: 50 } },
    'by fonds': { q: 'testamento', group: 'fonds' },
    'by fonds, broad': { q: 'estimo', group: 'fonds' },
  };
}

/** Fills, indexes and measures. Rows: indexing speed, then each query, then all queries together. */
export async function runSearchBench({
  pool,
  appUrl,
  records,
  rounds = 7,
}: SearchBenchOptions): Promise<SearchBenchRow[]> {
  const client = await pool.connect();
  let holdings: GeneratedHoldings;
  let seconds: number;
  try {
    await client.query('BEGIN');
    holdings = await generateHoldings(client, records);
    await client.query('COMMIT');
    await client.query('ANALYZE eli4u.record, eli4u.record_agent');
    const start = performance.now();
    await client.query('BEGIN');
    await indexRecords(
      client,
      { sql: 'SELECT id FROM eli4u.record ORDER BY root_id, parent_id, position', values: [] },
      { dictionary: pool },
    );
    await client.query('COMMIT');
    await flushSearchIndex(client);
    seconds = (performance.now() - start) / 1000;
    await client.query('VACUUM ANALYZE');
  } finally {
    client.release();
  }
  const speed = Math.round(records / seconds);
  return [
    { name: 'index, records a second', records, p50: speed, p95: speed, runs: 1, note: 'word index flushed' },
    ...(await measureSearch(createPostgresSearch(pool), holdings, rounds)),
    ...(await measureSite(appUrl, pool, holdings)),
  ];
}

/** The queries in turn, round after round, so that none finds only its own rows in memory; the first round is not counted. */
export async function measureSearch(
  search: Search,
  holdings: GeneratedHoldings,
  rounds: number,
): Promise<SearchBenchRow[]> {
  const queries = Object.entries(searchBenchQueries(holdings));
  const times = new Map<string, number[]>(queries.map(([name]) => [name, []]));
  const answers = new Map<string, SearchAnswer>();
  for (let round = 0; round <= rounds; round++) {
    for (const [name, query] of queries) {
      const start = performance.now();
      answers.set(name, await search.query({ ...asked, ...query }));
      if (round > 0) times.get(name)?.push(performance.now() - start);
    }
  }
  const row = (name: string, taken: number[], note: string): SearchBenchRow => {
    return {
      name,
      records: holdings.records,
      p50: quantile(taken, 0.5),
      p95: quantile(taken, 0.95),
      runs: taken.length,
      note,
    };
  };
  const rows = [...times].map(([name, taken]) => {
    const answer = answers.get(name);
    return row(name, taken, `${answer?.totalEstimate ? 'about ' : ''}${answer?.total ?? 0} hits`);
  });
  return [...rows, row('all queries', [...times.values()].flat(), `${rounds} rounds`)];
}
