import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identifierOf } from '#lib/records/identifier.ts';
import type { PageLine } from '#lib/records/page-text.ts';
import { indexRecords } from '#lib/search/postgres-index.ts';
import { createPostgresSearch } from '#lib/search/postgres.ts';
import type { Scope } from '#lib/search/search.ts';
import { findPageText } from '#lib/store/images/find-page-text.ts';
import { searchPageText } from '#lib/store/images/search-page-text.ts';
import { writePageText } from '#lib/store/images/write-page-text.ts';
import { createPool } from '#lib/store/pool.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';
import { insertImages, linesOf } from '#tests/builders/page-text.ts';

const record = identifierOf(20);
/** What may not be read yet, and what nobody may see. */
const described = identifierOf(30);
const hidden = identifierOf(31);
const image = (page: number) => identifierOf(100 + page);
let database: FreshDatabase;
let pool: pg.Pool;

const write = (page: number, lines: PageLine[]) =>
  writePageText(pool, { imageId: image(page), language: 'ita', origin: 'alto', lines });

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 2 });
  await insertImages(pool, record, [image(1), image(2), image(3)]);
  for (const [at, [id, visibility]] of (
    [
      [described, 'described'],
      [hidden, 'hidden'],
    ] as const
  ).entries()) {
    await insertImages(pool, id, [identifierOf(300 + at)], visibility);
    await writePageText(pool, {
      imageId: identifierOf(300 + at),
      language: null,
      origin: 'hocr',
      lines: linesOf('malanotte estimo'),
    });
  }
  await write(1, linesOf('Libro dell’Estimo nuovo', 'della città di Prato'));
  await write(2, linesOf('Gli estimi della Città', 'si tengono nel libro dei', 'conti del sale grosso'));
  await write(3, linesOf('Sale e olio: grosso guadagno'));
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

const search = (words: string, limit = 50) => searchPageText(pool, record, words, null, limit);
const found = async (words: string) => (await search(words)).hits.map(({ page, exact }) => `${page} ${exact}`);

async function inMainSearch(q: string, scope: Scope = 'public') {
  const client = await pool.connect();
  await client.query('BEGIN');
  await indexRecords(client, { sql: 'SELECT id FROM eli4u.record', values: [] });
  await client.query('COMMIT');
  client.release();
  const answer = await createPostgresSearch(pool).query({
    scope,
    q,
    filters: {},
    from: null,
    to: null,
    dateMode: 'overlap',
    within: null,
    sort: 'relevance',
    group: null,
    at: { page: 1 },
    size: 20,
    facets: false,
    lang: 'it',
  });
  return answer.hits.map(({ id, foundOnPage }) => ({ id, foundOnPage }));
}

describe('the main search', () => {
  it('finds units by what is written on their pages, and the page', async () => {
    expect(await inMainSearch('guadagno')).toEqual([
      { id: record, foundOnPage: { page: 3, label: 'c. 3r', html: 'Sale e olio: grosso <mark>guadagno</mark>' } },
    ]);
    expect(await inMainSearch('conti SALE')).toEqual([
      {
        id: record,
        foundOnPage: {
          page: 2,
          label: 'c. 2r',
          html: 'Gli estimi della Città si tengono nel libro dei <mark>conti</mark> del <mark>sale</mark> grosso',
        },
      },
    ]);
    // all the words on no single page: the first that has any
    expect((await inMainSearch('prato guadagno'))[0]?.foundOnPage?.page).toBe(1);
    expect(await inMainSearch('registro')).toContainEqual({ id: record, foundOnPage: undefined });
  });

  it.each(['public', 'internal'] as const)('finds nothing by pages that may not be read: %s', async (scope) => {
    expect(await inMainSearch('malanotte', scope)).toEqual([]);
    expect((await inMainSearch('registro', scope)).map(({ foundOnPage }) => foundOnPage)).toEqual(
      scope === 'public' ? [undefined, undefined] : [undefined, undefined, undefined],
    );
  });

  it('weighs pages least: a word there is no word above the notes, nor beside another', async () => {
    const { rows } = await pool.query<{ named: boolean; phrase: boolean; plain: boolean }>(
      `SELECT words @@ 'guadagn:ABC'::tsquery AS named, words @@ 'gross <-> guadagn'::tsquery AS phrase, words @@ 'guadagn'::tsquery AS plain
         FROM eli4u.search_document_public WHERE record_id = $1`,
      [record],
    );
    expect(rows).toEqual([{ named: false, phrase: false, plain: true }]);
  });
});

describe('page text', () => {
  it('is kept and found as it was read; the same again changes nothing', async () => {
    const lines = linesOf('Sale e olio: grosso guadagno');
    expect(await findPageText(pool, record, image(3))).toEqual({
      imageId: image(3),
      language: 'ita',
      origin: 'alto',
      lines,
    });
    expect(await findPageText(pool, identifierOf(21), image(3))).toBeNull();
    expect(await write(3, lines)).toBe(false);
  });

  it('is kept for images only that exist', async () => {
    expect(await write(77, linesOf('nulla'))).toBe(false);
  });

  it('is searched as the main search reads words', async () => {
    expect(await found('ESTIMO')).toEqual(['1 dell’Estimo', '2 estimi']);
    expect(await found('citta')).toEqual(['1 città', '2 Città']);
    expect(await found('est*')).toEqual(['1 dell’Estimo', '2 estimi']);
    expect(await found('"sale grosso"')).toEqual(['2 sale grosso']);
    expect(await found('sale grosso')).toEqual(['2 sale', '2 grosso', '3 Sale', '3 grosso']);
    expect(await found('"libro dei conti"')).toEqual(['2 libro dei conti']);
    expect(await found('"unclosed (')).toEqual([]);
    expect(await found('')).toEqual([]);
    expect(await found('della')).toEqual([]);
  });

  it('says where, a box a line, with what stands around', async () => {
    const { hits } = await search('"libro dei conti"');
    expect(hits).toEqual([
      {
        imageId: image(2),
        page: 2,
        label: 'c. 2r',
        boxes: [
          { x: 300, y: 100, width: 190, height: 40 },
          { x: 0, y: 200, width: 90, height: 40 },
        ],
        before: 'Gli estimi della Città si tengono nel',
        exact: 'libro dei conti',
        after: 'del sale grosso',
      },
    ]);
  });

  it('goes on where it ended, without losing or doubling', async () => {
    const all: string[] = [];
    let place: Awaited<ReturnType<typeof searchPageText>>['next'] = null;
    do {
      const part = await searchPageText(pool, record, 'sale grosso', place, 1);
      all.push(...part.hits.map(({ page, exact }) => `${page} ${exact}`));
      place = part.next;
    } while (place !== null);
    expect(all).toEqual(['2 sale', '2 grosso', '3 Sale', '3 grosso']);
  });

  it.each([1, 2, 3])('leads back the way it came, %i at a time', async (limit) => {
    type Place = Awaited<ReturnType<typeof searchPageText>>['next'];
    const at = (place: Place) => searchPageText(pool, record, 'sale grosso', place, limit);
    const came: Place[] = [null];
    let part = await at(null);
    expect(part.prev).toBeNull();
    while (part.next) {
      came.push(part.next);
      part = await at(part.next);
    }
    const back: Place[] = [];
    while (part.prev) {
      back.unshift(part.prev);
      part = await at(part.prev);
    }
    expect(back).toEqual([{ page: 1, passed: 0 }, ...came.slice(1, -1)]);
  });
});
