import type pg from 'pg';
import type { Reach } from '#lib/access/reach.ts';
import { isWithinReach } from '../find-case.ts';
import { readAs } from './acting.ts';
import type { CaseMessage, ThreadActor } from './case-message.ts';

/** Most messages of a case that are read at once: the latest, or those before one. */
const mostShown = 200;

export interface MessagePage {
  /** In the order in which they were written. */
  messages: CaseMessage[];
  /** Whether there are earlier ones; `before` the first of these. */
  earlier: boolean;
}

/**
 * Messages of threads of a case within reach.
 * @param actor the officer, or the party whose thread it is
 */
export async function listMessages(
  pool: pg.Pool,
  {
    id,
    reach,
    actor,
    threads,
    before,
  }: {
    id: string;
    reach: Reach;
    actor: ThreadActor;
    threads: readonly string[];
    before?: number | undefined;
  },
): Promise<MessagePage> {
  if (threads.length === 0 || !(await isWithinReach(pool, id, reach))) return { messages: [], earlier: false };
  const found = await readAs(pool, actor, async (client) => {
    const { rows } = await client.query<CaseMessage>(
      `SELECT n, thread, from_office AS "fromOffice", written_by AS "writtenBy", party, text, at FROM eli4u.case_message
        WHERE procedure_id = $1 AND thread = ANY($2) AND n < $3 ORDER BY n DESC LIMIT ${mostShown + 1}`,
      [id, threads, before ?? 2_147_483_647],
    );
    return rows;
  });
  return { messages: found.slice(0, mostShown).reverse(), earlier: found.length > mostShown };
}
