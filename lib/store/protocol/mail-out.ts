import type pg from 'pg';
import type { KeptDocument } from '#lib/store/documents/storage-key.ts';

/** A message to be sent, composed and kept. */
export interface MessageToSend {
  box: string;
  messageId: string;
  from: string;
  to: readonly string[];
  subject: string;
  kept: KeptDocument;
  registration: { register: string; year: number; number: number };
}

/** Puts a message in the queue; the sender of mail takes it from there. */
export async function queueMessage(pool: Pick<pg.Pool, 'query'>, message: MessageToSend, now: Date): Promise<void> {
  await pool.query(
    `INSERT INTO eli4u.mail_message (direction, box, message_id, kind, sender, recipients, subject, noted_at, hash, bytes, storage_key, state, register, year, number, next_at)
     VALUES ('out', $1, $2, 'pec', $3, $4, $5, $6, $7, $8, $9, 'toSend', $10, $11, $12, $6) ON CONFLICT (direction, message_id) DO NOTHING`,
    [
      message.box,
      message.messageId,
      JSON.stringify([{ name: message.from, address: message.from }]),
      JSON.stringify(message.to.map((address) => ({ name: address, address }))),
      message.subject,
      now,
      message.kept.sha256,
      message.kept.bytes,
      message.kept.storageKey,
      message.registration.register,
      message.registration.year,
      message.registration.number,
    ],
  );
}

export interface DueMessage {
  id: string;
  storageKey: string;
  sender: { address: string }[];
  recipients: { address: string }[];
  notedAt: string;
  attempts: number;
}

/** One message that is due, held until the transaction ends, so that no other sender takes it meanwhile. */
export async function takeDue(client: pg.ClientBase, now: Date): Promise<DueMessage | null> {
  const { rows } = await client.query<DueMessage>(
    `SELECT id::text, storage_key AS "storageKey", sender, recipients, noted_at AS "notedAt", attempts FROM eli4u.mail_message
      WHERE state = 'toSend' AND next_at <= $1 ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [now],
  );
  return rows[0] ?? null;
}

export async function noteSent(client: pg.ClientBase, id: string, now: Date): Promise<void> {
  await client.query(
    `UPDATE eli4u.mail_message SET state = 'sent', sent_at = $2, attempts = attempts + 1, reason = NULL, next_at = NULL WHERE id = $1`,
    [id, now],
  );
}

/** @param nextAt null: given up, and somebody is told */
export async function noteFailure(
  client: pg.ClientBase,
  id: string,
  reason: string,
  nextAt: Date | null,
  now: Date,
): Promise<void> {
  await client.query(
    `UPDATE eli4u.mail_message SET state = CASE WHEN $3::timestamptz IS NULL THEN 'failed' ELSE 'toSend' END, attempts = attempts + 1, reason = $2, next_at = $3
      WHERE id = $1`,
    [id, reason, nextAt],
  );
  if (nextAt === null)
    await client.query(
      `INSERT INTO eli4u.alert (kind, subject, details, raised_at) VALUES ('pec.notSent', $1, $2, $3)`,
      [id, JSON.stringify({ reason }), now],
    );
}

/** What a receipt says goes wrong, and what was sent a day ago and has no receipt: somebody is told once, and no more when it has come. */
export async function watchReceipts(pool: pg.Pool, now: Date): Promise<number> {
  await pool.query(
    `UPDATE eli4u.alert a SET resolved_at = $1 FROM eli4u.mail_message m
      WHERE a.resolved_at IS NULL AND a.kind = 'pec.noReceipt' AND a.subject = m.id::text AND ${complete}`,
    [now],
  );
  const { rowCount } = await pool.query(
    `INSERT INTO eli4u.alert (kind, subject, details, raised_at)
     SELECT 'pec.noReceipt', m.id::text, jsonb_build_object('registration', m.number || '/' || m.year), $1 FROM eli4u.mail_message m
      WHERE m.direction = 'out' AND m.state = 'sent' AND m.sent_at < $1::timestamptz - interval '24 hours' AND NOT ${complete}
        AND NOT EXISTS (SELECT FROM eli4u.alert a WHERE a.kind = 'pec.noReceipt' AND a.subject = m.id::text)
     UNION ALL
     SELECT 'pec.notDelivered', r.id::text, jsonb_build_object('receipt', r.receipt, 'registration', m.number || '/' || m.year), $1
       FROM eli4u.mail_message r JOIN eli4u.mail_message m ON m.direction = 'out' AND m.message_id = r.about
      WHERE r.direction = 'in' AND r.receipt IN ('non-accettazione', 'errore-consegna', 'rilevazione-virus')
        AND NOT EXISTS (SELECT FROM eli4u.alert a WHERE a.kind = 'pec.notDelivered' AND a.subject = r.id::text)`,
    [now],
  );
  return rowCount ?? 0;
}

/** Of a sent message `m`: accepted, and for each recipient who has PEC delivered or said not to be. */
const complete = `(
  EXISTS (SELECT FROM eli4u.mail_message r WHERE r.direction = 'in' AND r.about = m.message_id AND r.receipt IN ('non-accettazione', 'rilevazione-virus'))
  OR (EXISTS (SELECT FROM eli4u.mail_message r WHERE r.direction = 'in' AND r.about = m.message_id AND r.receipt = 'accettazione')
      AND (SELECT count(*) FROM eli4u.mail_message r WHERE r.direction = 'in' AND r.about = m.message_id AND r.receipt IN ('avvenuta-consegna', 'errore-consegna'))
          >= (SELECT count(*) FROM eli4u.mail_message r CROSS JOIN LATERAL jsonb_array_elements(r.recipients) t
               WHERE r.direction = 'in' AND r.about = m.message_id AND r.receipt = 'accettazione' AND (t->>'certified')::boolean)))`;
