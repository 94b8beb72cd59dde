import type pg from 'pg';

/** What happened to payments, for whoever listens. */
export const paymentTopic = 'payment.changed';

export interface PaymentDeed {
  at: Date;
  /** As events name who did it; the platform is `system`. */
  by: string;
  action:
    | 'asked'
    | 'noticed'
    | 'paid'
    | 'declared'
    | 'exempted'
    | 'notedElsewhere'
    | 'expired'
    | 'withdrawn'
    | 'notBelieved'
    | 'joined';
  payment: { id: string; draft: string | null; procedure: string | null; fee: string; part: number };
  /** Never a name. */
  details?: Record<string, string | number>;
}

/** The audit row and the outbox row of a change, in the transaction that makes it. */
export async function notePayment(
  client: Pick<pg.ClientBase, 'query'>,
  { at, by, action, payment, details }: PaymentDeed,
): Promise<void> {
  const { id, draft, procedure, fee, part } = payment;
  await client.query(
    `WITH told AS (INSERT INTO eli4u.outbox (topic, payload) VALUES ($6, jsonb_build_object('id', $7::text, 'procedure', $8::text, 'action', $3::text)))
     INSERT INTO eli4u.audit_event (at, actor, action, subject_id, details) VALUES ($1, $2, 'payment.' || $3, $4, $5)`,
    [
      at,
      by,
      action,
      procedure ?? draft,
      JSON.stringify({ payment: id, fee, part, ...details }),
      paymentTopic,
      id,
      procedure,
    ],
  );
}

/** Somebody has to look at what the platform says of a payment; told once while it is open. */
export async function alertOf(
  client: Pick<pg.ClientBase, 'query'>,
  { payment, problem, at }: { payment: { id: string; procedure: string | null }; problem: string; at: Date },
): Promise<void> {
  await client.query(
    `INSERT INTO eli4u.alert (kind, subject, details, raised_at)
     SELECT 'payment.notBelieved', $1, jsonb_build_object('problem', $2::text, 'procedure', $3::text), $4
      WHERE NOT EXISTS (SELECT FROM eli4u.alert a WHERE a.kind = 'payment.notBelieved' AND a.subject = $1 AND a.resolved_at IS NULL)`,
    [payment.id, problem, payment.procedure, at],
  );
}

/** What did not fit fits now. */
export async function settleAlert(client: Pick<pg.ClientBase, 'query'>, payment: string, at: Date): Promise<void> {
  await client.query(
    `UPDATE eli4u.alert SET resolved_at = $2 WHERE kind = 'payment.notBelieved' AND subject = $1 AND resolved_at IS NULL`,
    [payment, at],
  );
}
