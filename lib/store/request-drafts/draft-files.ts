import type pg from 'pg';
import type { FileFacts } from '#lib/store/procedures/procedure-writing.ts';
import type { KeptDocument } from '#lib/store/documents/storage-key.ts';
import { asOwner, auditDraft } from './as-owner.ts';
import { mostBytes, mostFiles } from './draft-limits.ts';

/** A file to wait with a draft: looked at, and kept. */
export interface DraftFileGiven extends FileFacts {
  /** Which of the type's documents it is; null for a further one. */
  code: string | null;
  kept: KeptDocument;
}

export type AddDraftFileResult = { kind: 'added' } | { kind: 'tooMany' } | { kind: 'tooMuch' } | { kind: 'unknown' };

interface Parts {
  pool: pg.Pool;
  now(): Date;
}

/** Adds a file to a draft. One of the type's documents that is there already is replaced. */
export async function addDraftFile(
  { pool, now }: Parts,
  owner: string,
  draft: string,
  { code, fileName, format, kept }: DraftFileGiven,
): Promise<AddDraftFileResult> {
  return asOwner<AddDraftFileResult>(pool, owner, async (client) => {
    const undone = (kind: 'tooMany' | 'tooMuch' | 'unknown') => ({ keep: false, value: { kind } });
    const open = await client.query('SELECT FROM eli4u.request_draft WHERE id = $1 AND filed_as IS NULL FOR UPDATE', [
      draft,
    ]);
    if (open.rowCount === 0) return undone('unknown');
    if (code !== null)
      await client.query('DELETE FROM eli4u.request_draft_file WHERE draft_id = $1 AND code = $2', [draft, code]);
    // Chosen again in a form in which another file was wrong.
    const same = await client.query(
      'SELECT FROM eli4u.request_draft_file WHERE draft_id = $1 AND code IS NULL AND hash = $2 AND file_name IS NOT DISTINCT FROM $3',
      [draft, kept.sha256, fileName],
    );
    if (code === null && same.rowCount) return { keep: false, value: { kind: 'added' } };
    const { rows } = await client.query<{ files: number; bytes: string }>(
      'SELECT count(*)::int AS files, coalesce(sum(bytes), 0) AS bytes FROM eli4u.request_draft_file WHERE draft_id = $1',
      [draft],
    );
    const { files = 0, bytes = '0' } = rows[0] ?? {};
    if (files >= mostFiles) return undone('tooMany');
    if (Number(bytes) + kept.bytes > mostBytes) return undone('tooMuch');
    await client.query(
      `INSERT INTO eli4u.request_draft_file (draft_id, code, file_name, format, hash, bytes, storage_key, added_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [draft, code, fileName, format, kept.sha256, kept.bytes, kept.storageKey, now()],
    );
    await auditDraft(client, { at: now(), owner, draft, action: 'fileAdded', details: { sha256: kept.sha256 } });
    return { keep: true, value: { kind: 'added' } };
  });
}

/** @returns false when there is none */
export async function removeDraftFile(
  { pool, now }: Parts,
  owner: string,
  draft: string,
  id: string,
): Promise<boolean> {
  if (!/^\d{1,18}$/.test(id)) return false;
  return asOwner(pool, owner, async (client) => {
    const { rows } = await client.query<{ sha256: string }>(
      'DELETE FROM eli4u.request_draft_file WHERE draft_id = $1 AND id = $2 RETURNING hash AS sha256',
      [draft, id],
    );
    const removed = rows[0];
    if (removed)
      await auditDraft(client, { at: now(), owner, draft, action: 'fileRemoved', details: { sha256: removed.sha256 } });
    return { keep: true, value: removed !== undefined };
  });
}
