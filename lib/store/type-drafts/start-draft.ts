import type pg from 'pg';
import { draftFrom } from '#lib/procedures/types/draft-source.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { noteEdit } from './note-edit.ts';

/** The draft that is there now, and whether it was begun by this attempt; null where there is nothing to begin from. */
export type Started = { version: number; begun: boolean } | null;

/** A draft of the next version, from a published one. A type has one draft at a time: where somebody began one, that is it. */
export async function startDraft(pool: pg.Pool, code: string, from: number, by: string): Promise<Started> {
  return inTransaction<Started>(pool, async (client) => {
    // Two who begin at once take turns.
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('procedureType'), hashtext($1))`, [code]);
    const { rows } = await client.query<{ version: number; status: string; source: string }>(
      `SELECT version, status, source FROM eli4u.procedure_type_version WHERE code = $1
          AND (status = 'draft' OR version = $2 OR version = (SELECT max(version) FROM eli4u.procedure_type_version WHERE code = $1))`,
      [code, from],
    );
    const draft = rows.find(({ status }) => status === 'draft');
    if (draft) return { keep: false, value: { version: draft.version, begun: false } };
    const base = rows.find(({ version }) => version === from);
    if (!base) return { keep: false, value: null };
    const version = Math.max(...rows.map((row) => row.version)) + 1;
    await client.query(
      `INSERT INTO eli4u.procedure_type_version (code, version, status, content, source, changed_by, based_on)
       VALUES ($1, $2, 'draft', NULL, $3, $4, $5)`,
      [code, version, draftFrom(base.source, version), by, from],
    );
    await noteEdit(client, 'draft', { code, version, by }, { from });
    return { keep: true, value: { version, begun: true } };
  });
}
