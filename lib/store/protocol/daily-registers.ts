import { createHash } from 'node:crypto';
import type pg from 'pg';
import { calendarOf } from '#lib/procedures/calendar.ts';
import { addDays, type Day } from '#lib/procedures/day.ts';
import { registroGiornalieroBy } from '#lib/procedures/registro-giornaliero.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import {
  registroGiornalieroXml,
  type DailyChange,
  type DailyRegistration,
} from '#lib/projections/registro-giornaliero-xml.ts';
import { keepDocument } from '#lib/store/documents/keep.ts';
import type { ProcedureTypes } from '#lib/store/procedure-types.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';

export interface DailyRegister {
  register: string;
  day: Day;
  n: number;
  madeAt: string;
  registrations: number;
  changes: number;
  firstNumber: number | null;
  lastNumber: number | null;
  hash: string;
  bytes: number;
  storageKey: string;
  seal: string;
  deliverBy: Day;
  deliveredAt: string | null;
}

const columns = `register, day, n, made_at AS "madeAt", registrations, changes, first_number AS "firstNumber", last_number AS "lastNumber", hash,
  bytes::float8 AS bytes, storage_key AS "storageKey", seal, deliver_by AS "deliverBy", delivered_at AS "deliveredAt"`;

interface Parts {
  pool: pg.Pool;
  dataDir: string;
  types: Pick<ProcedureTypes, 'comune' | 'law' | 'calendar'>;
  now: () => Date;
}

/** The seal of a daily register: whoever changes one breaks all that follow. */
export const sealOf = (previous: string | null, hash: string): string =>
  createHash('sha256')
    .update(`${previous ?? ''}\n${hash}`)
    .digest('hex');

/** Makes the daily registers of the days that are over, from the earliest; how many. */
export async function makeDailyRegisters(parts: Parts, signal?: AbortSignal): Promise<number> {
  let made = 0;
  while (!signal?.aborted && (await makeNext(parts))) made++;
  return made;
}

/** One day in one transaction, under the register's lock: from then on nothing is registered on that day any more. */
function makeNext({ pool, dataDir, types, now }: Parts): Promise<boolean> {
  const { register, code, office } = types.comune();
  const at = now();
  const today = romeDay(at);
  return inTransaction(pool, async (client) => {
    const last = await client.query<{ day: Day; n: number; seal: string }>(
      'SELECT day, n, seal FROM eli4u.daily_register WHERE register = $1 ORDER BY day DESC LIMIT 1',
      [register],
    );
    const previous = last.rows[0] ?? null;
    const wanted = await client.query<{ day: Day | null }>(
      `SELECT least((SELECT min(on_day) FROM eli4u.protocol_registration WHERE register = $1 AND on_day > $2 AND on_day < $3),
                    (SELECT min(on_day) FROM eli4u.protocol_change WHERE register = $1 AND on_day > $2 AND on_day < $3)) AS day`,
      [register, previous?.day ?? '0001-01-01', today],
    );
    const day = wanted.rows[0]?.day;
    if (!day) return { keep: false, value: false };
    // No number is taken; the register is told what day it is.
    await client.query('SELECT FROM eli4u.take_numbers($1, $2, 0)', [register, today]);
    const again = await client.query('SELECT FROM eli4u.daily_register WHERE register = $1 AND day >= $2', [
      register,
      day,
    ]);
    if (again.rowCount) return { keep: false, value: true };
    const registrations = await registrationsOf(client, register, day);
    const changes = await changesOf(client, register, day);
    const n = (previous?.n ?? 0) + 1;
    const xml = registroGiornalieroXml({
      code,
      aoo: code,
      register,
      day,
      n,
      previousSeal: previous?.seal ?? null,
      registrations,
      changes,
    });
    const kept = await keepDocument(dataDir, Buffer.from(xml));
    const calendar = calendarOf(types.calendar(), office);
    const by = calendar ? registroGiornalieroBy(day, types.law(), calendar) : addDays(day, 1);
    await client.query(
      `INSERT INTO eli4u.daily_register (register, day, n, made_at, registrations, changes, first_number, last_number, hash, bytes, storage_key, seal, deliver_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        register,
        day,
        n,
        at,
        registrations.length,
        changes.length,
        registrations[0]?.number ?? null,
        registrations.at(-1)?.number ?? null,
        kept.sha256,
        kept.bytes,
        kept.storageKey,
        sealOf(previous?.seal ?? null, kept.sha256),
        // Before the rules on daily registers no day was set: the next one.
        typeof by === 'string' ? by : addDays(day, 1),
      ],
    );
    return { keep: true, value: true };
  });
}

async function registrationsOf(client: pg.ClientBase, register: string, day: Day): Promise<DailyRegistration[]> {
  const { rows } = await client.query<DailyRegistration>(
    `SELECT number, to_json(at)#>>'{}' AS at, flow, sender, recipients, object, hash, hash_algorithm, attachments, sender_on, sender_number, channel, operator,
            emergency_number, to_json(emergency_at)#>>'{}' AS emergency_at, assigned_unit AS unit, classification
       FROM eli4u.protocol_registration WHERE register = $1 AND on_day = $2 ORDER BY number`,
    [register, day],
  );
  return rows;
}

async function changesOf(client: pg.ClientBase, register: string, day: Day): Promise<DailyChange[]> {
  const { rows } = await client.query<DailyChange>(
    `SELECT number, year, to_json(at)#>>'{}' AS at, by, kind, before, after, authorisation, reason
       FROM eli4u.protocol_change WHERE register = $1 AND on_day = $2 ORDER BY id`,
    [register, day],
  );
  return rows;
}

/** The newest first. */
export async function listDailyRegisters(pool: pg.Pool, register: string, before?: Day): Promise<DailyRegister[]> {
  const { rows } = await pool.query<DailyRegister>(
    `SELECT ${columns} FROM eli4u.daily_register WHERE register = $1 AND day < $2 ORDER BY day DESC LIMIT 60`,
    [register, before ?? '9999-12-31'],
  );
  return rows;
}

/** How many were made. */
export async function countDailyRegisters(pool: pg.Pool, register: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    'SELECT count(*)::integer AS n FROM eli4u.daily_register WHERE register = $1',
    [register],
  );
  return rows[0]?.n ?? 0;
}

/** Those made and not yet in preservation, the oldest first: what an adapter to a preservation system takes. */
export async function undeliveredDailyRegisters(
  pool: pg.Pool,
  register: string,
  limit = 100,
): Promise<DailyRegister[]> {
  const { rows } = await pool.query<DailyRegister>(
    `SELECT ${columns} FROM eli4u.daily_register WHERE register = $1 AND delivered_at IS NULL ORDER BY day LIMIT $2`,
    [register, limit],
  );
  return rows;
}

/** What the preservation system answered when it took one; said once. */
export async function noteDelivery(
  pool: pg.Pool,
  register: string,
  day: Day,
  delivery: unknown,
  at: Date,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE eli4u.daily_register SET delivered_at = $3, delivery = $4 WHERE register = $1 AND day = $2 AND delivered_at IS NULL`,
    [register, day, at, JSON.stringify(delivery)],
  );
  return rowCount === 1;
}
