import type pg from 'pg';
import { readProtocolNumber } from '#lib/procedures/protocollo/protocol-number.ts';
import { wordsQuery } from '#lib/store/procedures/case-words.ts';
import {
  registrationColumns,
  type LinkedMessage,
  type RegistrationChange,
  type RegistrationView,
} from './registration-view.ts';

export interface RegisterQuery {
  /** `123`, `123/2026`, or words of object, sender, recipients. */
  text?: string | undefined;
  /** Days, both in. */
  from?: string | undefined;
  to?: string | undefined;
  flow?: 'in' | 'out' | 'internal' | undefined;
  /** Number of the emergency register. */
  emergency?: number | undefined;
  /** `2026-123`: what the page before ended with. */
  after?: string | undefined;
  limit?: number | undefined;
}

export interface RegisterPage {
  registrations: RegistrationView[];
  next: string | null;
}

const page = 50;

/** Registrations are counted up to here: beyond, that there are more is all that one wants to know. */
export const mostCounted = 10_000;

/** The register from its end, a page at a time. */
export async function findRegistrations(pool: pg.Pool, register: string, query: RegisterQuery): Promise<RegisterPage> {
  const limit = Math.min(query.limit ?? page, 200);
  const { where, values, place } = conditions(register, query);
  const after = /^(\d{4})-(\d{1,7})$/.exec(query.after ?? '');
  if (after)
    where.push(`(p.year, p.number) < (${place(Number(after[1]))}::smallint, ${place(Number(after[2]))}::integer)`);
  const { rows } = await pool.query<RegistrationView>(
    `SELECT ${registrationColumns} FROM eli4u.protocol_registration p WHERE ${where.join(' AND ')}
      ORDER BY p.year DESC, p.number DESC LIMIT ${limit + 1}`,
    values,
  );
  const registrations = rows.slice(0, limit);
  const last = rows.length > limit ? registrations.at(-1) : undefined;
  return { registrations, next: last ? `${last.year}-${last.number}` : null };
}

/** How many there are, whatever page is read: up to one more than are counted. */
export async function countRegistrations(pool: pg.Pool, register: string, query: RegisterQuery): Promise<number> {
  const { where, values } = conditions(register, query);
  const { rows } = await pool.query<{ n: number }>(
    `SELECT count(*)::integer AS n FROM (
       SELECT FROM eli4u.protocol_registration p WHERE ${where.join(' AND ')} LIMIT ${mostCounted + 1}) t`,
    values,
  );
  return rows[0]?.n ?? 0;
}

function conditions(register: string, query: RegisterQuery) {
  const values: unknown[] = [register];
  const place = (value: unknown) => `$${values.push(value)}`;
  const where = ['p.register = $1'];
  const numbered = readProtocolNumber(query.text ?? '');
  const words = numbered ? null : wordsQuery(query.text);
  if (numbered) {
    where.push(`(p.number = ${place(numbered.number)} OR p.emergency_number = ${place(numbered.number)})`);
    if (numbered.year !== null) where.push(`p.year = ${place(numbered.year)}`);
  }
  if (words) where.push(`p.words @@ ${place(words)}::tsquery`);
  if (query.from) where.push(`p.on_day >= ${place(query.from)}`);
  if (query.to) where.push(`p.on_day <= ${place(query.to)}`);
  if (query.flow) where.push(`p.flow = ${place(query.flow)}`);
  if (query.emergency !== undefined) where.push(`p.emergency_number = ${place(query.emergency)}`);
  return { where, values, place };
}

/** One registration with its changes and messages; null for none. */
export async function findRegistration(
  pool: pg.Pool,
  register: string,
  year: number,
  number: number,
): Promise<{ registration: RegistrationView; changes: RegistrationChange[]; messages: LinkedMessage[] } | null> {
  const key = [register, year, number];
  const { rows } = await pool.query<RegistrationView>(
    `SELECT ${registrationColumns} FROM eli4u.protocol_registration p WHERE p.register = $1 AND p.year = $2 AND p.number = $3`,
    key,
  );
  const [registration] = rows;
  if (!registration) return null;
  const changes = await pool.query<RegistrationChange>(
    `SELECT at, by, kind, before, after, authorisation, reason FROM eli4u.protocol_change
      WHERE register = $1 AND year = $2 AND number = $3 ORDER BY id LIMIT 500`,
    key,
  );
  const messages = await pool.query<LinkedMessage>(
    `WITH own AS (SELECT * FROM eli4u.mail_message WHERE register = $1 AND year = $2 AND number = $3)
     SELECT id::text, direction, kind, receipt, state, subject, noted_at AS "notedAt", reason FROM
       (SELECT * FROM own UNION SELECT r.* FROM eli4u.mail_message r JOIN own ON own.direction = 'out' AND r.about = own.message_id WHERE r.direction = 'in') t
      ORDER BY id LIMIT 200`,
    key,
  );
  return { registration, changes: changes.rows, messages: messages.rows };
}

/** A file of a registration: the document or an attachment of it; null for none. */
export async function findRegisteredFile(
  pool: pg.Pool,
  register: string,
  year: number,
  number: number,
  record: string,
): Promise<{ storageKey: string; format: string; bytes: number } | null> {
  const { rows } = await pool.query<{ storageKey: string; format: string; bytes: number }>(
    `SELECT d.storage_key AS "storageKey", d.format, d.bytes::float8 AS bytes FROM eli4u.protocol_registration p JOIN eli4u.document d ON d.record_id = $4
      WHERE p.register = $1 AND p.year = $2 AND p.number = $3 AND d.destroyed_at IS NULL
        AND (p.record_id = $4 OR p.attachments @> jsonb_build_array(jsonb_build_object('record', $4::text)))`,
    [register, year, number, record],
  );
  return rows[0] ?? null;
}
