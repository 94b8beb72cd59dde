import { createServer } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGraphStore, readAddress, type GraphStore } from '#lib/jobs/publish/graph-store.ts';
import { publishChanges } from '#lib/jobs/publish/publish-changes.ts';
import { servicesGraph } from '#lib/linked-data/services-graph.ts';
import { toLines } from '#lib/records/rdf/lines.ts';
import { node } from '#lib/records/rdf/terms.ts';
import { findPublished, forgetPublished } from '#lib/store/dissemination/publication.ts';
import { stampChanges } from '#lib/store/dissemination/stamp-changes.ts';
import { createPool } from '#lib/store/pool.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';
import { loadDemoHoldings } from '#tests/bench/relevance/demo-holdings.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';
import { fusekiMissing, startFuseki, type Fuseki } from '#tests/setup/fuseki.ts';

const base = 'https://archivio.example.it';
const questions = path.resolve('tests/fixtures/sparql');
const asked = readdirSync(questions).filter((name) => name.endsWith('.rq'));

let database: FreshDatabase;
let pool: pg.Pool;
/** Stamps are seconds: each round is a minute later than the one before. */
let clock = Date.parse('2026-11-26T10:00:00Z');

/** What changed is stamped, and told to harvests. */
async function disseminate(): Promise<void> {
  for (let round = 0; round < 2; round++) {
    clock += 60_000;
    await stampChanges(pool, () => clock);
  }
}

const missing = await fusekiMissing();
if (missing !== null) {
  console.log(`SKIPPED: ${missing}`);
  if (process.env['REQUIRE_ALL'] === '1') throw new Error(`REQUIRE_ALL=1, but ${missing}`);
}

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
  await loadDemoHoldings(pool);
  await disseminate();
}, 120_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const publish = (store: GraphStore, address: string) => publishChanges({ pool, store, address, base });
const count = async (sql: string): Promise<number> => {
  const { rows } = await pool.query<{ n: string | number }>(sql);
  return Number(rows[0]?.n);
};
const shownItems = () => count('SELECT count(*) AS n FROM eli4u.disseminated WHERE NOT deleted');

describe.skipIf(missing !== null)(`a real triple store${missing === null ? '' : ` (SKIPPED: ${missing})`}`, () => {
  let fuseki: Fuseki;
  let store: GraphStore;

  beforeAll(async () => {
    fuseki = await startFuseki();
    store = openGraphStore({ url: fuseki.data, authorization: null });
    const types = createProcedureTypes('schemas/procedures');
    await store.put(node(`${base}/servizi`), [...toLines(servicesGraph(types, '2026-11-26', base))].join(''));
  }, 180_000);
  afterAll(() => fuseki?.stop());

  const graphs = async () =>
    Number((await fuseki.ask('SELECT (COUNT(DISTINCT ?g) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }'))[0]?.[0]);
  const titleOf = async (id: string) =>
    (
      await fuseki.ask(
        `SELECT ?t WHERE { GRAPH <${base}/id/${id}> { <${base}/id/${id}> <https://schema.org/name> ?t } }`,
      )
    ).flat();

  it('is told of everything that is shown, a graph each, and the second time of nothing', async () => {
    const items = await shownItems();
    expect(await publish(store, fuseki.data)).toEqual({ put: items, removed: 0 });
    expect(await graphs()).toBe(items + 1);
    expect(await publish(store, fuseki.data)).toEqual({ put: 0, removed: 0 });
  }, 120_000);

  it('is asked ten questions', () => expect(asked).toHaveLength(10));

  it.each(asked)('answers what scholars ask: %s', async (name) => {
    const rows = await fuseki.ask(readFileSync(path.join(questions, name), 'utf8'), 'union');
    const answer = rows.map((row) => row.map((value) => value.replaceAll(/\s/g, ' ')).join('\t')).join('\n');
    expect(rows.length).toBeGreaterThan(0);
    await expect(`${answer}\n`).toMatchFileSnapshot(path.join(questions, name.replace('.rq', '.tsv')));
  });

  it('hears of what changes, and of nothing else', async () => {
    const { rows } = await pool.query<{ id: string }>(
      `SELECT r.id FROM eli4u.record r WHERE r.level = 'file' AND r.child_count = 0 AND r.visibility = 'open' ORDER BY r.id LIMIT 2`,
    );
    const [renamed = '', hidden = ''] = rows.map(({ id }) => id);
    const before = await graphs();
    await pool.query(`UPDATE eli4u.record SET title = 'Titolo nuovo' WHERE id = $1`, [renamed]);
    await pool.query(`UPDATE eli4u.record SET visibility = 'hidden' WHERE id = $1`, [hidden]);
    await disseminate();
    const { put, removed } = await publish(store, fuseki.data);
    expect(removed).toBe(1);
    // The unit itself and whoever shows its title.
    expect(put).toBeGreaterThanOrEqual(1);
    expect(put).toBeLessThan(20);
    expect(await titleOf(renamed)).toEqual(['Titolo nuovo']);
    expect(await titleOf(hidden)).toEqual([]);
    expect(await graphs()).toBe(before - 1);
  }, 60_000);

  it('is told all again when that is asked', async () => {
    await forgetPublished(pool, fuseki.data);
    const items = await shownItems();
    expect((await publish(store, fuseki.data)).put).toBe(items);
    expect(await graphs()).toBe(items + 1);
  }, 120_000);
});

describe('a triple store that fails', () => {
  it('goes on where it broke off', async () => {
    const told: string[] = [];
    let down = false;
    const store: GraphStore = {
      put: async (graph) => {
        if (down) throw new Error('down');
        told.push(graph.value);
        if (told.length === 500) down = true;
      },
      remove: async () => undefined,
    };
    await expect(publish(store, 'http://store.example/data')).rejects.toThrow('down');
    expect((await findPublished(pool, 'http://store.example/data')).id).not.toBe('');
    const before = told.length;
    down = false;
    await publish(store, 'http://store.example/data');
    expect(new Set(told).size).toBe(await shownItems());
    // A page at most is told twice.
    expect(told.length - before).toBeLessThanOrEqual((await shownItems()) - before + 400);
  });

  it('is tried again while it is busy, given up when it refuses, and told who asks', async () => {
    const seen: { method: string | undefined; url: string | undefined; authorization: string | undefined }[] = [];
    const answers = [503, 429, 204, 404, 401];
    const server = createServer((request, response) => {
      seen.push({ method: request.method, url: request.url, authorization: request.headers.authorization });
      request.resume();
      response.writeHead(answers.shift() ?? 500, { 'retry-after': '7' }).end('no');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const waits: number[] = [];
    const place = readAddress(`http://ada:s%20e@127.0.0.1:${address.port}/ds?x=1`, null);
    if (!place) throw new Error('no address');
    expect(place.url).not.toContain('ada');
    const store = openGraphStore(place, async (wait) => void waits.push(wait));
    await store.put(node('https://a.it/id/1'), '');
    expect(waits).toEqual([7000, 7000]);
    await store.remove(node('https://a.it/id/1'));
    await expect(store.remove(node('https://a.it/id/1'))).rejects.toThrow('401');
    expect(seen[0]).toEqual({
      method: 'PUT',
      url: '/ds?x=1&graph=https%3A%2F%2Fa.it%2Fid%2F1',
      authorization: `Basic ${Buffer.from('ada:s e').toString('base64')}`,
    });
    await new Promise((done) => server.close(done));
  });

  it.each([['ftp://x'], ['nonsense'], ['']])('%s is no address of one', (text) =>
    expect(readAddress(text, null)).toBeNull(),
  );
});
