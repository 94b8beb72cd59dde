import type pg from 'pg';
import type { ContactSheet } from '#lib/relationship/contact.ts';
import type { Identified } from '#lib/relationship/identified.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { noteServing } from './as-officer.ts';

/** A contact as its sheet says it now. */
export interface ContactWriting {
  code: string;
  member: string;
  sheet: ContactSheet;
  /** A case of theirs that it is about; null where none was named. */
  about: string | null;
  /** The revision that the operator saw. */
  revision: number;
  /** Whether it ends with this. */
  close: boolean;
}

export type ContactWritten =
  | { kind: 'written'; revision: number }
  /** It was written in another window meanwhile. */
  | { kind: 'changed'; revision: number }
  /** Of a colleague, ended, or none. */
  | { kind: 'unknown' };

/** Writes the sheet of an open contact of one's own, and ends it where that is wanted. */
export const writeContact = (pool: pg.Pool, writing: ContactWriting, at: Date): Promise<ContactWritten> =>
  inTransaction<ContactWritten>(pool, async (client) => {
    const { code, member, sheet, about, close } = writing;
    const { rows } = await client.query<{ id: string; agent: string; revision: number }>(
      `SELECT id::text, agent_id AS agent, revision FROM eli4u.contact
        WHERE code = $1 AND member_id = $2 AND closed_at IS NULL FOR UPDATE`,
      [code, member],
    );
    const open = rows[0];
    if (!open) return { keep: false, value: { kind: 'unknown' } };
    if (open.revision !== writing.revision) return { keep: false, value: { kind: 'changed', revision: open.revision } };
    const revision = open.revision + 1;
    await client.query(
      `UPDATE eli4u.contact SET heard = $2, need = $3, type_code = $4, told = $5, outcome = $6, rating = $7, closed_at = $8, revision = $9 WHERE id = $1`,
      [
        open.id,
        sheet.heard,
        sheet.need,
        sheet.type,
        sheet.told,
        sheet.outcome,
        sheet.rating,
        close ? at : null,
        revision,
      ],
    );
    if (about !== null) await tieCase(client, open.id, about, 'about');
    await noteServing(client, {
      at,
      member,
      action: close ? 'contact.closed' : 'contact.written',
      subject: code,
      details: { agent: open.agent },
    });
    return { keep: true, value: { kind: 'written', revision } };
  });

/** The contact in which a request is filed. */
export interface FilingContact {
  code: string;
  identified: Identified;
}

/** In the transaction that files: the contact says what came of it, and how who filed was identified. */
export async function noteFiled(
  client: pg.ClientBase,
  { code, identified }: FilingContact,
  filed: { procedure: string; type: string; member: string; at: Date },
): Promise<void> {
  const { procedure, type, member, at } = filed;
  const { rows } = await client.query<{ id: string; agent: string }>(
    `UPDATE eli4u.contact SET identified = $3, outcome = 'filed', need = coalesce(need, 'start'), type_code = coalesce(type_code, $4),
       revision = revision + 1 WHERE code = $1 AND member_id = $2 AND closed_at IS NULL RETURNING id::text, agent_id AS agent`,
    [code, member, JSON.stringify(identified), type],
  );
  const [contact] = rows;
  if (!contact) throw new Error(`no contact ${code} is open`);
  await tieCase(client, contact.id, procedure, 'filed');
  await noteServing(client, {
    at,
    member,
    action: 'contact.filed',
    subject: code,
    details: { agent: contact.agent, procedure },
  });
}

const tieCase = (client: pg.ClientBase, contact: string, procedure: string, how: 'about' | 'filed') =>
  client.query(
    `INSERT INTO eli4u.contact_case (contact_id, procedure_id, how) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [contact, procedure, how],
  );

/** An open contact of one's own was about a case. */
export async function noteAbout(pool: pg.Pool, code: string, member: string, procedure: string): Promise<void> {
  await pool.query(
    `INSERT INTO eli4u.contact_case (contact_id, procedure_id, how)
     SELECT id, $3, 'about' FROM eli4u.contact WHERE code = $1 AND member_id = $2 AND closed_at IS NULL ON CONFLICT DO NOTHING`,
    [code, member, procedure],
  );
}
