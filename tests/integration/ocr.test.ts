import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderSet } from '#ingest/demo/pages/hemp-sets.ts';
import { toJpeg } from '#ingest/demo/pages/to-jpeg.ts';
import { recognisePages } from '#ingest/ocr/recognise-pages.ts';
import { makePyramid } from '#lib/images/make-pyramid.ts';
import { howToGetTesseract, tesseractLanguages } from '#lib/images/tesseract.ts';
import { identifierOf } from '#lib/records/identifier.ts';
import { plainText } from '#lib/records/page-text.ts';
import { createPostgresSearch } from '#lib/search/postgres.ts';
import { findPageText } from '#lib/store/images/find-page-text.ts';
import { pyramidKeyOf, pyramidPath } from '#lib/store/images/pyramid-path.ts';
import { searchPageText } from '#lib/store/images/search-page-text.ts';
import { writePageText } from '#lib/store/images/write-page-text.ts';
import { createPool } from '#lib/store/pool.ts';
import { insertImages, linesOf } from '#tests/builders/page-text.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

const record = identifierOf(20);
const [printed, told, broken] = [identifierOf(101), identifierOf(102), identifierOf(103)];
const page = orderSet().pages[1]?.sheet();
let database: FreshDatabase;
let pool: pg.Pool;
let dataDir: string;

const languages = await tesseractLanguages();
const missing = languages?.includes('ita') ? null : `Tesseract with Italian is not installed (${howToGetTesseract})`;

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 2 });
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-test-'));
  await insertImages(pool, record, [printed, told, broken]);
  await writePageText(pool, { imageId: told, language: 'ita', origin: 'alto', lines: linesOf('detto dalla fonte') });
  const keys = ['a', 'b', 'c'].map((letter) => pyramidKeyOf(letter.repeat(64), 1));
  await pool.query(
    `UPDATE eli4u.image SET pyramid_key = ($2::text[])[page], original_hash = left(($2::text[])[page], 66), width = 3000, height = 4200 WHERE record_id = $1`,
    [record, keys],
  );
});

afterAll(async () => {
  await pool.end();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

describe('npm run ocr', () => {
  it('recognises pages without text, keeps each at once, and leaves what the source told', async (context) => {
    if (missing !== null && process.env['REQUIRE_ALL'] === '1') throw new Error(`REQUIRE_ALL=1, but ${missing}`);
    if (missing !== null || !page) return context.skip(`SKIPPED: ${missing}`);
    const { data, info } = await sharp(await toJpeg(page))
      .raw()
      .toBuffer({ resolveWithObject: true });
    await makePyramid(
      { data, width: info.width, height: info.height, channels: 3 },
      0,
      pyramidPath(dataDir, pyramidKeyOf('a'.repeat(64), 1)),
    );
    const seen: [number, string][] = [];
    const run = (again = false) =>
      recognisePages({
        pool,
        dataDir,
        recordId: record,
        languages: 'ita',
        again,
        onPage: ({ page: number }, outcome) => seen.push([number, 'failed' in outcome ? 'failed' : 'read']),
      });
    // the third has no pyramid: told, and the run goes on
    expect(await run()).toEqual({ pages: 1, failed: 1 });
    expect(seen).toEqual([
      [1, 'read'],
      [3, 'failed'],
    ]);
    const text = await findPageText(pool, record, printed);
    expect(text).toMatchObject({ origin: 'recognised', language: 'ita' });
    expect(plainText(text?.lines ?? [])).toMatch(/milione e mezzo di libbre/);

    // where the word was drawn, there it was read
    const drawn = page.lines.flatMap((line) => line.words).find((word) => word.text === 'milione');
    const { hits } = await searchPageText(pool, record, 'milione', null, 5);
    const [box] = hits[0]?.boxes ?? [];
    expect(Math.abs((box?.x ?? 0) - (drawn?.x ?? 0))).toBeLessThan(25);
    expect(Math.abs((box?.width ?? 0) - (drawn?.width ?? 0))).toBeLessThan(40);

    const answer = await createPostgresSearch(pool).query({
      scope: 'public',
      q: 'libbre milione',
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
    expect(answer.hits).toMatchObject([{ id: record, foundOnPage: { page: 1 } }]);

    expect(await run()).toEqual({ pages: 0, failed: 1 });
    expect(await run(true)).toEqual({ pages: 1, failed: 1 });
    expect(plainText((await findPageText(pool, record, told))?.lines ?? [])).toBe('detto dalla fonte');
  });

  it('says how Tesseract is had where it is absent, and what it takes', () => {
    const run = (args: string[], env: Record<string, string> = {}) =>
      spawnSync(process.execPath, ['--import', 'tsx', 'ingest/ocr/cli.ts', ...args], {
        env: { ...process.env, ...env },
        encoding: 'utf8',
      });
    const absent = run(['--all'], { PATH: '/nowhere' });
    expect([absent.status, absent.stderr]).toEqual([
      2,
      `Tesseract is not installed here. On Debian and Ubuntu: ${howToGetTesseract}\n`,
    ]);
    expect(run([]).status).toBe(2);
    expect(run(['--all', '--record', 'x']).status).toBe(2);
    expect(run(['--all', '--lang', 'ita; rm']).status).toBe(2);
    expect(run(['--help']).status).toBe(0);
  });
});
