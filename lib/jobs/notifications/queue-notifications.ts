import type pg from 'pg';
import { z } from 'zod';
import type { OutboxRow } from '#lib/jobs/outbox.ts';
import { procedureEventSchema } from '#lib/procedures/cases/procedure-event.ts';
import type { ActivityCatalogue } from '#lib/procedures/types/activity-type.ts';
import { freshDays, newsOfStep, stepKey, type News, type PartyRole } from '#lib/relationship/news.ts';
import type { Informative } from '#lib/relationship/notification.ts';
import type { Channel } from '#lib/relationship/preferences.ts';
import { before } from '#lib/relationship/topics.ts';
import { makeNotifications } from '#lib/store/notifications/make-notifications.ts';
import { procedureTopic } from '#lib/store/procedures/save-steps.ts';

/** Of the last event of a step; rows written before steps were told stand for themselves. */
const rowSchema = z.object({
  id: z.string(),
  version: z.int(),
  at: z.string(),
  first: z.int().optional(),
  last: z.int().optional(),
});

interface CaseRow {
  number: number;
  year: number;
  parties: { agent: string; role: PartyRole }[];
  events: { payload: unknown; actor: string }[];
}

/**
 * Who is told of a step of a case: in the transaction that takes its events out of the outbox, and once whatever is killed between, for a step
 * has its key. Nobody is told of what they did themselves.
 */
export async function queueNotifications(
  client: pg.ClientBase,
  row: OutboxRow,
  { now, catalogue, configured }: { now: Date; catalogue: ActivityCatalogue; configured: readonly Channel[] },
): Promise<void> {
  if (row.topic !== procedureTopic) return;
  const { id, version, at, first = version, last = version } = rowSchema.parse(row.payload);
  const happened = new Date(at);
  if (version !== last || now.getTime() - happened.getTime() > freshDays * 86_400_000) return;
  const { rows } = await client.query<CaseRow>(
    `SELECT p.protocol_number AS number, p.protocol_year AS year,
            (SELECT coalesce(json_agg(json_build_object('agent', y.agent_id, 'role', y.role) ORDER BY y.ordinal), '[]')
               FROM eli4u.procedure_party y WHERE y.procedure_id = p.id) AS parties,
            (SELECT json_agg(json_build_object('payload', e.payload, 'actor', e.actor) ORDER BY e.n)
               FROM eli4u.procedure_event e WHERE e.procedure_id = p.id AND e.n BETWEEN $2 AND $3) AS events
       FROM eli4u.procedure p WHERE p.id = $1`,
    [id, first, last],
  );
  const [found] = rows;
  if (!found) return;
  const news = newsOfStep(
    found.events.map(({ payload }) => procedureEventSchema.parse(payload)),
    catalogue,
  );
  const actor = found.events[0]?.actor ?? '';
  const { number, year } = found;
  const notifications = perAgent(found.parties, news)
    .filter(({ agent }) => actor !== `citizen:${agent}`)
    .map(({ agent, told }): Informative => ({
      kind: 'informative',
      agent,
      key: stepKey(id, first),
      about: { of: 'case', procedure: id, number, year, ...told },
    }));
  await makeNotifications(client, notifications, { at: happened, now, configured });
}

/** Who takes part in two roles is told once, the more telling of both. */
function perAgent(parties: CaseRow['parties'], news: ReadonlyMap<PartyRole, News>): { agent: string; told: News }[] {
  const best = new Map<string, News>();
  for (const { agent, role } of parties) {
    const told = news.get(role);
    const known = best.get(agent);
    if (told && (!known || before(told.reason, known.reason))) best.set(agent, told);
  }
  return [...best].map(([agent, told]) => ({ agent, told }));
}
