import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { askProvider, HarvestError, type AskSettings } from '#ingest/harvest/ask-provider.ts';
import { harvest, type HarvestRequest } from '#ingest/harvest/harvest.ts';
import { createPool } from '#lib/store/pool.ts';
import {
  identify,
  listRecords,
  oaiAnswer,
  oaiDeleted,
  oaiError,
  oaiRecord,
  startProvider,
  type Answer,
  type FakeProvider,
} from '#tests/builders/oai-provider.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

let database: FreshDatabase;
let pool: pg.Pool;
let folder: string;
let provider: FakeProvider;

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
  folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-harvest-test-'));
});
afterAll(async () => {
  await pool.end();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => provider?.stop());

const ead = (id: string, title: string, units: readonly string[]): string =>
  `<ead xmlns="http://ead3.archivists.org/schema/"><control><recordid>${id}</recordid><filedesc><titlestmt><titleproper>${title}</titleproper></titlestmt></filedesc>` +
  `<maintenancestatus value="new"/><maintenanceagency><agencycode>IT-ALTRO</agencycode><agencyname>Altro archivio</agencyname></maintenanceagency></control>` +
  `<archdesc level="fonds"><did><unittitle>${title}</unittitle></did><dsc>${units
    .map((unit, index) => `<c level="file" id="${id}-${index}"><did><unittitle>${unit}</unittitle></did></c>`)
    .join('')}</dsc></archdesc></ead>`;

const eac = (id: string, name: string): string =>
  `<eac xmlns="https://archivists.org/ns/eac/v2"><control><recordId>${id}</recordId></control><cpfDescription><identity><entityType value="corporateBody"/><nameEntry><part>${name}</part></nameEntry></identity></cpfDescription></eac>`;

const formats = oaiAnswer(
  'ListMetadataFormats',
  '<ListMetadataFormats><metadataFormat><metadataPrefix>oai_dc</metadataPrefix></metadataFormat><metadataFormat><metadataPrefix>ead3</metadataPrefix></metadataFormat></ListMetadataFormats>',
);

async function start(lists: Answer[], others: Record<string, Answer[]> = {}): Promise<void> {
  provider = await startProvider({
    Identify: [identify()],
    ListMetadataFormats: [formats],
    ListRecords: lists,
    ...others,
  });
}

const waits: number[] = [];
const settings: AskSettings = { pause: async (wait) => void waits.push(wait) };
const context = () => ({
  pool,
  dataDir: folder,
  today: '2026-11-26',
  baseUrl: 'http://localhost:3000',
  watch: { files: () => undefined, progress: () => undefined, file: () => undefined },
});
const asks = (change: Partial<HarvestRequest> = {}): HarvestRequest => ({
  address: provider.address,
  set: null,
  from: null,
  prefix: null,
  repository: null,
  dryRun: false,
  ...change,
});
const titles = async (): Promise<string[]> => {
  const { rows } = await pool.query<{ title: string }>('SELECT title FROM eli4u.record WHERE deleted_at IS NULL');
  return rows.map(({ title }) => title).sort();
};
const lists = () =>
  provider.asked.filter((asked) => asked.get('verb') === 'ListRecords').map((asked) => Object.fromEntries(asked));

describe('harvesting a provider', () => {
  it('loads page after page, and then asks only for what changed; what was deleted is a tombstone', async () => {
    await start([
      listRecords(oaiRecord('oai:x:1', ead('fa-1', 'Fondo uno', ['a', 'b'])), 'more', '2026-11-26T10:00:00Z'),
      listRecords(oaiRecord('oai:x:2', ead('fa-2', 'Fondo due', ['c'])), '', '2026-11-26T10:05:00Z'),
      listRecords(
        oaiRecord('oai:x:2', ead('fa-2', 'Fondo due, mutato', ['c'])) +
          oaiDeleted('oai:x:1') +
          oaiDeleted('oai:x:never'),
        null,
        '2026-11-27T10:00:00Z',
      ),
      oaiError('noRecordsMatch'),
    ]);
    expect(await harvest(asks(), context(), settings)).toMatchObject({ read: 5, created: 5, deleted: 0, problems: 0 });
    expect(await titles()).toEqual(['Fondo due', 'Fondo uno', 'a', 'b', 'c']);
    expect(await harvest(asks(), context(), settings)).toMatchObject({
      changed: 1,
      unchanged: 1,
      deleted: 3,
      quarantined: 0,
    });
    expect(await titles()).toEqual(['Fondo due, mutato', 'c']);
    expect(await harvest(asks(), context(), settings)).toMatchObject({ read: 0 });
    expect(lists()).toEqual([
      { verb: 'ListRecords', metadataPrefix: 'ead3' },
      { verb: 'ListRecords', resumptionToken: 'more' },
      { verb: 'ListRecords', metadataPrefix: 'ead3', from: '2026-11-26T10:00:00Z' },
      { verb: 'ListRecords', metadataPrefix: 'ead3', from: '2026-11-27T10:00:00Z' },
    ]);
  });

  it('what was deleted and comes again is there again', async () => {
    await start([
      listRecords(oaiRecord('oai:y:1', ead('fa-3', 'Fondo tre', ['d']))),
      listRecords(oaiDeleted('oai:y:1')),
      listRecords(oaiRecord('oai:y:1', ead('fa-3', 'Fondo tre', ['d']))),
    ]);
    await harvest(asks(), context(), settings);
    await harvest(asks(), context(), settings);
    expect(await titles()).not.toContain('Fondo tre');
    await harvest(asks(), context(), settings);
    expect(await titles()).toEqual(expect.arrayContaining(['Fondo tre', 'd']));
  });

  it('what a provider gives under another name and deletes under the old one is still there, until the last name is gone', async () => {
    await start([
      listRecords(oaiRecord('oai:old:1', ead('fa-10', 'Fondo dieci', ['e']))),
      listRecords(oaiRecord('oai:new:1', ead('fa-10', 'Fondo dieci', ['e'])) + oaiDeleted('oai:old:1')),
      listRecords(oaiDeleted('oai:new:1')),
    ]);
    await harvest(asks(), context(), settings);
    expect(await harvest(asks(), context(), settings)).toMatchObject({ deleted: 0 });
    expect(await titles()).toEqual(expect.arrayContaining(['Fondo dieci', 'e']));
    expect(await harvest(asks(), context(), settings)).toMatchObject({ deleted: 2 });
  });

  it('agents too come and go', async () => {
    await start([
      listRecords(oaiRecord('oai:z:a', eac('SP-77', 'Confraternita di prova'))),
      listRecords(oaiDeleted('oai:z:a')),
    ]);
    const named = async () =>
      (
        await pool.query(
          `SELECT id FROM eli4u.agent WHERE authorised_name = 'Confraternita di prova' AND deleted_at IS NULL`,
        )
      ).rowCount;
    expect(await harvest(asks({ prefix: 'eac2' }), context(), settings)).toMatchObject({ agents: 1 });
    expect(await named()).toBe(1);
    await harvest(asks({ prefix: 'eac2' }), context(), settings);
    expect(await named()).toBe(0);
  });

  it('another provider, or the same in another format, deletes nothing of it', async () => {
    await start([
      listRecords(oaiRecord('oai:w:1', ead('fa-4', 'Fondo quattro', []))),
      listRecords(oaiDeleted('oai:w:1')),
    ]);
    await harvest(asks(), context(), settings);
    await harvest(asks({ prefix: 'ead' }), context(), settings);
    expect(await titles()).toContain('Fondo quattro');
  });

  it('goes on where it broke off', async () => {
    await start([
      listRecords(oaiRecord('oai:v:1', ead('fa-5', 'Fondo cinque', [])), 'second', '2026-11-20T10:00:00Z'),
      { status: 500 },
      listRecords(oaiRecord('oai:v:2', ead('fa-6', 'Fondo sei', [])), null, '2026-11-21T10:00:00Z'),
      oaiError('noRecordsMatch'),
    ]);
    await expect(harvest(asks(), context(), settings)).rejects.toThrow('HTTP 500');
    expect(await titles()).toContain('Fondo cinque');
    await harvest(asks(), context(), settings);
    expect(await titles()).toContain('Fondo sei');
    await harvest(asks(), context(), settings);
    expect(lists().slice(2)).toEqual([
      { verb: 'ListRecords', resumptionToken: 'second' },
      // Since the first answer of the harvest that broke off: what changed meanwhile is not missed.
      { verb: 'ListRecords', metadataPrefix: 'ead3', from: '2026-11-20T10:00:00Z' },
    ]);
  });

  it('begins again where the provider has forgotten the token', async () => {
    await start([
      listRecords(oaiRecord('oai:u:1', ead('fa-7', 'Fondo sette', [])), 'lost'),
      { status: 500 },
      oaiError('badResumptionToken'),
      listRecords(oaiRecord('oai:u:1', ead('fa-7', 'Fondo sette', []))),
    ]);
    await expect(harvest(asks(), context(), settings)).rejects.toThrow(HarvestError);
    expect(await harvest(asks(), context(), settings)).toMatchObject({ unchanged: 1 });
  });

  it('of a provider that counts in days asks for days; a set is its own list', async () => {
    await start([listRecords(oaiRecord('oai:t:1', ead('fa-8', 'Fondo otto', []))), oaiError('noRecordsMatch')], {
      Identify: [identify('YYYY-MM-DD')],
    });
    await harvest(asks({ set: 'a:b' }), context(), settings);
    await harvest(asks({ set: 'a:b' }), context(), settings);
    await harvest(asks(), context(), settings);
    await harvest(asks({ from: '2020-01-01' }), context(), settings);
    expect(lists().map(({ from, set }) => [from, set])).toEqual([
      [undefined, 'a:b'],
      ['2026-11-26', 'a:b'],
      [undefined, undefined],
      ['2020-01-01', undefined],
    ]);
  });

  it('only looks when it is told to', async () => {
    await start([listRecords(oaiRecord('oai:s:1', ead('fa-9', 'Fondo nove', [])))]);
    await harvest(asks({ dryRun: true }), context(), settings);
    await harvest(asks({ dryRun: true }), context(), settings);
    expect(await titles()).not.toContain('Fondo nove');
    expect(lists().map(({ from }) => from)).toEqual([undefined, undefined]);
  });
});

describe('what providers do', () => {
  it.each<[string, Answer[], string]>([
    ['leads round in a circle', [listRecords(oaiRecord('oai:r:1', ead('fa-r', 'R', [])), 'same')], 'in a circle'],
    ['answers with a page', [{ status: 200, body: '<html/>' }], 'no answer of OAI-PMH'],
    ['leads to no address', [{ status: 302, headers: { location: 'http://[' } }], 'which is no address'],
    [
      'leads on for ever with nothing in it',
      Array.from({ length: 200 }, (_, page) => listRecords('', `page ${page}`)),
      'goes on and on',
    ],
    ['says a when that is none', [listRecords('', null, 'yesterday')], 'does not say when'],
    [
      'answers with half an answer',
      [{ status: 200, body: '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><a>' }],
      'not well-formed',
    ],
    ['says that the argument is bad', [oaiError('badArgument')], 'badArgument'],
    [
      'says nothing of when',
      [`<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords/></OAI-PMH>`],
      'does not say when',
    ],
    [
      'sends to what lies inside',
      [{ status: 302, headers: { location: 'http://169.254.169.254/meta' } }],
      'not public',
    ],
    [
      'sends to another port of the machine',
      [{ status: 302, headers: { location: 'http://127.0.0.1:1/x' } }],
      'not public',
    ],
    ['sends to a file', [{ status: 302, headers: { location: 'file:///etc/passwd' } }], 'no address on the web'],
    ['is busy for ever', [{ status: 503, headers: { 'retry-after': '5' } }], 'busy again and again'],
  ])('%s', async (_name, answers, reason) => {
    await start(answers);
    await expect(harvest(asks(), context(), settings)).rejects.toThrow(reason);
  });

  it('is busy for a while: it is asked again when it says', async () => {
    waits.length = 0;
    await start([
      { status: 503, headers: { 'retry-after': '42' } },
      { status: 503, headers: { 'retry-after': '999999' } },
      oaiError('noRecordsMatch'),
    ]);
    await harvest(asks(), context(), settings);
    expect(waits).toEqual([42_000, 3_600_000]);
  });

  it('has none of our formats', async () => {
    await start([], { ListMetadataFormats: [oaiAnswer('ListMetadataFormats', '<x/>')] });
    await expect(harvest(asks(), context(), settings)).rejects.toThrow('no format that is read here');
  });

  it('leads on and on', async () => {
    await start([{ status: 302, headers: { location: '/oai?verb=ListRecords' } }]);
    await expect(askProvider(`${provider.address}?verb=ListRecords`, path.join(folder, 'x'), settings)).rejects.toThrow(
      'on and on',
    );
  });

  it('answers without end', async () => {
    await start([listRecords(oaiRecord('oai:q:1', ead('fa-q', 'x'.repeat(10_000), [])))]);
    await expect(
      askProvider(`${provider.address}?verb=ListRecords`, path.join(folder, 'x'), { ...settings, largest: 1000 }),
    ).rejects.toThrow('more than 1000 bytes');
  });
});
