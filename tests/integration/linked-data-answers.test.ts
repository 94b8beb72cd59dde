import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Parser } from 'n3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { composition } from '#lib/composition.ts';
import { answerData } from '#lib/http/linked-data/answer-data.ts';
import { answerCatalog, answerVoid } from '#lib/http/linked-data/answer-description.ts';
import { answerDump } from '#lib/http/linked-data/answer-dump.ts';
import { answerId } from '#lib/http/linked-data/answer-id.ts';
import { answerServices } from '#lib/http/linked-data/answer-services.ts';
import { tendDump } from '#lib/jobs/dump/tend-dump.ts';
import { stampChanges } from '#lib/store/dissemination/stamp-changes.ts';
import { loadDemoHoldings } from '#tests/bench/relevance/demo-holdings.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

const base = 'https://archivio.example.it';

let database: FreshDatabase;
let dataDir: string;
const ids: Record<'open' | 'described' | 'hidden' | 'gone' | 'agent' | 'institution', string> = {
  open: '',
  described: '',
  hidden: '',
  gone: '',
  agent: '',
  institution: '',
};

beforeAll(async () => {
  database = await freshDatabase();
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-answers-'));
  vi.stubEnv('ELI4U_APP_URL', database.appUrl);
  vi.stubEnv('DATA_DIR', dataDir);
  vi.stubEnv('BASE_URL', base);
  const { pool } = composition();
  await loadDemoHoldings(pool);
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM eli4u.record WHERE level = 'file' AND child_count = 0 AND visibility = 'open' ORDER BY digital DESC, id LIMIT 4`,
  );
  [ids.open, ids.described, ids.hidden, ids.gone] = rows.map(({ id }) => id) as [string, string, string, string];
  const one = async (sql: string) => (await pool.query<{ id: string }>(sql)).rows[0]?.id ?? '';
  ids.agent = await one('SELECT id FROM eli4u.agent WHERE NOT stub AND NOT internal ORDER BY id LIMIT 1');
  ids.institution = await one('SELECT id FROM eli4u.institution WHERE NOT stub ORDER BY id LIMIT 1');
  await pool.query(`UPDATE eli4u.record SET visibility = 'described' WHERE id = $1`, [ids.described]);
  await pool.query(`UPDATE eli4u.record SET visibility = 'hidden' WHERE id = $1`, [ids.hidden]);
  await pool.query(`UPDATE eli4u.record SET deleted_at = now() WHERE id = $1`, [ids.gone]);
  await stampChanges(pool, () => Date.parse('2026-11-26T10:00:00Z'));
}, 120_000);
afterAll(async () => {
  await composition().pool.end();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

const asking = (address: string, headers: Record<string, string> = {}) => new Request(`${base}${address}`, { headers });
const lead = (id: string, accept?: string, query = '') =>
  answerId(asking(`/id/${id}${query}`, accept === undefined ? {} : { accept }), id);
const data = (name: string, headers: Record<string, string> = {}) => answerData(asking(`/data/${name}`, headers), name);

describe('/id', () => {
  it.each([
    [undefined, (id: string) => `/records/${id}`],
    ['text/html', (id: string) => `/records/${id}`],
    ['text/turtle', (id: string) => `/data/${id}.ttl`],
    ['application/ld+json', (id: string) => `/data/${id}.jsonld`],
    ['application/rdf+xml', (id: string) => `/data/${id}.rdf`],
    ['application/n-triples', (id: string) => `/data/${id}.nt`],
    ['application/json', (id: string) => `/data/${id}.json`],
    ['application/n-triples;q=0.2, text/turtle;q=0.1', (id: string) => `/data/${id}.nt`],
  ])('asked for %s', async (accept, place) => {
    const answer = await lead(ids.open, accept);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(place(ids.open));
    expect(answer.headers.get('vary')).toBe('accept');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('leads to the page of its kind, in the language that is asked for', async () => {
    expect((await lead(ids.agent)).headers.get('location')).toBe(`/agents/${ids.agent}`);
    expect((await lead(ids.institution, 'text/html', '?lang=en')).headers.get('location')).toBe(
      `/institutions/${ids.institution}?lang=en`,
    );
    expect((await lead(ids.institution, 'text/html', '?lang=xx')).headers.get('location')).toBe(
      `/institutions/${ids.institution}`,
    );
    expect((await lead(ids.institution, 'text/turtle', '?lang=en')).headers.get('location')).toBe(
      `/data/${ids.institution}.ttl`,
    );
  });

  it('what it has not 406, hidden and unknown 404, deleted 410', async () => {
    expect((await lead(ids.open, 'image/png')).status).toBe(406);
    expect((await lead(ids.hidden)).status).toBe(404);
    expect((await lead('00000000', 'image/png')).status).toBe(404);
    expect((await lead(ids.gone, 'text/turtle')).status).toBe(410);
  });
});

describe('/data', () => {
  const kinds = ['open', 'described', 'agent', 'institution'] as const;
  it.each(
    kinds.flatMap((kind) => ['ttl', 'jsonld', 'rdf', 'nt', 'json'].map((extension) => [kind, extension] as const)),
  )('of %s as %s', async (kind, extension) => {
    const answer = await data(`${ids[kind]}.${extension}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(`${base}/id/${ids[kind]}`);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(Date.parse(answer.headers.get('last-modified') ?? '')).not.toBeNaN();
    const etag = answer.headers.get('etag') ?? '';
    expect((await data(`${ids[kind]}.${extension}`, { 'if-none-match': etag })).status).toBe(304);
  });

  it('says since when it is told so', async () => {
    const { rows } = await composition().pool.query<{ stamp: string }>(
      'SELECT stamp FROM eli4u.disseminated WHERE id = $1',
      [ids.open],
    );
    const answer = await data(`${ids.open}.ttl`);
    expect(Date.parse(answer.headers.get('last-modified') ?? '')).toBe(Date.parse(rows[0]?.stamp ?? ''));
    expect(answer.headers.get('link')).toContain(`<${base}/id/${ids.open}>; rel="describes"`);
    expect(answer.headers.get('link')).toContain('<https://www.ica.org/standards/RiC/ontology#RecordSet>; rel="type"');
  });

  it.each(['ttl', 'jsonld', 'rdf', 'nt', 'json'])('hidden and unknown 404, deleted 410, as %s', async (extension) => {
    expect((await data(`${ids.hidden}.${extension}`)).status).toBe(404);
    expect((await data(`zzzzzzzz.${extension}`)).status).toBe(404);
    expect((await data(`${ids.gone}.${extension}`)).status).toBe(410);
  });

  it.each(['x', '.ttl', 'x.', '../x.ttl', 'zzzzzzzz.png', '%00.ttl'])('%s is not there', async (name) =>
    expect((await data(name)).status).toBe(404),
  );

  it('a name that is asked for by nobody is not in the open: no digital object of what is described', async () => {
    expect(await (await data(`${ids.described}.nt`)).text()).not.toContain('#digital-');
  });
});

describe('types of procedure', () => {
  it.each(['ttl', 'jsonld', 'rdf', 'nt'])('as %s', async (extension) => {
    const one = await answerServices(asking(''), `patrocinio.${extension}`);
    expect(await one.text()).toContain(`${base}/servizi/patrocinio#service`);
    const all = await data(`servizi.${extension}`);
    expect(await all.text()).toContain(`${base}/servizi#comune`);
  });
  it('what is none', async () => {
    expect((await answerServices(asking(''), 'nessuno.ttl')).status).toBe(404);
    expect((await answerServices(asking(''), 'patrocinio.png')).status).toBe(404);
  });
});

describe('the whole', () => {
  const valueOf = (turtle: string, name: string): string[] =>
    new Parser().parse(turtle).flatMap((quad) => (quad.predicate.value.endsWith(name) ? quad.object.value : []));

  it('is not there before it is made, and says when to come again', async () => {
    const answer = await answerDump(asking('/data/dump.nq.gz'), true);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('retry-after')).toBe('60');
    expect(valueOf(await (await answerVoid(asking(''))).text(), 'dataDump')).toEqual([]);
  });

  it('is served whole, in part, and not again to who has it', async () => {
    const { pool, procedureTypes } = composition();
    const now = () => new Date('2026-11-26T12:00:00Z');
    await tendDump({ pool, types: procedureTypes, base, dataDir, now }, () => undefined);
    const answer = await answerDump(asking(''), true);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('content-length')).toBe(String(bytes.length));
    expect(answer.headers.get('last-modified')).toBe('Thu, 26 Nov 2026 12:00:00 GMT');
    const dump = gunzipSync(bytes).toString();
    expect(dump).toContain(`<${base}/id/${ids.open}>`);
    expect(dump).not.toContain(ids.hidden);
    const part = await answerDump(asking('', { range: 'bytes=10-19' }), true);
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-19/${bytes.length}`]);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(10, 20));
    expect((await answerDump(asking('', { range: `bytes=${bytes.length}-` }), true)).status).toBe(416);
    expect((await answerDump(asking('', { 'if-none-match': answer.headers.get('etag') ?? '' }), true)).status).toBe(
      304,
    );
    const head = await answerDump(asking(''), false);
    expect([head.status, head.body]).toEqual([200, null]);
  });

  it('is described by VoID and DCAT-AP_IT, with the numbers of now', async () => {
    const text = await (await answerVoid(asking(''))).text();
    const { rows } = await composition().pool.query<{ n: string | number }>(
      `SELECT count(*) AS n FROM eli4u.record WHERE deleted_at IS NULL AND visibility <> 'hidden' AND NOT internal`,
    );
    expect(valueOf(text, '#entities')).toContain(String(rows[0]?.n));
    expect(valueOf(text, 'dataDump')).toEqual([`${base}/data/dump.nq.gz`]);
    const catalog = await (await answerCatalog(asking(''))).text();
    expect(valueOf(catalog, 'dcat#dataset')).toHaveLength(2);
    expect(valueOf(catalog, 'dcat#downloadURL')).toContain(`${base}/data/dump.nq.gz`);
  });
});
