import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHarvestDoor } from '#lib/http/oai/answer-harvest.ts';
import { formats } from '#lib/oai/formats.ts';
import { createReadAhead } from '#lib/oai/read-ahead.ts';
import { createTokens } from '#lib/oai/token.ts';
import { createHarvestStore } from '#lib/store/dissemination/harvest-store.ts';
import { createPool } from '#lib/store/pool.ts';
import { site } from '#tests/builders/site.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';
import { asked, fillFixedHoldings, fixed } from './fixed-holdings.ts';

let database: FreshDatabase;
let pool: pg.Pool;
let answer: (query: string) => Promise<string>;

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
  await fillFixedHoldings(pool);
  const store = createHarvestStore(pool);
  const pages = { records: 3, headers: 3, sets: 1 };
  const provider = {
    site,
    store,
    formats,
    tokens: createTokens('secret'),
    ahead: createReadAhead(),
    now: () => asked + 1,
    pages,
  };
  const door = createHarvestDoor(() => Promise.resolve(provider));
  answer = async (query) => {
    const given = await door({ method: 'GET', query, contentType: null, body: '' });
    let text = '';
    for await (const part of given.parts) text += part;
    given.done();
    return text;
  };
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const one = (id: string, format: string) =>
  answer(`verb=GetRecord&metadataPrefix=${format}&identifier=oai:${site.oaiDomain}:${id}`);

describe.each([
  ['ead3', '<ead xmlns="http://ead3.archivists.org/schema/">', '<unittitle>'],
  ['ead', '<ead xmlns="urn:isbn:1-931666-22-9"', '<unittitle>'],
  ['icar-import', '<icar-import xmlns="http://www.san.beniculturali.it/icar-import"', '<ead:unittitle localtype="'],
])('finding aids as %s', (format, root, title) => {
  it('are given whole, with what is shown and nothing else', async () => {
    const xml = await one(fixed.fonds, format);
    expect(xml).toContain(`<metadata>${root}`);
    expect(xml).not.toContain('<?xml version="1.0" encoding="UTF-8"?>\n<ead');
    for (const shown of ['Estimi', 'Polizze del 1418', 'Reclami', 'Mappa']) expect(xml).toContain(shown);
    for (const not of ['Cancellata', 'Segreto', fixed.hidden, fixed.reserved]) expect(xml).not.toContain(not);
    expect(xml.split(title).length).toBeGreaterThan(5);
  });

  it('are given of roots only', async () => {
    expect(await one(fixed.series, format)).toContain('code="cannotDisseminateFormat"');
    expect(await one(fixed.comune, format)).toContain('code="cannotDisseminateFormat"');
  });

  it('are listed one a page', async () => {
    const page = await answer(`verb=ListRecords&metadataPrefix=${format}`);
    expect(page.match(/<metadata>/g)).toHaveLength(1);
    const [, token = ''] = /<resumptionToken[^>]*>([^<]+)</.exec(page) ?? [];
    const next = await answer(`verb=ListRecords&resumptionToken=${encodeURIComponent(token)}`);
    expect(next.match(/<metadata>/g)).toHaveLength(1);
    expect(`${page}${next}`).toContain('Ducali');
  });
});
