import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadProcedures } from '#ingest/demo/procedures/load-procedures.ts';
import type { Played } from '#ingest/demo/procedures/play.ts';
import { createPool } from '#lib/store/pool.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';
import { keepsDocument } from '#lib/store/documents/read.ts';
import { createProcedureStore } from '#lib/store/procedures/procedure-store.ts';
import { syncTypes } from '#lib/store/procedures/sync-types.ts';
import { readDemoPeople } from '#lib/store/staff/demo-people.ts';
import { saveDemoPeople } from '#lib/store/staff/save-demo-people.ts';
import { IdentifierMint } from '#lib/store/writing/identifier-mint.ts';
import { findOrMakeInstitution } from '#lib/store/writing/save-institution.ts';
import { syncUnits } from '#lib/store/staff/sync-units.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

const folder = 'schemas/procedures';
const now = new Date('2026-11-25T10:30:00Z');
const all = { kind: 'all' } as const;

let database: FreshDatabase;
let pool: pg.Pool;
let dataDir: string;
let played: Played | null;
const said: string[] = [];
const load = (say: (line: string) => void = (line) => void said.push(line)) =>
  loadProcedures({ pool, dataDir, folder, now, say });

/** A load that is killed: after the third line of progress nothing more is done. */
class Killed extends Error {}

beforeAll(async () => {
  database = await freshDatabase();
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-demo-'));
  pool = createPool(database.appUrl, { applicationName: 'test', max: 6, unhurriedCommits: true });
  const types = createProcedureTypes(folder);
  await syncTypes(pool, types.sources());
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await syncUnits(client, types.units());
    await saveDemoPeople(client, readDemoPeople(folder), '2023-01-01');
    await makeUnits(client);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
  const lines: string[] = [];
  await load((line) => {
    lines.push(line);
    if (lines.length === 3) throw new Killed();
  }).catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
  });
  played = await load();
}, 600_000);

afterAll(async () => {
  await pool.end();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

/** A fonds of the historical archive with two units that can be asked for. */
async function makeUnits(client: pg.ClientBase): Promise<void> {
  const mint = new IdentifierMint(client);
  await mint.reserve(4);
  const repository = await findOrMakeInstitution(client, mint, 'IT-prova', 'Archivio di prova');
  const fonds = mint.take();
  const columns = 'id, repository_id, parent_id, root_id, position, depth, level, title, title_lang, phase, visibility';
  await client.query(
    `INSERT INTO eli4u.record (${columns}) VALUES ($1, $2, NULL, $1, 0, 0, 'fonds', 'Fondo di prova', 'it', 'historical', 'open')`,
    [fonds, repository],
  );
  for (const [i, title] of ['Registro di prova', 'Carte di prova'].entries())
    await client.query(
      `INSERT INTO eli4u.record (${columns}) VALUES ($1, $2, $3, $3, $4, 1, 'file', $5, 'it', 'historical', 'open')`,
      [mint.take(), repository, fonds, (i + 1) * 1000, title],
    );
}

const count = async (sql: string): Promise<number> => (await pool.query<{ n: number }>(sql)).rows[0]?.n ?? -1;

describe('three years of cases in a database', () => {
  it('goes on where it was killed, and does nothing twice', async () => {
    expect(said[0]).toContain('going on');
    expect(await count('SELECT count(*)::integer AS n FROM eli4u.procedure')).toBe(played?.cases);
    expect(await count(`SELECT count(*)::integer AS n FROM eli4u.procedure_event WHERE kind = 'filed'`)).toBe(
      played?.cases,
    );
    expect(await load()).toBeNull();
    expect(await count('SELECT count(*)::integer AS n FROM eli4u.procedure')).toBe(played?.cases);
    expect(await count('SELECT count(*)::integer AS n FROM eli4u.idempotency_key')).toBe(0);
  });

  it('numbers of the protocollo run with the days, without gaps', async () => {
    expect(
      await count(
        `WITH d AS (SELECT protocol_year AS year, protocol_number AS number, protocol_on AS on_day,
                           lag(protocol_number) OVER w AS before, lag(protocol_on) OVER w AS day_before
                      FROM eli4u.document WHERE protocol_number IS NOT NULL WINDOW w AS (PARTITION BY protocol_year ORDER BY protocol_number))
         SELECT count(*)::integer AS n FROM d WHERE number <> coalesce(before, 0) + 1 OR day_before > on_day`,
      ),
    ).toBe(0);
  });

  it('events of a case run with time and none lies ahead', async () => {
    expect(
      await count(
        `WITH e AS (SELECT at, lag(at) OVER (PARTITION BY procedure_id ORDER BY n) AS before FROM eli4u.procedure_event)
         SELECT count(*)::integer AS n FROM e WHERE before > at OR at > '${now.toISOString()}'`,
      ),
    ).toBe(0);
  });

  it('keeps the bytes of every document', async () => {
    const { rows } = await pool.query<{ storage_key: string; hash: string }>(
      'SELECT storage_key, hash FROM eli4u.document ORDER BY record_id LIMIT 40',
    );
    expect(rows.length).toBe(40);
    for (const { storage_key, hash } of rows) expect(await keepsDocument(dataDir, storage_key, hash)).toBe(true);
  });

  it('what the office began by itself begins with a report, not with a request', async () => {
    const first = (family: string) =>
      count(
        `SELECT count(*)::integer AS n FROM eli4u.procedure p JOIN eli4u.procedure_document d ON d.procedure_id = p.id JOIN eli4u.record r ON r.id = d.record_id
        WHERE p.channel ${family} 'exOfficio' AND d.kind = 'request' AND r.title = 'Segnalazione'`,
      );
    expect(await first('=')).toBeGreaterThan(8);
    expect(await first('<>')).toBe(0);
  });

  it('knows the people who can be tried out', async () => {
    expect(
      await count(
        `SELECT count(DISTINCT c.persona)::integer AS n FROM eli4u.demo_citizen c JOIN eli4u.procedure_party p ON p.agent_id = c.agent_id`,
      ),
    ).toBe(4);
  });

  it('asks for units of the archive that are there', async () => {
    expect(
      await count(
        `SELECT count(*)::integer AS n FROM eli4u.procedure p JOIN eli4u.record r ON r.id = p.document -> 'filing' ->> 'aboutRecord'
          WHERE p.type_code = 'consultazione-archivio' AND r.phase = 'historical'`,
      ),
    ).toBeGreaterThan(15);
  });

  it('lists what the events say', async () => {
    const store = createProcedureStore({ pool, dataDir, types: createProcedureTypes(folder), now: () => now });
    const counts = await store.countWork({
      reach: all,
      me: 'operatore',
      units: ['suap', 'edilizia-privata'],
      filter: {},
    });
    expect(Object.entries(counts).filter(([, { value }]) => value === 0)).toEqual([]);
    expect(counts.all.value + counts.toClose.value + counts.closed.value).toBe(played?.cases);
  });

  it('fills the desks of the archive: every state has something in it', async () => {
    const states = async (sql: string) =>
      (await pool.query<{ state: string }>(`${sql} ORDER BY 1`)).rows.map(({ state }) => state);
    expect(await states('SELECT DISTINCT state FROM eli4u.disposal')).toEqual([
      'authorised',
      'draft',
      'executed',
      'executing',
      'sent',
    ]);
    expect(await states('SELECT DISTINCT state FROM eli4u.deposit_list')).toEqual(['confirmed', 'proposed', 'settled']);
    expect(await states('SELECT DISTINCT state FROM eli4u.preservation_delivery')).toEqual([
      'accepted',
      'refused',
      'sent',
      'waiting',
    ]);
    expect(await states('SELECT DISTINCT receipt AS state FROM eli4u.mail_message WHERE receipt IS NOT NULL')).toEqual([
      'accettazione',
      'avvenuta-consegna',
      'errore-consegna',
    ]);
    for (const table of ['legal_hold', 'historical_list', 'document_version', 'reading_permit'])
      expect([table, await count(`SELECT count(*)::integer AS n FROM eli4u.${table}`)]).not.toEqual([table, 0]);
  });

  it('registers offices by their names, never by their codes', async () => {
    expect(
      await count(
        `SELECT count(*)::integer AS n FROM eli4u.protocol_registration p, jsonb_array_elements(p.sender || p.recipients) c, eli4u.unit u
          WHERE c ->> 'name' = u.code`,
      ),
    ).toBe(0);
  });
});

describe('what the invented cases cost', () => {
  it('is there in every state, once, with receipts in the fascicoli of who can be tried out', async () => {
    const { rows } = await pool.query<{ state: string; n: number; joined: number }>(
      'SELECT state, count(*)::int AS n, count(record_id)::int AS joined FROM eli4u.payment GROUP BY state ORDER BY state',
    );
    const states = rows.map(({ state }) => state);
    expect(states).toEqual(expect.arrayContaining(['declared', 'due', 'elsewhere', 'exempt', 'noticed', 'paid']));
    expect(rows.find(({ state }) => state === 'paid')?.joined).toBeGreaterThan(0);
    const { rows: left } = await pool.query(
      'SELECT FROM eli4u.payment WHERE storage_key IS NOT NULL AND record_id IS NULL',
    );
    expect(left).toEqual([]);
  });
});
