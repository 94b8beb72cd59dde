import type pg from 'pg';
import { asOwner, auditDraft } from './as-owner.ts';
import { addDraftFile, removeDraftFile, type AddDraftFileResult, type DraftFileGiven } from './draft-files.ts';
import { mostDrafts } from './draft-limits.ts';
import { draftColumns, draftOf, fileColumns, fileOf, type DraftLine, type RequestDraft } from './draft-view.ts';
import { saveDraft, type DraftPage, type SaveResult } from './save-draft.ts';

export type * from './draft-view.ts';
export type * from './draft-files.ts';
export type * from './save-draft.ts';

/** Requests that are being written. Each person's are their own: the database shows nobody another's. */
export interface RequestDrafts {
  /** With its files; null for another's and for none, which is the same. */
  find(owner: string, id: string): Promise<RequestDraft | null>;
  /** Those that were not sent, the latest first. @param forAgent only those for somebody */
  list(owner: string, forAgent?: string): Promise<DraftLine[]>;
  save(owner: string, id: string, page: DraftPage): Promise<SaveResult>;
  addFile(owner: string, id: string, file: DraftFileGiven): Promise<AddDraftFileResult>;
  removeFile(owner: string, id: string, file: string): Promise<boolean>;
  /** Ends it with its files. @returns false when there is none */
  remove(owner: string, id: string): Promise<boolean>;
}

export const isDraftId = (id: string): boolean => /^[0-9a-f]{32}$/.test(id);

export function createRequestDrafts(parts: { pool: pg.Pool; now(): Date }): RequestDrafts {
  const { pool, now } = parts;
  return {
    find: async (owner, id) => {
      if (!isDraftId(id)) return null;
      return asOwner(pool, owner, async (client) => {
        const { rows } = await client.query(`SELECT ${draftColumns} FROM eli4u.request_draft d WHERE d.id = $1`, [id]);
        if (!rows[0]) return { keep: true, value: null };
        const files = await client.query(
          `SELECT ${fileColumns} FROM eli4u.request_draft_file f WHERE f.draft_id = $1 ORDER BY f.id`,
          [id],
        );
        return { keep: true, value: { ...draftOf(rows[0]), files: files.rows.map(fileOf) } };
      });
    },
    list: (owner, forAgent) =>
      asOwner(pool, owner, async (client) => {
        const { rows } = await client.query(
          `SELECT ${draftColumns} FROM eli4u.request_draft d
            WHERE d.owner_agent = $1 AND d.filed_as IS NULL AND ($2::text IS NULL OR d.for_agent = $2) ORDER BY d.saved_at DESC, d.id LIMIT $3`,
          [owner, forAgent ?? null, mostDrafts],
        );
        return { keep: true, value: rows.map(draftOf) };
      }),
    save: async (owner, id, page) => (isDraftId(id) ? saveDraft(parts, owner, id, page) : { kind: 'unknown' }),
    addFile: async (owner, id, file) =>
      isDraftId(id) ? addDraftFile(parts, owner, id, file) : { kind: 'unknown' as const },
    removeFile: async (owner, id, file) => isDraftId(id) && removeDraftFile(parts, owner, id, file),
    remove: async (owner, id) => {
      if (!isDraftId(id)) return false;
      return asOwner(pool, owner, async (client) => {
        const gone = await client.query('DELETE FROM eli4u.request_draft WHERE id = $1 AND filed_as IS NULL', [id]);
        if (gone.rowCount) await auditDraft(client, { at: now(), owner, draft: id, action: 'deleted' });
        return { keep: true, value: gone.rowCount === 1 };
      });
    },
  };
}
