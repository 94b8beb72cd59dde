import type pg from 'pg';
import type { Reach } from '#lib/access/reach.ts';
import { firstInstantOf, romeDay } from '#lib/procedures/rome.ts';
import { readWithin } from '#lib/store/citizens/as-citizen.ts';
import { contactColumns, contactOf, type Contact, type ContactPage } from './contact-row.ts';

const pageOf = 20;

/**
 * Contacts of somebody with the front office, the latest first.
 * @param reach of a citizen, who reads them as the role `citizen`; without one for who serves them
 */
export async function listContacts(pool: pg.Pool, agent: string, after?: string, reach?: Reach): Promise<ContactPage> {
  const before = after && /^\d{1,18}$/.test(after) ? after : null;
  const { rows } = await readWithin(pool, reach, (reader) =>
    reader.query(
      `SELECT ${contactColumns} FROM eli4u.contact c WHERE c.agent_id = $1 AND ($2::bigint IS NULL OR c.id < $2)
        ORDER BY c.id DESC LIMIT ${pageOf + 1}`,
      [agent, before],
    ),
  );
  const items = rows.slice(0, pageOf).map(contactOf);
  return { items, next: rows.length > pageOf ? (items.at(-1)?.id ?? null) : null };
}

/** The contact that an operator has open with somebody today; null where there is none, and nothing of them is shown then. */
export async function findOpen(pool: pg.Pool, member: string, agent: string, now: Date): Promise<Contact | null> {
  const { rows } = await pool.query(
    `SELECT ${contactColumns} FROM eli4u.contact c
      WHERE c.member_id = $1 AND c.agent_id = $2 AND c.closed_at IS NULL AND c.begun_at >= $3`,
    [member, agent, firstInstantOf(romeDay(now))],
  );
  return rows[0] ? contactOf(rows[0]) : null;
}

/** Somebody whom an operator has served. */
export interface Served {
  contact: Contact;
  name: string;
}

const mostServed = 12;

/** Whom an operator has served last: what is open first. */
export async function listServed(pool: pg.Pool, member: string): Promise<Served[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT s.*, a.authorised_name AS name FROM (
       SELECT ${contactColumns} FROM eli4u.contact c WHERE c.member_id = $1 ORDER BY c.id DESC LIMIT ${mostServed}) s
       JOIN eli4u.agent a ON a.id = s.agent ORDER BY s."closedAt" IS NOT NULL, s.id::bigint DESC`,
    [member],
  );
  return rows.map((row) => ({ contact: contactOf(row), name: row.name }));
}

/** In which contact a case was filed at the counter, for who may see the case; null where it came another way. */
export async function filedIn(pool: pg.Pool, procedure: string, reach: Reach): Promise<Contact | null> {
  const { rows } = await readWithin(pool, reach, (reader) =>
    reader.query(
      `SELECT ${contactColumns} FROM eli4u.contact c
        WHERE c.id = (SELECT f.contact_id FROM eli4u.contact_case f WHERE f.procedure_id = $1 AND f.how = 'filed' ORDER BY f.contact_id LIMIT 1)`,
      [procedure],
    ),
  );
  return rows[0] ? contactOf(rows[0]) : null;
}
