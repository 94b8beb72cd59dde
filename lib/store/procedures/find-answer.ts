import type pg from 'pg';
import type { Reach } from '#lib/access/reach.ts';
import { procedureEventSchema } from '#lib/procedures/cases/procedure-event.ts';
import type { SentAnswer } from './answer-port.ts';
import { documentColumns, documentOf } from './document-row.ts';
import { isWithinReach } from './find-case.ts';

/** An answer by the record of its letter; null where none is within reach. */
export async function findAnswer(pool: pg.Pool, id: string, record: string, reach: Reach): Promise<SentAnswer | null> {
  if (record.includes('\0') || !(await isWithinReach(pool, id, reach))) return null;
  const { rows: events } = await pool.query<{ n: number; actor: string; payload: unknown; resumed: boolean }>(
    `SELECT e.n, e.actor, e.payload,
            EXISTS (SELECT FROM eli4u.procedure_event r WHERE r.procedure_id = e.procedure_id AND r.n = e.n + 1 AND r.kind = 'clockResumed') AS resumed
       FROM eli4u.procedure_event e
      WHERE e.procedure_id = $1 AND e.kind = 'answerReceived' AND e.payload ->> 'document' = $2 ORDER BY e.n LIMIT 1`,
    [id, record],
  );
  const [found] = events;
  const event = found && procedureEventSchema.parse(found.payload);
  if (!found || event?.kind !== 'answerReceived') return null;
  const { rows } = await pool.query(
    `SELECT ${documentColumns}
       FROM eli4u.procedure_document o JOIN eli4u.document d ON d.record_id = o.record_id JOIN eli4u.record r ON r.id = o.record_id
       JOIN eli4u.document n ON n.record_id = coalesce(o.registered_with, o.record_id)
      WHERE o.procedure_id = $1 AND (o.record_id = $2 OR o.registered_with = $2) ORDER BY o.ordinal LIMIT 100`,
    [id, record],
  );
  const [letter, ...documents] = rows.map(documentOf);
  if (letter?.record !== record) return null;
  return {
    letter,
    documents,
    sentBy: found.actor,
    party: event.party,
    words: event.note,
    resumed: found.resumed,
  };
}
