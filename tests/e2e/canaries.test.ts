import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { Writable } from 'node:stream';
import { expect, test } from '@playwright/test';
import { writeDump } from '#lib/jobs/dump/write-dump.ts';
import { formats } from '#lib/oai/formats.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';
import { openAskers, type Askers } from './access/ask-site.ts';
import { canaries, lookedFor, seedCanaries } from './access/canaries.ts';
import { rules } from './access/rules.ts';
import { addressOf, siteRoutes } from './access/site-routes.ts';
import { openSiteStore, type SiteStore } from './access/site-store.ts';
import { createTargets, type Parameters } from './access/targets.ts';

/** Further questions of an address, for it answers as it is asked. `%` stands for a canary's first half. */
const questions: Record<string, readonly string[]> = {
  '/search': ['?q=%', '?q=%&group=fonds', '?q=%*', '?creator=%&subject=%&place=%'],
  '/search/advanced': ['?q=%'],
  '/api/v1/search': ['?q=%', '?q=%&group=fonds', '?creator=%'],
  '/api/v1/search/export': [
    '?q=%&format=csv',
    '?q=%&format=ris',
    '?q=%&format=bibtex',
    '?q=%&format=ead3',
    '?q=&format=csv',
  ],
  '/api/v1/suggest': ['?q=%', '?q=%&lang=en'],
  '/servizi': ['?q=%'],
  '/oai': ['?verb=ListSets', '?verb=ListRecords&metadataPrefix=oai_dc&set=entity:agent'],
};

let store: SiteStore;
let askers: Askers;
let seeded: { cases: string[]; agents: string[] };

test.beforeAll(async () => {
  test.setTimeout(120_000);
  store = await openSiteStore();
  seeded = await seedCanaries(store);
  askers = await openAskers({});
  // The worker has told the indices what there is to tell.
  await expect
    .poll(
      async () => {
        const { rows } = await store.pool.query<{ n: number }>(
          `SELECT count(*)::int AS n FROM eli4u.outbox WHERE payload ->> 'id' = ANY ($1)`,
          [[...seeded.cases, ...seeded.agents]],
        );
        return rows[0]?.n;
      },
      { timeout: 60_000 },
    )
    .toBe(0);
});
test.afterAll(() => store.end());

const birdsIn = (text: string): string[] => {
  const plain = decoded(text).toLowerCase();
  return lookedFor.filter((bird) => plain.includes(bird));
};
/** As addresses and entities hide it. */
const decoded = (text: string): string => text.replaceAll(/%20|\+|&nbsp;/g, ' ').replaceAll(/\\u002d/g, '-');

test('who has the case sees what the public must not: the canaries are there', async () => {
  const desk = await askers.ask('dirigente', `/ufficio/pratiche/${seeded.cases[0]}`);
  expect(birdsIn(desk.text)).toEqual(expect.arrayContaining(['zurlamonti', 'gracchiosa', 'ghiandaiante']));
});

test('no public address says anything of them', async () => {
  test.setTimeout(600_000);
  const targets = createTargets(store.pool);
  const told: string[] = [];
  let asked = 0;
  const look = async (address: string) => {
    asked += 1;
    const birds = birdsIn((await askers.ask('nobody', address)).text);
    if (birds.length > 0) told.push(`${address}: ${birds.join(', ')}`);
  };
  for (const { pattern, methods } of siteRoutes().filter(({ methods: all }) => all.includes('GET'))) {
    const rule = rules[pattern];
    // What has no rule is told by the test of who gets what; until it has one it counts as public.
    const { own } = rule ? await targets[rule.of]('nobody') : { own: undefined };
    const named: Parameters[] = [
      ...(own ? [own] : []),
      ...[...seeded.cases, ...seeded.agents].map((id) => ({
        id,
        record: id,
        document: id,
        code: 'patrocinio',
        name: `${id}.ttl`,
      })),
    ];
    const addresses = new Set(pattern.includes('[') ? named.map((one) => addressOf(pattern, one)) : [pattern]);
    for (const address of addresses) await look(address);
    for (const question of questions[pattern] ?? [])
      for (const [first] of Object.values(canaries))
        await look(pattern + question.replaceAll('%', encodeURIComponent(first)));
    expect(methods.length).toBeGreaterThan(0);
  }
  const index = (await askers.ask('nobody', '/sitemap.xml')).text;
  for (const [, address = ''] of index.matchAll(/<loc>([^<]+)<\/loc>/g)) await look(new URL(address).pathname);
  expect(told).toEqual([]);
  expect(asked).toBeGreaterThan(Object.keys(rules).length);
});

test('no harvest of any format, from its first page to its last', async () => {
  test.setTimeout(300_000);
  const told: string[] = [];
  for (const { prefix } of formats) {
    let pages = 0;
    for (let query: string | null = `metadataPrefix=${prefix}`; query !== null; pages += 1) {
      const { text } = await askers.ask('nobody', `/oai?verb=ListRecords&${query}`);
      const birds = birdsIn(text);
      if (birds.length > 0) told.push(`${prefix}: ${birds.join(', ')}`);
      const [, token] = /<resumptionToken[^>]*>([^<]+)</.exec(text) ?? [];
      query = token === undefined ? null : `resumptionToken=${encodeURIComponent(token)}`;
    }
    expect(pages).toBeGreaterThan(0);
  }
  expect(told).toEqual([]);
});

test('no finding aid that is taken away whole', async () => {
  test.setTimeout(120_000);
  const { rows } = await store.pool.query<{ id: string }>(
    `SELECT id FROM eli4u.record WHERE parent_id IS NULL AND deleted_at IS NULL AND visibility <> 'hidden' AND NOT internal`,
  );
  expect(rows.length).toBeGreaterThan(3);
  const told: string[] = [];
  for (const { id } of rows)
    for (const address of [
      `/data/${id}.ead.xml`,
      `/iiif/collection/${id}.json`,
      `/records/${id}/inventario.csv`,
      `/records/${id}/stampa`,
    ]) {
      const birds = birdsIn((await askers.ask('nobody', address)).text);
      if (birds.length > 0) told.push(`${address}: ${birds.join(', ')}`);
    }
  expect(told).toEqual([]);
});

test('no statement of the dump', async () => {
  test.setTimeout(120_000);
  const told = new Set<string>();
  const types = createProcedureTypes('schemas/procedures');
  // Looked at as it is written: the file that is served is the one of the last hour.
  const out = new Writable({
    write(piece: Buffer, _encoding, done) {
      for (const bird of birdsIn(piece.toString())) told.add(bird);
      done();
    },
  });
  const { items } = await writeDump(
    { pool: store.pool, types, today: '2026-11-26', base: 'https://archivio.example.it' },
    out,
  );
  expect(items).toBeGreaterThan(100);
  expect([...told]).toEqual([]);
});

test('no row of the public index, and no list that searches suggest from', async () => {
  const { rows: tables } = await store.pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'eli4u'::regnamespace AND relkind = 'r'
        AND (relname ~ '^(search|facet|suggest)' AND relname !~ 'internal')`,
  );
  expect(tables.map(({ name }) => name)).toContain('search_document_public');
  const told: string[] = [];
  for (const { name } of tables) {
    const { rowCount } = await store.pool.query(
      `SELECT FROM eli4u.${name} t WHERE lower(t::text) LIKE ANY ($1) LIMIT 1`,
      [lookedFor.map((bird) => `%${bird}%`)],
    );
    if (rowCount) told.push(name);
  }
  expect(told).toEqual([]);
  const { rowCount } = await store.pool.query('SELECT FROM eli4u.search_document_public WHERE record_id = ANY ($1)', [
    seeded.cases,
  ]);
  expect(rowCount).toBe(0);
});

test('no log of the site, its worker or its database', async () => {
  const logs = [process.env.SITE_LOG ?? '', ...(await logsBelow(store.dataDir))].filter((file) => file !== '');
  expect(logs.length).toBeGreaterThan(0);
  const told: string[] = [];
  for (const file of logs) {
    const birds = birdsIn(await readFile(file, 'utf8').catch(() => ''));
    if (birds.length > 0) told.push(`${file}: ${birds.join(', ')}`);
  }
  expect(told).toEqual([]);
});

async function logsBelow(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  return files.filter((file) => /\.log(\.\d+)?$/.test(file)).map((file) => path.join(folder, file));
}
