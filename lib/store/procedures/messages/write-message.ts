import type pg from 'pg';
import { z } from 'zod';
import { decideLocked } from '../act.ts';
import { actorName } from '../actor.ts';
import type { Desk } from '../desk.ts';
import { claimKey, keepAnswer } from '../idempotency.ts';
import { inTransaction, type Outcome } from '../in-transaction.ts';
import { lockCase } from '../lock-case.ts';
import { actAs } from './acting.ts';
import { mostMessages, type WriteMessage, type WriteMessageResult } from './case-message.ts';

const answerSchema = z.object({ n: z.int() });

/** A message: an event of the case, its words beside it, audit, outbox and the mark for the office, in one transaction. */
export const writeMessage = (desk: Desk, request: WriteMessage): Promise<WriteMessageResult> =>
  inTransaction(desk.pool, (client) => writeIn(client, desk, request));

async function writeIn(
  client: pg.ClientBase,
  desk: Desk,
  { id, reach, actor, party, thread, text, idempotency }: WriteMessage,
): Promise<Outcome<WriteMessageResult>> {
  const undone = (value: WriteMessageResult) => ({ keep: false, value });
  const by = actorName(actor);
  const claim = await claimKey(client, idempotency, desk.now());
  if (claim.kind === 'keyReused') return undone(claim);
  if (claim.kind === 'answered')
    return undone({ kind: 'written', ...answerSchema.parse(claim.answer), replayed: true });
  if (await isFlooding(client, by, actor.kind, desk.now())) return undone({ kind: 'tooMany' });
  const locked = await lockCase(client, id, reach);
  if (!locked) return undone({ kind: 'unknown' });
  const fromOffice = actor.kind === 'officer';
  const action = { kind: 'writeMessage', from: fromOffice ? 'office' : 'party', thread, party } as const;
  const decided = await decideLocked(client, desk, locked, action, actor);
  if (decided.kind === 'refused') return undone(decided);
  if (decided.kind !== 'decided') throw new Error(`a message that nobody compared came to "${decided.kind}"`);
  const n = locked.procedure.version + 1;
  // As its event: no earlier than what happened before.
  const at = new Date(Math.max(desk.now().getTime(), locked.changedAt.getTime()));
  await actAs(client, party === null ? actor : { kind: 'citizen', id: party });
  await client.query(
    `INSERT INTO eli4u.case_message (procedure_id, n, thread, from_office, written_by, party, text, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, n, thread, fromOffice, by, party, text, at],
  );
  // Who answers has read.
  await client.query(
    `UPDATE eli4u.procedure SET unread_since = CASE WHEN $2 THEN NULL ELSE coalesce(unread_since, $3) END WHERE id = $1`,
    [id, fromOffice, at],
  );
  await keepAnswer(client, idempotency, { n });
  return { keep: true, value: { kind: 'written', n, replayed: false } };
}

/** How much one person has written in the last hour, whatever the case; two messages at once are counted one after the other. */
async function isFlooding(
  client: pg.ClientBase,
  by: string,
  kind: keyof typeof mostMessages,
  now: Date,
): Promise<boolean> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 4104))', [`messages of ${by}`]);
  await client.query(`SELECT eli4u.act_as('system', 'messages')`);
  const { rows } = await client.query<{ n: number }>(
    'SELECT count(*)::integer AS n FROM eli4u.case_message WHERE written_by = $1 AND at > $2',
    [by, new Date(now.getTime() - 3_600_000)],
  );
  return (rows[0]?.n ?? 0) >= mostMessages[kind];
}
