import type pg from 'pg';
import { withinReach, Bound } from '../reach-sql.ts';
import type { WhoseCases } from '../my-cases.ts';
import { cursorOf, instantPlaceOf } from './message-cursor.ts';
import { readAs } from './acting.ts';
import type { ConversationLine, ConversationPage } from './case-message.ts';

/** A message of the office to somebody's thread that whoever looks has not seen; wants `eli4u.procedure p` and the placeholders of both. */
export const unseenMessages = (agent: string, reader: string): string =>
  `SELECT FROM eli4u.procedure_event e JOIN eli4u.procedure_party t ON t.procedure_id = e.procedure_id AND t.agent_id = ${agent}
    WHERE e.procedure_id = p.id AND e.kind = 'messageSent' AND e.payload ->> 'from' = 'office'
      AND e.payload ->> 'thread' = CASE t.role WHEN 'counterparty' THEN t.agent_id ELSE 'applicants' END
      AND e.n > coalesce((SELECT s.n FROM eli4u.case_seen s WHERE s.agent_id = ${reader} AND s.procedure_id = p.id), 0)`;

/** The conversations of somebody with the office, a line for each case, the latest first. */
export async function listConversations(
  pool: pg.Pool,
  { agent, reader, reach }: WhoseCases,
  page: { after?: string | undefined; limit: number },
): Promise<ConversationPage> {
  const bound = new Bound();
  const who = bound.bind(agent, 'text');
  const limit = Math.min(Math.max(Math.trunc(page.limit), 1), 100);
  const place = instantPlaceOf(page.after);
  const after = place
    ? `AND (m.at, p.id) < (${bound.bind(place[0], 'timestamptz')}, ${bound.bind(place[1], 'text')})`
    : '';
  const rows = await readAs(pool, { kind: 'citizen', id: agent }, async (client) => {
    const found = await client.query<{
      procedure: string;
      title: string;
      code: string;
      version: number;
      text: string;
      at: string;
      from_office: boolean;
      is_new: boolean;
    }>(
      `SELECT p.id AS procedure, p.title, p.type_code AS code, p.type_version AS version, m.text, m.at, m.from_office,
              EXISTS (${unseenMessages(who, bound.bind(reader, 'text'))}) AS is_new
         FROM (SELECT procedure_id, max(n) AS n FROM eli4u.case_message
                WHERE procedure_id IN (SELECT procedure_id FROM eli4u.procedure_party WHERE agent_id = ${who})
                GROUP BY procedure_id) l
         JOIN eli4u.case_message m ON m.procedure_id = l.procedure_id AND m.n = l.n
         JOIN eli4u.procedure p ON p.id = l.procedure_id
        WHERE ${withinReach(reach, bound)} ${after} ORDER BY m.at DESC, p.id DESC LIMIT ${bound.bind(limit + 1, 'bigint')}`,
      bound.values,
    );
    return found.rows;
  });
  const lines = rows.slice(0, limit).map((row): ConversationLine => ({
    procedure: row.procedure,
    title: row.title,
    type: { code: row.code, version: row.version },
    last: { text: row.text, at: row.at, fromOffice: row.from_office },
    isNew: row.is_new,
  }));
  const last = lines.at(-1);
  return { lines, next: last && rows.length > limit ? cursorOf([last.last.at, last.procedure]) : null };
}
