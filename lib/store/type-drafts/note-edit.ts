import type pg from 'pg';

/** The line that a change of a version leaves in the audit; part of the caller's transaction. */
export async function noteEdit(
  client: Pick<pg.ClientBase, 'query'>,
  action: 'draft' | 'save' | 'publish' | 'withdraw',
  { code, version, by }: { code: string; version: number; by: string },
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await client.query(`INSERT INTO eli4u.audit_event (actor, action, subject_id, details) VALUES ($1, $2, NULL, $3)`, [
    by,
    `procedureType.${action}`,
    JSON.stringify({ code, version, ...details }),
  ]);
}
