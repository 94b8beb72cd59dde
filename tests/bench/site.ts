/**
 * The built site over the generated holdings of the search bench: record pages and pages of children, whole answers over HTTP, one at a time.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { buildWhenStale } from '#lib/launcher/build.ts';
import { superviseChild } from '#lib/launcher/child.ts';
import type { GeneratedHoldings } from './generate-search.ts';
import { quantile } from './quantile.ts';

export interface SiteBenchRow {
  name: string;
  records: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  runs: number;
  note: string;
}

const runs = 200;
const pageSize = 100;

export function measureSite(appUrl: string, pool: pg.Pool, holdings: GeneratedHoldings): Promise<SiteBenchRow[]> {
  return withSite(appUrl, {}, (base) => measure(base, pool, holdings));
}

/** Where its documents lie, and its process. */
export interface BenchSite {
  dataDir: string;
  pid(): number;
}

/** The built site over a database, for as long as `work` takes. */
export async function withSite<T>(
  appUrl: string,
  env: Record<string, string>,
  work: (base: string, site: BenchSite) => Promise<T>,
): Promise<T> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-bench-site-'));
  const build = await buildWhenStale(() => undefined);
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const web = superviseChild('web', ['lib/launcher/web.ts'], {
    ...process.env,
    ...env,
    ELI4U_APP_URL: appUrl,
    ELI4U_BUILD: build.folder,
    BASE_URL: base,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataDir,
    NODE_ENV: 'production',
  });
  try {
    await web.ready;
    return await work(base, { dataDir, pid: web.pid });
  } finally {
    await web.stop();
    await build.release();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure(base: string, pool: pg.Pool, holdings: GeneratedHoldings): Promise<SiteBenchRow[]> {
  const anywhere = await ids(pool, null);
  const amongMany = await ids(pool, holdings.wideParent);
  const amongFew = await ids(pool, holdings.narrowParent);
  const row = async (name: string, note: string, addresses: string[]): Promise<SiteBenchRow> => {
    const { p50, p95 } = await time(base, addresses);
    return { name, records: holdings.records, p50, p95, runs: addresses.length, note };
  };
  const record = (id: string) => `/records/${id}`;
  const childrenOf = (parent: string) => (id: string) =>
    `/api/v1/records/${parent}/children?limit=${pageSize}&after=${id}`;
  await time(base, [...anywhere, ...amongMany].slice(0, 50).map(record));
  return [
    await row('record page', 'any record', anywhere.map(record)),
    await row('record page, widest series', '10,000 siblings', amongMany.map(record)),
    await row('children, node of 10,000', `${pageSize} from anywhere`, amongMany.map(childrenOf(holdings.wideParent))),
    await row('children, node of 200', `${pageSize} from anywhere`, amongFew.map(childrenOf(holdings.narrowParent))),
  ];
}

/** Ids in an order by hash; of children only those that have a whole page after them. */
async function ids(pool: pg.Pool, parent: string | null): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM (SELECT id, parent_id, count(*) OVER (PARTITION BY parent_id) - row_number() OVER (PARTITION BY parent_id ORDER BY position, id) AS left
                       FROM eli4u.record WHERE $2::text IS NULL OR parent_id = $2) r
      WHERE $2::text IS NULL OR r.left >= $3 ORDER BY md5(id) LIMIT $1`,
    [runs, parent, pageSize],
  );
  return rows.map((row) => row.id);
}

async function time(base: string, addresses: readonly string[]): Promise<{ p50: number; p95: number }> {
  const taken: number[] = [];
  for (const address of addresses) {
    const start = performance.now();
    const answer = await fetch(base + address);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
    taken.push(performance.now() - start);
  }
  return { p50: quantile(taken, 0.5), p95: quantile(taken, 0.95) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
