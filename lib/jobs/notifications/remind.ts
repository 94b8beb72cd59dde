import type pg from 'pg';
import type { Day } from '#lib/procedures/day.ts';
import { addDays } from '#lib/procedures/day.ts';
import type { Informative } from '#lib/relationship/notification.ts';
import type { Channel } from '#lib/relationship/preferences.ts';
import { reminderDays, reminderKey, reminderOn } from '#lib/relationship/reminders.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { makeNotifications } from '#lib/store/notifications/make-notifications.ts';

const batch = 500;

interface Row {
  id: string;
  number: number;
  year: number;
  due_on: Day;
  since: Day;
  agents: string[];
}

/** Something of theirs that is due, where it is waited for; told to those whose turn it is. */
const actions = {
  what: 'action',
  reason: 'actionDue',
  sql: `SELECT p.id, p.protocol_number AS number, p.protocol_year AS year, p.activity_due_on AS due_on, (p.document->'at'->>'startedOn')::date AS since,
               ARRAY(SELECT DISTINCT y.agent_id FROM eli4u.procedure_party y WHERE y.procedure_id = p.id
                        AND (y.role = 'counterparty') = (p.waiting_for = 'counterparty')) AS agents
          FROM eli4u.procedure p
         WHERE p.state = 'running' AND p.waiting_for IN ('applicant', 'counterparty') AND p.activity_due_on BETWEEN $1 AND $2
           AND (p.activity_due_on, p.id) > ($3, $4) ORDER BY p.activity_due_on, p.id LIMIT ${batch}`,
} as const;

/** A term of the Comune's that runs, which its parties wait for. */
const terms = {
  what: 'term',
  reason: 'termDue',
  sql: `SELECT p.id, p.protocol_number AS number, p.protocol_year AS year, p.due_on, p.filed_on AS since,
               ARRAY(SELECT DISTINCT y.agent_id FROM eli4u.procedure_party y WHERE y.procedure_id = p.id AND y.role <> 'counterparty') AS agents
          FROM eli4u.procedure p
         WHERE p.state = 'running' AND p.clock_state = 'runs' AND p.due_order BETWEEN $1 AND $2
           AND (p.due_order, p.id) > ($3, $4) ORDER BY p.due_order, p.id LIMIT ${batch}`,
} as const;

/** Reminds of what is due in 15, 5 and 1 days. Whoever asks again on a day tells nobody twice. @returns how many were told */
export async function remind(
  pool: pg.Pool,
  { today, now, configured }: { today: Day; now: Date; configured: readonly Channel[] },
  signal?: AbortSignal,
): Promise<number> {
  let told = 0;
  for (const { what, reason, sql } of [actions, terms]) {
    const until = addDays(today, reminderDays[0]);
    for (let place: [Day, string] | null = [today, '']; place && !signal?.aborted;) {
      const { rows }: { rows: Row[] } = await pool.query<Row>(sql, [today, until, ...place]);
      const due = rows.flatMap((row): Informative[] => {
        const days = reminderOn(today, { since: row.since, dueOn: row.due_on });
        if (days === null) return [];
        const { id, number, year, due_on: by } = row;
        const about = { of: 'case' as const, procedure: id, number, year, reason, by, served: false };
        return row.agents.map((agent) => ({
          kind: 'informative',
          agent,
          key: reminderKey(what, id, by, days),
          about,
        }));
      });
      told += await inTransaction(pool, async (client) => ({
        keep: true,
        value: await makeNotifications(client, due, { at: now, now, configured }),
      }));
      const last = rows.at(-1);
      place = last && rows.length === batch ? [last.due_on, last.id] : null;
    }
  }
  return told;
}
