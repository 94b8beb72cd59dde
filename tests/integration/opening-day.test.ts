/** A described unit opens on its day in Italy, of the clock that the site runs by: on its page, in search and for other programs at once. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { GET as recordOf } from '#app/api/v1/records/[id]/route.ts';
import { composition } from '#lib/composition.ts';
import { answerSearch } from '#lib/http/answer-search.ts';
import { movedClock } from '#lib/moved-clock.ts';
import { recordJsonSchema } from '#lib/projections/json-record.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { openDue } from '#lib/store/visibility/open-due.ts';
import { restrict } from '#lib/store/visibility/restrict.ts';
import { ead, unit } from '#tests/builders/ead.ts';
import { ingestTexts } from '#tests/builders/ingest.ts';
import { asked } from '#tests/bench/search.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

const site = 'http://localhost:3000';
let database: FreshDatabase;
let id = '';

beforeAll(async () => {
  database = await freshDatabase();
  Object.assign(process.env, { ELI4U_APP_URL: database.appUrl, BASE_URL: site });
  const { pool } = composition();
  const letter = unit('Cartella clinica', {
    level: 'item',
    did: '<unitdate normal="1960-01-31">1960</unitdate><dao daotype="derived" href="https://example.org/1.jpg"/>',
  });
  await ingestTexts(pool, {
    'ospedale.xml': ead({ children: [unit('Ospedale', { level: 'series', children: [letter] })] }),
  });
  const { rows } = await pool.query<{ id: string; title: string }>('SELECT id, title FROM eli4u.record');
  const named = (title: string) => rows.find((row) => row.title === title)?.id ?? '';
  id = named('Cartella clinica');
  await restrict(
    pool,
    {
      record: named('Ospedale'),
      sensitivity: 'healthSexFamily',
      closed: null,
      reason: 'dati sulla salute',
      inherits: true,
      by: 'officer:archivista',
      at: new Date('2026-11-26T08:00:00Z'),
    },
    '2026-11-26',
  );
});
afterAll(async () => {
  await composition().pool.end();
  await database.drop();
});

const hitsSchema = z.object({
  hits: z.array(z.object({ id: z.string(), visibility: z.string(), closure: z.unknown() })),
});

/** What the three say of the unit. */
async function told() {
  const { store, search } = composition();
  const page = await store.findRecord(id);
  const one = (hits: readonly { id: string; visibility: string; closure?: unknown }[]) => {
    const hit = hits.find((found) => found.id === id);
    return [hit?.visibility, hit?.closure === null];
  };
  const found = await search.query({ ...asked, q: 'cartella clinica' });
  const response = await answerSearch(new Request(`${site}/api/v1/search?q=cartella+clinica`));
  const record = await recordOf(new Request(`${site}/api/v1/records/${id}`), { params: Promise.resolve({ id }) });
  const json = recordJsonSchema.parse(await record.json());
  return {
    page: page?.state === 'found' && [page.value.visibility, page.value.digitalObjects.length],
    search: one(found.hits),
    searchApi: one(hitsSchema.parse(await response.json()).hits),
    recordApi: [json.visibility, json.digitalObjects.length],
  };
}

/** What the worker does at the beginning of each day, by its clock. */
const night = (start: string) => openDue(composition().pool, romeDay(movedClock(start)()));

it('the evening before it is described everywhere, and its image nowhere', async () => {
  expect(await night('2030-01-30T23:30:00+01:00')).toBe(0);
  expect(await told()).toEqual({
    page: ['described', 0],
    search: ['described', false],
    searchApi: ['described', false],
    recordApi: ['described', 0],
  });
});

it('after midnight, while Greenwich still has the day before, it is open everywhere', async () => {
  const midnight = '2030-01-31T00:30:00+01:00';
  expect(new Date(midnight).toISOString()).toMatch(/^2030-01-30/);
  expect(await night(midnight)).toBe(1);
  expect(await told()).toEqual({
    page: ['open', 1],
    search: ['open', true],
    searchApi: ['open', true],
    recordApi: ['open', 1],
  });
  expect(await night(midnight)).toBe(0);
});
