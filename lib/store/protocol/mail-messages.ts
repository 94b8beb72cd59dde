import { messageKept } from '#lib/store/documents/referred-to.ts';
import type pg from 'pg';
import type { KeptDocument } from '#lib/store/documents/storage-key.ts';
import { mostCounted } from './find-registrations.ts';
import type { MessageState } from './registration-view.ts';

/** A message to be noted, its bytes kept already. */
export interface MessageToNote {
  box: string;
  messageId: string;
  kind: 'pec' | 'mail' | 'anomaly' | 'receipt' | 'broken';
  receipt: string | null;
  about: string | null;
  sender: readonly unknown[];
  recipients: readonly unknown[];
  subject: string;
  sentAt: Date | null;
  reason: string | null;
  kept: KeptDocument;
}

export interface MessageView {
  id: string;
  direction: 'in' | 'out';
  kind: string;
  receipt: string | null;
  sender: { name: string; address?: string }[];
  recipients: { name: string; address?: string }[];
  subject: string;
  notedAt: string;
  state: MessageState;
  reason: string | null;
  year: number | null;
  number: number | null;
}

/** A message with where its bytes lie. */
export type KeptMessage = MessageView & KeptDocument;

const columns = `id::text, direction, kind, receipt, sender, recipients, subject, noted_at AS "notedAt", state, reason, year, number`;

/** Notes a message that came; the same one again is no second one. */
export async function noteMessage(pool: pg.Pool, message: MessageToNote, now: Date): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO eli4u.mail_message (direction, box, message_id, kind, receipt, about, sender, recipients, subject, sent_at, noted_at, hash, bytes, storage_key, state, reason)
     VALUES ('in', $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT (direction, message_id) DO NOTHING RETURNING id::text`,
    [
      message.box,
      message.messageId,
      message.kind,
      message.receipt,
      message.about,
      JSON.stringify(message.sender),
      JSON.stringify(message.recipients),
      message.subject,
      message.sentAt,
      now,
      message.kept.sha256,
      message.kept.bytes,
      message.kept.storageKey,
      message.kind === 'receipt' ? 'receipt' : 'toRegister',
      message.reason,
    ],
  );
  return rows[0]?.id ?? null;
}

/** The latest, a page at a time; of a state, or all. */
export async function listMessages(
  pool: pg.Pool,
  { state, before, limit = 50 }: { state?: MessageState | undefined; before?: string | undefined; limit?: number },
): Promise<MessageView[]> {
  const { rows } = await pool.query<MessageView>(
    `SELECT ${columns} FROM eli4u.mail_message WHERE ($1::text IS NULL OR state = $1) AND ($2::bigint IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
    [state ?? null, before ?? null, Math.min(limit, 200)],
  );
  return rows;
}

/** How many messages there are, of a state or of all: up to one more than are counted. */
export async function countMessages(pool: pg.Pool, state: MessageState | undefined): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `SELECT count(*)::integer AS n FROM (
       SELECT FROM eli4u.mail_message WHERE $1::text IS NULL OR state = $1 LIMIT ${mostCounted + 1}) t`,
    [state ?? null],
  );
  return rows[0]?.n ?? 0;
}

/** Where the bytes of a message lie; null for none, or where they went with a document that was discarded. */
export async function findMessage(pool: pg.Pool, id: string): Promise<KeptMessage | null> {
  const { rows } = await pool.query<KeptMessage>(
    `SELECT ${columns}, hash AS sha256, bytes::float8 AS bytes, storage_key AS "storageKey" FROM eli4u.mail_message m
      WHERE id = $1 AND ${messageKept('m')}`,
    [id],
  );
  return rows[0] ?? null;
}

/** PEC that came and is not registered yet, the oldest first. */
export async function certifiedToRegister(pool: pg.Pool, limit = 50): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id::text FROM eli4u.mail_message WHERE state = 'toRegister' AND kind = 'pec' ORDER BY id LIMIT $1`,
    [limit],
  );
  return rows.map(({ id }) => id);
}

/** Somebody decided that a message is not to be registered: it stays in the list. */
export async function discardMessage(pool: pg.Pool, id: string, reason: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE eli4u.mail_message SET state = 'discarded', reason = $2 WHERE id = $1 AND state = 'toRegister'`,
    [id, reason],
  );
  return rowCount === 1;
}
