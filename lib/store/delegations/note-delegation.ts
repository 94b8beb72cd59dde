import type pg from 'pg';

/** The outbox rows from which people are told that they were given a delegation, or that one has ended. */
export const delegationTopic = 'delegation.event';

/** Who did something about a delegation, and in whose name; null: their own. */
export interface DelegationActor {
  /** As the audit names them: `citizen:…`, `officer:…`. */
  by: string;
  onBehalfOf: string | null;
  at: Date;
}

/** History, audit and outbox of what was done about a delegation, in the transaction that did it. */
export async function noteDelegation(
  client: pg.ClientBase,
  { id, code }: { id: string; code: string },
  kind: string,
  { by, onBehalfOf, at }: DelegationActor,
): Promise<void> {
  await client.query(
    `WITH happened AS (
       INSERT INTO eli4u.delegation_event (delegation_id, n, at, actor, on_behalf_of, kind)
       SELECT $1, 1 + count(*), $2, $3, $4, $5 FROM eli4u.delegation_event WHERE delegation_id = $1),
     told AS (INSERT INTO eli4u.outbox (topic, payload) VALUES ($7, jsonb_build_object('id', $6::text, 'kind', $5::text, 'at', $2::timestamptz)))
     INSERT INTO eli4u.audit_event (at, actor, action, subject_id, details)
     VALUES ($2, $3, 'delegation.' || $5, $6, jsonb_strip_nulls(jsonb_build_object('onBehalfOf', $4::text)))`,
    [id, at, by, onBehalfOf, kind, code, delegationTopic],
  );
}
