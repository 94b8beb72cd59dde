/** A cluster of three nodes that may each be master, one of which is killed while readers search: what they notice. */
import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectElasticsearch, type Client } from '#lib/search/elasticsearch.ts';
import { createElasticsearchSearch } from '#lib/search/elasticsearch-engine.ts';
import { indexNames } from '#lib/search/elasticsearch-indices.ts';
import { reindexElasticsearch } from '#lib/search/elasticsearch-reindex.ts';
import { startCluster, type ElasticsearchCluster } from '#tests/setup/elasticsearch-cluster.ts';
import { asked } from './search.ts';
import type { Row } from './table.ts';

/** Searches beside each other, as of several readers. */
const readers = 2;
const searchesAfter = 200;
const patience = 120_000;

export interface Failover extends Row {
  killed: string;
  'master before': string;
  searches: number;
  /** Without any reserve: what a reader would have met. */
  'failed until the cluster had settled': number;
  'failed after': number;
  'longest, ms': number;
  'settled after, ms': number;
}

/** The holdings of a database in a cluster; each node is killed in turn, and comes back before the next is. */
export async function killEachNode(
  pool: pg.Pool,
  makeCluster: () => Promise<ElasticsearchCluster>,
  nodes: readonly number[] = [0, 1, 2],
): Promise<Failover[]> {
  const cluster = await makeCluster();
  const client = connectElasticsearch({ nodes: cluster.urls });
  const names = indexNames('failover');
  try {
    await reindexElasticsearch(client, names, pool);
    const search = createElasticsearchSearch(client, names, pool);
    const rows: Failover[] = [];
    for (const node of nodes) {
      await untilHealth(client, 'green');
      rows.push(await killOne(cluster, node, client, () => search.query({ ...asked, q: 'registro' })));
      await cluster.nodes[node]?.restart();
    }
    return rows;
  } finally {
    await client.close();
    await cluster.stop();
  }
}

async function killOne(
  cluster: ElasticsearchCluster,
  node: number,
  client: Client,
  search: () => Promise<unknown>,
): Promise<Failover> {
  const master = (await client.cat.master({ format: 'json' }))[0]?.node ?? '';
  const seen: { at: number; took: number; failed: boolean }[] = [];
  let over = false;
  const reader = async () => {
    while (!over) {
      const at = performance.now();
      const failed = await search().then(
        () => false,
        () => true,
      );
      seen.push({ at, took: performance.now() - at, failed });
    }
  };
  const reading = Array.from({ length: readers }, reader);
  await sleep(500);
  const killedAt = performance.now();
  await cluster.nodes[node]?.kill();
  const rest = connectElasticsearch({ nodes: cluster.urls.filter((_, n) => n !== node) });
  await untilHealth(rest, 'yellow', cluster.nodes.length - 1);
  const settledAt = performance.now();
  await rest.close();
  const enough = () => seen.filter(({ at }) => at > settledAt).length >= searchesAfter;
  for (const end = Date.now() + patience; !enough() && Date.now() < end;) await sleep(50);
  over = true;
  await Promise.all(reading);
  const failed = (after: boolean) => seen.filter((one) => one.failed && one.at > settledAt === after).length;
  return {
    killed: `node-${node + 1}`,
    'master before': master,
    searches: seen.length,
    'failed until the cluster had settled': failed(false),
    'failed after': failed(true),
    'longest, ms': Math.round(Math.max(...seen.map(({ took }) => took))),
    'settled after, ms': Math.round(settledAt - killedAt),
  };
}

/** Waits for every index to be readable (`yellow`) or whole (`green`), with that many nodes. */
async function untilHealth(client: Client, status: 'yellow' | 'green', nodes = 3): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(100)) {
    const health = await client.cluster
      .health({ wait_for_status: status, wait_for_nodes: String(nodes), timeout: '1s' })
      .catch(() => null);
    if (health && !health.timed_out) return;
  }
  throw new Error(`the cluster did not become ${status} with ${nodes} nodes`);
}

export async function benchFailover(pool: pg.Pool, home: string, java: string): Promise<Row[]> {
  return killEachNode(pool, () => startCluster(home, java));
}
