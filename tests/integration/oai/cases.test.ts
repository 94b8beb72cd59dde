import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHarvestDoor } from '#lib/http/oai/answer-harvest.ts';
import { formats } from '#lib/oai/formats.ts';
import type { Provider } from '#lib/oai/provider.ts';
import { createReadAhead } from '#lib/oai/read-ahead.ts';
import { createTokens } from '#lib/oai/token.ts';
import { createHarvestStore } from '#lib/store/dissemination/harvest-store.ts';
import { createPool } from '#lib/store/pool.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';
import { asked, fillFixedHoldings } from './fixed-holdings.ts';

/** A folder a case: what is asked (`GET` or `POST` and the arguments) and what is answered, to the letter. `vitest -u` writes answers anew. */
const folder = path.resolve('tests/fixtures/oai');
const cases = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

let database: FreshDatabase;
let pool: pg.Pool;
let answer: (method: string, query: string) => Promise<string>;

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
  await fillFixedHoldings(pool);
  const provider: Provider = {
    site: {
      baseUrl: 'https://archivi.comune.test',
      oaiDomain: 'archivi.comune.test',
      name: 'Comune di Prova',
      contact: 'archivio@comune.test',
    },
    store: createHarvestStore(pool),
    // A format beside oai_dc comes with its own tests.
    formats: formats.filter(({ prefix }) => prefix === 'oai_dc'),
    tokens: createTokens('secret of the cases'),
    ahead: createReadAhead(),
    now: () => asked + 1,
    pages: { records: 3, headers: 3, sets: 1 },
  };
  const door = createHarvestDoor(() => Promise.resolve(provider));
  answer = async (method, query) => {
    const isPost = method === 'POST';
    const given = await door({
      method,
      query: isPost ? '' : query,
      contentType: isPost ? 'application/x-www-form-urlencoded; charset=utf-8' : null,
      body: isPost ? query : '',
    });
    if (given.status !== 200) throw new Error(`the answer has status ${given.status}`);
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

describe('cases of OAI-PMH', () => {
  it('are there', () => expect(cases.length).toBeGreaterThanOrEqual(40));

  it.each(cases)('%s', async (name) => {
    const [, method = '', query = ''] =
      /^(\w+) ?(\S*)\s*$/.exec(readFileSync(path.join(folder, name, 'request'), 'utf8')) ?? [];
    await expect(await answer(method, query)).toMatchFileSnapshot(path.join(folder, name, 'expected.xml'));
  });
});
