import type pg from 'pg';

/** Whose data, and who does something about them: themselves, or who administers a business. */
export interface OwnActor {
  agent: string;
  /** The person who is signed in. */
  by: string;
}

/** The audit row of what somebody did about their own data. */
export async function noteOwn(
  client: Pick<pg.ClientBase, 'query'>,
  { agent, by }: OwnActor,
  action: string,
  at: Date,
  details: Record<string, unknown> = {},
): Promise<void> {
  await client.query(
    'INSERT INTO eli4u.audit_event (at, actor, action, subject_id, details) VALUES ($1, $2, $3, $4, $5)',
    [
      at,
      `citizen:${by}`,
      action,
      agent,
      JSON.stringify({ ...details, ...(agent === by ? {} : { onBehalfOf: agent }) }),
    ],
  );
}
