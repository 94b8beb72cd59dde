import type pg from 'pg';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { whyNot, type DraftResult } from './draft-result.ts';
import { noteEdit } from './note-edit.ts';

/** Which draft, as whom, and the revision that was seen. */
export interface DraftEdit {
  code: string;
  version: number;
  revision: number;
  by: string;
}

/** Writes a draft as it is, right or wrong; refused where somebody saved after the revision that the writer began from. */
export async function saveDraft(pool: pg.Pool, edit: DraftEdit & { source: string }): Promise<DraftResult> {
  const { code, version, revision, by, source } = edit;
  return inTransaction<DraftResult>(pool, async (client) => {
    const { rows } = await client.query<{ revision: number }>(
      `UPDATE eli4u.procedure_type_version SET source = $4, revision = revision + 1, changed_at = now(), changed_by = $5
        WHERE code = $1 AND version = $2 AND revision = $3 AND status = 'draft' RETURNING revision`,
      [code, version, revision, source, by],
    );
    if (!rows[0]) return { keep: false, value: await whyNot(client, code, version) };
    await noteEdit(client, 'save', edit, { revision: rows[0].revision });
    return { keep: true, value: { kind: 'done', revision: rows[0].revision } };
  });
}

/** Takes a draft away; its text stays in the audit, for it was somebody's work. */
export async function withdrawDraft(pool: pg.Pool, edit: DraftEdit): Promise<DraftResult> {
  const { code, version, revision } = edit;
  return inTransaction<DraftResult>(pool, async (client) => {
    const { rows } = await client.query<{ source: string }>(
      `DELETE FROM eli4u.procedure_type_version
        WHERE code = $1 AND version = $2 AND revision = $3 AND status = 'draft' RETURNING source`,
      [code, version, revision],
    );
    if (!rows[0]) return { keep: false, value: await whyNot(client, code, version) };
    await noteEdit(client, 'withdraw', edit, { revision, source: rows[0].source });
    return { keep: true, value: { kind: 'done', revision } };
  });
}
