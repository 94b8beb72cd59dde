import type pg from 'pg';
import { z } from 'zod';
import {
  contactChanges,
  contactDataSchema,
  contactFields,
  type ContactData,
  type ContactField,
} from '#lib/records/contacts.ts';
import { noteOwn, type OwnActor } from './note-own.ts';
import { asAgent } from './own-transaction.ts';

/** One change of one's contacts. */
export interface ContactChange {
  at: Date;
  by: string;
  changes: { field: ContactField; before: string | null; after: string | null }[];
}

/** Writes contacts over what was there, with what changed. @returns how many fields did */
export const saveContacts = (pool: pg.Pool, who: OwnActor, contacts: ContactData, at: Date): Promise<number> =>
  asAgent(pool, who.agent, async (client) => {
    const { rows } = await client.query<{ contacts: unknown }>(
      'SELECT contacts FROM eli4u.agent_identity WHERE agent_id = $1 FOR UPDATE',
      [who.agent],
    );
    const changes = contactChanges(contactDataSchema.parse(rows[0]?.contacts ?? {}), contacts);
    if (!rows[0] || changes.length === 0) return 0;
    await client.query('UPDATE eli4u.agent_identity SET contacts = $2 WHERE agent_id = $1', [
      who.agent,
      JSON.stringify(contacts),
    ]);
    await client.query('INSERT INTO eli4u.contact_change (agent_id, at, by, changes) VALUES ($1, $2, $3, $4)', [
      who.agent,
      at,
      who.by,
      JSON.stringify(changes),
    ]);
    // The audit says that and which, never what: it outlives what people erase.
    await noteOwn(client, who, 'contacts.changed', at, { fields: changes.map(({ field }) => field) });
    return changes.length;
  });

const changesSchema = z.array(
  z.object({ field: z.enum(contactFields), before: z.string().nullable(), after: z.string().nullable() }),
);

const pageOf = 20;

/** How one's contacts changed, the latest first. */
export const listContactChanges = (
  pool: pg.Pool,
  agent: string,
  after: string | undefined,
): Promise<{ items: ContactChange[]; next: string | null }> =>
  asAgent(pool, agent, async (client) => {
    const before = after && /^\d{1,18}$/.test(after) ? after : null;
    const { rows } = await client.query<{ id: string; at: string; by: string; changes: unknown }>(
      `SELECT id::text, at, by, changes FROM eli4u.contact_change WHERE agent_id = $1 AND ($2::bigint IS NULL OR id < $2)
        ORDER BY id DESC LIMIT ${pageOf + 1}`,
      [agent, before],
    );
    const shown = rows.slice(0, pageOf);
    return {
      items: shown.map(({ at, by, changes }) => ({ at: new Date(at), by, changes: changesSchema.parse(changes) })),
      next: rows.length > pageOf ? (shown.at(-1)?.id ?? null) : null,
    };
  });
