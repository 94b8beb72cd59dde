import type pg from 'pg';

/** The outbox row and the audit event of a change, in the change's own transaction (design §3). */
export async function announce(
  client: pg.ClientBase,
  topic: string,
  subjectId: string,
  details: Record<string, unknown>,
): Promise<void> {
  await client.query(`INSERT INTO eli4u.outbox (topic, payload) VALUES ($1, $2)`, [
    topic,
    JSON.stringify({ ...details, id: subjectId }),
  ]);
  await client.query(
    `INSERT INTO eli4u.audit_event (actor, action, subject_id, details) VALUES ('ingest', $1, $2, $3)`,
    [topic, subjectId, JSON.stringify(details)],
  );
}
