import { request, type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DisseminatedRow } from '#lib/records/dissemination.ts';
import { ofFindingAids } from '#lib/oai/format.ts';
import { formats } from '#lib/oai/formats.ts';
import type { HarvestStore } from '#lib/store/dissemination/harvest-store.ts';
import { harvestRecord } from '#tests/builders/harvest-record.ts';
import { serveHarvests, type HarvestServer } from '#tests/setup/harvest-server.ts';

const row: DisseminatedRow = {
  id: '12345678',
  kind: 'record',
  stamp: 100,
  deleted: false,
  rootId: '12345678',
  level: 'fonds',
  able: 1,
};
let walks = 0;
const store: HarvestStore = {
  clock: async () => ({ published: 1000, given: 1000 }),
  list: async () => [row],
  count: async () => 1,
  find: async () => ({ ...row, subtree: 200 }),
  earliest: async () => 100,
  fonds: async () => [],
  licences: async () => [],
  items: async () => [{ kind: 'record', value: harvestRecord() }],
  walk: async function* () {
    walks++;
    try {
      yield { step: 'open', record: harvestRecord() };
      yield { step: 'close' };
    } finally {
      walks--;
    }
  },
};
const part = `<p>${'x'.repeat(100_000)}</p>`;
/** As long as somebody reads it. */
let parts = 0;
const long = ofFindingAids(
  { prefix: 'long', schema: 'http://x/x.xsd', namespace: 'http://x/' },
  async function* (_root, steps) {
    for await (const step of steps) {
      if (step.step === 'close') continue;
      yield '<?xml version="1.0"?>\n<long xmlns="http://x/">';
      for (let n = 0; n < parts; n++) yield part;
      yield '</long>';
    }
  },
);

let server: HarvestServer;
beforeAll(async () => {
  server = await serveHarvests(store, { formats: [...formats, long], atOnce: 2 });
});
afterAll(() => server.close());

const ask = (query: string, init?: RequestInit) => fetch(`${server.url}${query}`, init);
const record = '?verb=GetRecord&identifier=oai:archivi.comune.test:12345678&metadataPrefix=';

/** A harvester that takes nothing of its answer until it is told. */
const slow = (query: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request(`${server.url}${query}`, (response) => resolve(response.pause()))
      .on('error', reject)
      .end();
  });

describe('the door of harvests', () => {
  it('answers in text/xml, packed for whoever takes that, with the headers of every answer', async () => {
    const plain = await ask(`${record}oai_dc`, { headers: { 'accept-encoding': 'identity' } });
    expect([plain.status, plain.headers.get('content-type'), plain.headers.get('content-encoding')]).toEqual([
      200,
      'text/xml; charset=utf-8',
      null,
    ]);
    expect(plain.headers.get('x-content-type-options')).toBe('nosniff');
    parts = 1;
    const packed = await new Promise<Buffer>((resolve) => {
      request(`${server.url}${record}long`, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
        const taken: Buffer[] = [];
        expect(response.headers['content-encoding']).toBe('gzip');
        response.on('data', (one: Buffer) => taken.push(one)).on('end', () => resolve(Buffer.concat(taken)));
      }).end();
    });
    expect(gunzipSync(packed).toString()).toContain('<metadata><long xmlns="http://x/">');
  });

  it('takes arguments by POST, of a form and nothing else', async () => {
    const body = 'verb=GetRecord&metadataPrefix=oai_dc&identifier=oai%3Aarchivi.comune.test%3A12345678';
    const post = async (type: string) =>
      (await ask('', { method: 'POST', body, headers: { 'content-type': type } })).text();
    expect(await post('application/x-www-form-urlencoded')).toContain('<dc:title>');
    expect(await post('text/plain')).toContain('code="badVerb"');
    expect((await ask(`${record}oai_dc`, { method: 'HEAD' })).status).toBe(200);
  });

  it('sends a finding aid as long as it is, with its own stamp', async () => {
    parts = 100;
    const text = await (await ask(`${record}long`)).text();
    expect(text.split('</p>')).toHaveLength(101);
    expect(text).toContain('<datestamp>1970-01-01T00:03:20Z</datestamp>');
    expect(text.endsWith('</long></metadata></record>\n</GetRecord>\n</OAI-PMH>\n')).toBe(true);
  });

  it('sends away who comes too many, and lets in again when others have gone, however they went', async () => {
    parts = 10_000;
    const [one, other] = [await slow(`${record}long`), await slow(`${record}long`)];
    const refused = await ask(`${record}oai_dc`);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(walks).toBe(2);
    one.destroy();
    other.destroy();
    await expect.poll(async () => (await ask(`${record}oai_dc`)).status).toBe(200);
    await expect.poll(() => walks).toBe(0);
  });

  it('lets go who takes a finding aid by drops, for others wait', async () => {
    const strict = await serveHarvests(store, {
      formats: [...formats, long],
      patience: { still: 1000, slowest: 100 * 1024 * 1024 },
    });
    parts = 10_000;
    const begun = performance.now();
    await new Promise<void>((resolve) => {
      request(`${strict.url}${record}long`, (response) => {
        const drops = setInterval(() => response.read(65_536), 50);
        const end = () => {
          clearInterval(drops);
          resolve();
        };
        response.once('error', end).once('close', end);
      }).end();
    });
    expect(performance.now() - begun).toBeLessThan(8000);
    await expect.poll(() => walks).toBe(0);
    await strict.close();
  }, 20_000);
});
