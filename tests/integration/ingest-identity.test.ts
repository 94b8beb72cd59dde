import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPool } from '#lib/store/pool.ts';
import { ead, unit } from '#tests/builders/ead.ts';
import { idsByTitle, ingestTexts, storedRecords } from '#tests/builders/ingest.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

let database: FreshDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

let source = 0;
let recordid = '';
beforeEach(async () => {
  recordid = `source-${++source}`;
  await pool.query('UPDATE eli4u.record SET deleted_at = now() WHERE deleted_at IS NULL');
});

const file = (children: Parameters<typeof ead>[0]['children'], more: object = {}) => ({
  'f.xml': ead({ recordid, children, ...more }),
});

describe('identity (design §3)', () => {
  it('reads the same file twice without a change', async () => {
    const texts = file([unit('A', { id: 'a', children: [unit('A1'), unit('A2')] }), unit('B')]);
    expect(await ingestTexts(pool, texts)).toMatchObject({ read: 5, created: 5, quarantined: 0 });
    expect(await ingestTexts(pool, texts)).toMatchObject({
      read: 5,
      unchanged: 5,
      created: 0,
      changed: 0,
      moved: 0,
      deleted: 0,
    });
  });

  it('reads the same content from other bytes without a change, times included', async () => {
    const children = [unit('A', { id: 'a', children: [unit('A1'), unit('A2')] }), unit('B')];
    await ingestTexts(pool, file(children));
    const before = await storedRecords(pool);
    const texts = { 'f.xml': file(children)['f.xml'].replace('<control>', '<!-- again --><control>') };
    expect(await ingestTexts(pool, texts)).toMatchObject({ read: 5, unchanged: 5, changed: 0 });
    expect(await storedRecords(pool)).toEqual(before);
  });

  it('puts an id-less sibling in front: one record more, the others theirs', async () => {
    const siblings = [unit('Uno', { unitid: '1' }), unit('Due'), unit('Tre', { date: '1500' })];
    await ingestTexts(pool, file(siblings));
    const before = await storedRecords(pool);
    const ids = await idsByTitle(pool);
    const counts = await ingestTexts(pool, file([unit('Zero'), ...siblings]));
    expect(counts).toMatchObject({ read: 5, created: 1, unchanged: 4, changed: 0, moved: 0, deleted: 0 });
    expect(await idsByTitle(pool)).toMatchObject(ids);
    const after = await storedRecords(pool);
    for (const record of before.filter((r) => r.level === 'file')) expect(after).toContainEqual(record);
    expect(after.filter((r) => r.deleted_at === null && r.level === 'file').map((r) => r.title)).toEqual([
      'Zero',
      'Uno',
      'Due',
      'Tre',
    ]);
  });

  it('keeps identical twins apart and in order', async () => {
    await ingestTexts(pool, file([unit('Foto'), unit('Foto'), unit('Foto')]));
    const counts = await ingestTexts(pool, file([unit('Foto'), unit('Foto'), unit('Foto'), unit('Altro')]));
    expect(counts).toMatchObject({ created: 1, unchanged: 4, deleted: 0 });
  });

  it.each([
    {
      name: 'by component id, whatever else changes',
      before: unit('A', { id: 'x', unitid: '1' }),
      after: unit('Altro', { id: 'x', unitid: '9' }),
      same: true,
    },
    {
      name: 'by unique reference code',
      before: unit('A', { unitid: '7' }),
      after: unit('Altro', { unitid: '7' }),
      same: true,
    },
    {
      name: 'by title, dates and level',
      before: unit('A', { date: '1500' }),
      after: unit('A', { date: '1500', body: '<odd><p>nuova nota</p></odd>' }),
      same: true,
    },
    { name: 'not when nothing tells', before: unit('A'), after: unit('Z'), same: false },
    {
      name: 'not when two ids differ',
      before: unit('A', { id: 'x', unitid: '1' }),
      after: unit('A', { id: 'y', unitid: '1' }),
      same: false,
    },
    {
      name: 'when an id is given later',
      before: unit('A', { unitid: '1' }),
      after: unit('A', { id: 'y', unitid: '1' }),
      same: true,
    },
  ])('finds a unit again: $name', async ({ before, after, same }) => {
    await ingestTexts(pool, file([before, unit('resta', { id: 'r' })]));
    const id = (await idsByTitle(pool))[before.title];
    const counts = await ingestTexts(pool, file([after, unit('resta', { id: 'r' })]));
    const now = (await idsByTitle(pool))[after.title];
    expect(now === id).toBe(same);
    expect(counts.deleted).toBe(same ? 0 : 1);
  });

  it('follows a unit that moved below another parent: same id', async () => {
    const a = (children: ReturnType<typeof unit>[]) => unit('A', { id: 'a', level: 'series', children });
    const b = (children: ReturnType<typeof unit>[]) => unit('B', { id: 'b', level: 'series', children });
    await ingestTexts(pool, file([a([unit('x', { id: 'x' }), unit('y')]), b([unit('z')])]));
    const ids = await idsByTitle(pool);
    const counts = await ingestTexts(pool, file([a([]), b([unit('z'), unit('x', { id: 'x' }), unit('y')])]));
    expect(counts).toMatchObject({ moved: 2, created: 0, deleted: 0, unchanged: 4 });
    expect(await idsByTitle(pool)).toEqual(ids);
    const after = await storedRecords(pool);
    expect(after.find((r) => r.id === ids['A'])?.child_count).toBe(0);
    expect(after.find((r) => r.id === ids['B'])?.child_count).toBe(3);
  });

  it('counts a change of order as the fewest moves', async () => {
    await ingestTexts(pool, file([unit('1', { id: '1' }), unit('2', { id: '2' }), unit('3', { id: '3' })]));
    const counts = await ingestTexts(
      pool,
      file([unit('3', { id: '3' }), unit('1', { id: '1' }), unit('2', { id: '2' })]),
    );
    expect(counts).toMatchObject({ moved: 1, unchanged: 3 });
    const live = (await storedRecords(pool)).filter((r) => r.deleted_at === null && r.level === 'file');
    expect(live.map((r) => r.title)).toEqual(['3', '1', '2']);
  });

  it('leaves a tombstone for what is gone, within its own source only, and revives it under the same id', async () => {
    await ingestTexts(pool, {
      'other.xml': ead({ recordid: `${recordid}-other`, title: 'Altro fondo', children: [unit('lontano')] }),
    });
    await ingestTexts(pool, file([unit('A', { id: 'a' }), unit('B', { id: 'b' })]));
    const ids = await idsByTitle(pool);
    expect(await ingestTexts(pool, file([unit('A', { id: 'a' })]))).toMatchObject({ deleted: 1, unchanged: 2 });
    expect(Object.keys(await idsByTitle(pool))).toContain('lontano');
    expect(Object.keys(await idsByTitle(pool))).not.toContain('B');
    await ingestTexts(pool, file([unit('A', { id: 'a' }), unit('B', { id: 'b' })]));
    expect(await idsByTitle(pool)).toEqual(ids);
  });

  it('gives a repeated id to the first only, and loses neither', async () => {
    const counts = await ingestTexts(pool, file([unit('A', { id: 'x' }), unit('B', { id: 'x' })]));
    expect(counts).toMatchObject({ read: 3, created: 3, quarantined: 0 });
    expect(counts.said.map((p) => p.code)).toContain('id-repeated');
  });

  it('quarantines the second of two files with one identity in one run', async () => {
    const text = ead({ recordid, children: [unit('A')] });
    const counts = await ingestTexts(pool, { 'a.xml': text, 'b.xml': text.replace('>A<', '>B<') });
    expect(counts).toMatchObject({ read: 4, created: 2, quarantined: 2 });
    expect(await idsByTitle(pool)).toHaveProperty('A');
  });

  it('shows in a dry run what a run would do, and does nothing', async () => {
    await ingestTexts(pool, file([unit('A', { id: 'a' }), unit('B', { id: 'b' })]));
    const before = await storedRecords(pool);
    const next = file([unit('A riveduto', { id: 'a' }), unit('C', { id: 'c' })]);
    const preview = await ingestTexts(pool, next, { dryRun: true });
    expect(await storedRecords(pool)).toEqual(before);
    const done = await ingestTexts(pool, next);
    for (const key of ['read', 'created', 'changed', 'unchanged', 'moved', 'deleted'] as const)
      expect(preview[key]).toBe(done[key]);
  });
});

describe('access', () => {
  const publicTitles = async () =>
    (
      await pool.query<{ title: string }>(
        `SELECT title FROM eli4u.record r JOIN eli4u.search_document_public d ON d.record_id = r.id WHERE deleted_at IS NULL`,
      )
    ).rows.map((r) => r.title);

  it('never makes public what is for internal use, nor what lies below it', async () => {
    await ingestTexts(
      pool,
      file([unit('riservata', { audience: 'internal', children: [unit('sotto')] }), unit('libera')]),
    );
    const hidden = (await storedRecords(pool))
      .filter((r) => r.visibility === 'hidden' && r.deleted_at === null)
      .map((r) => r.title);
    expect(hidden).toEqual(['riservata', 'sotto']);
    expect(await publicTitles()).toEqual(expect.arrayContaining(['libera']));
    expect(await publicTitles()).not.toContain('riservata');
    expect(await publicTitles()).not.toContain('sotto');
  });

  it.each(['before', 'after'])(
    'closes what lies below a unit that the source closes, said %s its components',
    async (place) => {
      const words = '<accessrestrict><p>Non consultabile fino al 2045</p></accessrestrict>';
      const open = ead({ recordid, children: [unit('sotto', { id: 's' })] });
      await ingestTexts(pool, { 'f.xml': open });
      const closed =
        place === 'before' ? open.replace('<dsc>', `${words}<dsc>`) : open.replace('</dsc>', `</dsc>${words}`);
      expect(await ingestTexts(pool, { 'f.xml': closed })).toMatchObject({ changed: 2 });
      const seen = (await storedRecords(pool)).filter((r) => r.deleted_at === null).map((r) => r.visibility);
      expect(seen).toEqual(['described', 'described']);
      expect(await ingestTexts(pool, { 'f.xml': `${closed}\n` })).toMatchObject({ changed: 0, unchanged: 2 });
      expect(await ingestTexts(pool, { 'f.xml': `${open}\n` })).toMatchObject({ changed: 2 });
    },
  );

  it('hides a record again when the source says so', async () => {
    await ingestTexts(pool, file([unit('x', { id: 'x' })]));
    await ingestTexts(pool, file([unit('x', { id: 'x', audience: 'internal' })]));
    expect(await publicTitles()).not.toContain('x');
  });
});
