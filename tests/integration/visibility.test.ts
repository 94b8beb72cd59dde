/** What the public sees follows the day, the document and the archivist (design §3); lib/access decides, the store only keeps what it said. */
import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decideVisibility } from '#lib/access/visibility.ts';
import { createPool } from '#lib/store/pool.ts';
import { createReadingStore } from '#lib/store/reading/reading-store.ts';
import { decideAgain } from '#lib/store/visibility/decide-again.ts';
import { openDue } from '#lib/store/visibility/open-due.ts';
import { restrict, type Restriction } from '#lib/store/visibility/restrict.ts';
import { ead, unit } from '#tests/builders/ead.ts';
import { ingestTexts } from '#tests/builders/ingest.ts';
import { searchRows } from '#tests/builders/search-rows.ts';
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

const letters = (...more: ReturnType<typeof unit>[]) =>
  ead({
    recordid: 'letters',
    children: [
      unit('Sanità', {
        level: 'series',
        children: [
          unit('Cartelle cliniche', {
            level: 'file',
            children: [
              unit('Cartella di gennaio', { level: 'item', did: '<unitdate normal="1960-01-31">1960</unitdate>' }),
              unit('Cartella di giugno', { level: 'item', did: '<unitdate normal="1970-06-30">1970</unitdate>' }),
            ],
          }),
          ...more,
        ],
      }),
    ],
  });

const idOf = async (title: string): Promise<string> =>
  (await pool.query<{ id: string }>('SELECT id FROM eli4u.record WHERE title = $1', [title])).rows[0]?.id ?? '';

async function seen(title: string): Promise<[string, string | null]> {
  const { rows } = await pool.query<{ visibility: string; day: string | null }>(
    'SELECT visibility, consultable_from::text AS day FROM eli4u.record WHERE title = $1',
    [title],
  );
  return [rows[0]?.visibility ?? 'unknown', rows[0]?.day ?? null];
}

const health = (record: string): Restriction => ({
  record,
  sensitivity: 'healthSexFamily',
  closed: null,
  reason: 'dati sulla salute',
  inherits: true,
  by: 'officer:archivista',
  at: new Date('2026-11-26T08:00:00Z'),
});

describe('an archivist restricts a series', () => {
  beforeAll(async () => {
    await ingestTexts(pool, { 'letters.xml': letters() });
    await restrict(pool, health(await idOf('Sanità')), '2026-11-26');
  });

  it('each document follows its own date, the file the last of them', async () => {
    expect(await seen('Cartella di gennaio')).toEqual(['described', '2030-01-31']);
    expect(await seen('Cartella di giugno')).toEqual(['described', '2040-06-30']);
    expect(await seen('Cartelle cliniche')).toEqual(['described', null]);
  });

  it('a file of whose documents none is closed for ever opens with the last of them', async () => {
    await pool.query(`UPDATE eli4u.record SET date_end = '1970-06-30' WHERE title = 'Cartelle cliniche'`);
    await restrict(pool, health(await idOf('Sanità')), '2026-11-26');
    expect(await seen('Cartelle cliniche')).toEqual(['described', '2040-06-30']);
    expect(await openDue(pool, '2030-01-30')).toBe(0);
    expect(await openDue(pool, '2030-01-31')).toBe(1);
    expect((await seen('Cartella di gennaio'))[0]).toBe('open');
    expect((await seen('Cartelle cliniche'))[0]).toBe('described');
    expect(await openDue(pool, '2040-06-30')).toBe(2);
    expect((await seen('Cartelle cliniche'))[0]).toBe('open');
    await restrict(pool, health(await idOf('Sanità')), '2026-11-26');
  });

  it('says so in search', async () => {
    const id = await idOf('Cartella di giugno');
    const rows = (await searchRows(pool)).filter((row) => row['scope'] === 'public' && row['record_id'] === id);
    expect(rows).toHaveLength(1);
    const found = await createReadingStore(pool, Date.now).findRecord(id);
    expect(found).toMatchObject({
      state: 'found',
      value: { visibility: 'described', sensitivity: 'healthSexFamily', consultableFrom: '2040-06-30' },
    });
  });

  it('the same finding aid again changes nothing, and what comes below is closed too', async () => {
    expect(await ingestTexts(pool, { 'letters.xml': letters() })).toMatchObject({ changed: 0, created: 0 });
    expect(await seen('Cartella di giugno')).toEqual(['described', '2040-06-30']);
    const grown = letters(unit('Lettere di malati', { level: 'file' }));
    expect(await ingestTexts(pool, { 'letters.xml': grown })).toMatchObject({ changed: 0, created: 1 });
    expect(await seen('Lettere di malati')).toEqual(['described', null]);
    expect(await seen('Cartella di gennaio')).toEqual(['described', '2030-01-31']);
  });

  it('lifted, all is as the source says', async () => {
    const id = await idOf('Sanità');
    await restrict(pool, { ...health(id), sensitivity: 'none' }, '2026-11-26');
    expect((await seen('Cartella di giugno'))[0]).toBe('open');
    expect((await seen('Cartelle cliniche'))[0]).toBe('open');
    const { rows } = await pool.query(`SELECT action FROM eli4u.audit_event WHERE subject_id = $1 ORDER BY id`, [id]);
    expect(rows.map((row: { action: string }) => row.action)).toContain('restriction.lifted');
  });

  it('an unknown record is said to be one', async () =>
    expect(await restrict(pool, health('nobody'), '2026-11-26')).toEqual({ kind: 'unknown' }));
});

describe('on any day', () => {
  beforeEach(() => pool.query(`DELETE FROM eli4u.restriction`));
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
  const iso = (date: Date) => date.toISOString().slice(0, 10);

  it('the night finds what lib/access decides', async () => {
    const id = await idOf('Lettere di malati');
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          sensitivity: fc.constantFrom('none', 'judicialOrSensitive', 'healthSexFamily', 'stateReserved' as const),
          lastDate: fc.option(day.map(iso)),
          closed: fc.option(fc.record({ until: fc.option(day.map(iso)) })),
          first: day.map(iso),
          later: day.map(iso),
        }),
        async ({ sensitivity, lastDate, closed, first, later }) => {
          const [before, after] = first <= later ? [first, later] : [later, first];
          await pool.query(
            `UPDATE eli4u.record SET sensitivity = $2, date_end = $3, closed = $4, closed_until = $5, visibility = 'hidden' WHERE id = $1`,
            [id, sensitivity, lastDate, closed !== null, closed?.until ?? null],
          );
          await decide(id, before);
          const facts = {
            phase: 'historical' as const,
            internal: false,
            sensitivity: sensitivity as 'none',
            lastDate,
            closed,
          };
          expect((await seen('Lettere di malati'))[0]).toBe(decideVisibility(facts, before));
          await openDue(pool, after);
          expect((await seen('Lettere di malati'))[0]).toBe(decideVisibility(facts, after));
        },
      ),
      { numRuns: 60 },
    );
  });
});

async function decide(id: string, today: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await decideAgain(client, { sql: 'SELECT $1::text', values: [id] }, today);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
