import type pg from 'pg';
import { z } from 'zod';
import { barToVersion } from '#lib/procedures/cases/next-version.ts';
import type { Reason } from '#lib/procedures/cases/decision.ts';
import type { NotAdmitted } from '#lib/procedures/cases/not-admitted.ts';
import type { KeptDocument } from '#lib/store/documents/storage-key.ts';
import { inTransaction, type Outcome } from '#lib/store/procedures/in-transaction.ts';
import { claimKey, keepAnswer } from '#lib/store/procedures/idempotency.ts';
import type { Idempotency, KeyReused } from '#lib/store/procedures/procedure-writing.ts';

/** Bytes that are kept and are to take the place of the current ones of a document. */
export interface Replacement {
  /** The fascicolo, of whatever kind, and the document in it. */
  fascicolo: string;
  record: string;
  kept: KeptDocument;
  format: string;
  fileName: string | null;
  /** Why, for who reads the versions later. */
  reason: string;
  /** The version that was seen; null for who looks at none. */
  expected: number | null;
  by: string;
  at: Date;
  idempotency?: Idempotency | undefined;
}

export type ReplaceResult =
  | { kind: 'replaced'; version: number; replayed: boolean }
  | { kind: 'refused'; reasons: [Reason, ...Reason[]] }
  | NotAdmitted
  | KeyReused
  | { kind: 'unknown' };

/** Whether the fascicolo is within reach of who asks: held until the transaction ends. `closed`: nothing in it changes any more. */
export type HoldForVersion = (client: pg.ClientBase) => Promise<{ closed: boolean } | null>;

interface CurrentRow {
  sha256: string;
  version: number;
  registered: boolean;
  destroyed: boolean;
  left: boolean;
}

const answerSchema = z.object({ version: z.int() });

/** The current version becomes a former one, kept with when, by whom and why it was replaced; the new one is the document from now on. */
export function replaceDocument(pool: pg.Pool, one: Replacement, hold: HoldForVersion): Promise<ReplaceResult> {
  return inTransaction(pool, (client) => replaceIn(client, one, hold));
}

async function replaceIn(
  client: pg.ClientBase,
  one: Replacement,
  hold: HoldForVersion,
): Promise<Outcome<ReplaceResult>> {
  const undone = (value: ReplaceResult) => ({ keep: false, value });
  if (one.idempotency) {
    const claim = await claimKey(client, one.idempotency, one.at);
    if (claim.kind === 'keyReused') return undone(claim);
    if (claim.kind === 'answered')
      return undone({ kind: 'replaced', ...answerSchema.parse(claim.answer), replayed: true });
  }
  const held = await hold(client);
  if (!held) return undone({ kind: 'unknown' });
  const { rows } = await client.query<CurrentRow>(
    `SELECT d.hash AS sha256, d.version, d.protocol_number IS NOT NULL OR o.registered_with IS NOT NULL AS registered,
            d.destroyed_at IS NOT NULL AS destroyed, r.phase <> 'current' AS left
       FROM eli4u.procedure_document o JOIN eli4u.document d USING (record_id) JOIN eli4u.record r ON r.id = o.record_id
      WHERE o.procedure_id = $1 AND o.record_id = $2 FOR UPDATE OF d`,
    [one.fascicolo, one.record],
  );
  const current = rows[0];
  if (!current) return undone({ kind: 'unknown' });
  const bar = barToVersion({ ...current, closed: held.closed || current.left }, { ...one, sha256: one.kept.sha256 });
  if (bar) return undone({ kind: 'refused', reasons: [bar] });
  const version = current.version + 1;
  await saveVersion(client, one, version);
  if (one.idempotency) await keepAnswer(client, one.idempotency, { version });
  return { keep: true, value: { kind: 'replaced', version, replayed: false } };
}

async function saveVersion(client: pg.ClientBase, one: Replacement, version: number): Promise<void> {
  const { record, kept, format, fileName, reason, by, at } = one;
  await client.query(
    `INSERT INTO eli4u.document_version (record_id, version, hash, hash_algorithm, format, bytes, storage_key, file_name, added_at, added_by,
       replaced_at, replaced_by, reason)
     SELECT d.record_id, d.version, d.hash, d.hash_algorithm, d.format, d.bytes, d.storage_key, o.file_name,
            coalesce(v.replaced_at, o.added_at), coalesce(v.replaced_by, o.added_by), $2, $3, $4
       FROM eli4u.document d JOIN eli4u.procedure_document o USING (record_id)
       LEFT JOIN eli4u.document_version v ON v.record_id = d.record_id AND v.version = d.version - 1
      WHERE d.record_id = $1`,
    [record, at, by, reason.trim()],
  );
  await client.query(
    `UPDATE eli4u.document SET version = $2, hash = $3, hash_algorithm = 'SHA-256', format = $4, bytes = $5, storage_key = $6 WHERE record_id = $1`,
    [record, version, kept.sha256, format, kept.bytes, kept.storageKey],
  );
  await client.query('UPDATE eli4u.procedure_document SET file_name = $2 WHERE record_id = $1', [record, fileName]);
  await client.query('UPDATE eli4u.record SET changed_at = now() WHERE id = $1', [record]);
  // Not the reason, which may name persons: a scarto empties it where it stands.
  await client.query(
    `INSERT INTO eli4u.audit_event (at, actor, action, subject_id, details) VALUES ($1, $2, 'document.replaced', $3, $4)`,
    [at, by, record, JSON.stringify({ version, sha256: kept.sha256 })],
  );
}
