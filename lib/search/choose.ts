import type pg from 'pg';
import type { ElasticsearchConfig } from '#lib/config.ts';
import { connectElasticsearch, isAway } from './elasticsearch.ts';
import { createElasticsearchSearch } from './elasticsearch-engine.ts';
import { indexNames } from './elasticsearch-indices.ts';
import { probe } from './elasticsearch-run.ts';
import { createPostgresSearch } from './postgres.ts';
import type { Search } from './search.ts';
import { searchWithReserve } from './with-reserve.ts';

/** PostgreSQL's own search; with a cluster configured that one, and PostgreSQL's in reserve: its rows are written with the records anyway. */
export function chooseSearch(elasticsearch: ElasticsearchConfig | null, pool: pg.Pool): Search {
  const postgres = createPostgresSearch(pool);
  if (!elasticsearch) return postgres;
  const client = connectElasticsearch(elasticsearch);
  const names = indexNames(elasticsearch.prefix);
  const main = {
    ...createElasticsearchSearch(client, names, pool),
    isAway,
    probe: () => probe(client, names),
  };
  return searchWithReserve(main, postgres, console.error);
}
