import type pg from 'pg';
import { publicEvents } from '#lib/access/public-events.ts';

/** Something that happened in a case of somebody's. */
export interface CaseNews {
  agent: string;
  /** Who did it, as events name them. */
  actor: string;
  at: string;
}

/** What open pages are told from: one question for all of them, however many they are. */
export function liveNews(pool: Pick<pg.Pool, 'query'>) {
  return {
    /** What happened after an instant in cases of these people; of events alike for somebody the last. */
    findNews: async (agents: readonly string[], since: Date): Promise<CaseNews[]> => {
      const { rows } = await pool.query<CaseNews>(
        `SELECT y.agent_id AS agent, e.actor, max(e.at) AS at
           FROM eli4u.procedure_event e JOIN eli4u.procedure_party y ON y.procedure_id = e.procedure_id
          WHERE e.at > $2 AND e.kind = ANY($3) AND y.agent_id = ANY($1) GROUP BY 1, 2`,
        [agents, since, publicEvents],
      );
      return rows;
    },
    /** Which of these sessions are over. */
    findEnded: async (sessions: readonly string[], now: Date): Promise<string[]> => {
      const { rows } = await pool.query<{ id: string }>(
        `SELECT t.id FROM unnest($1::uuid[]) AS t (id) LEFT JOIN eli4u.sign_in_session s USING (id)
          WHERE s.id IS NULL OR s.ended_at IS NOT NULL OR s.ends_at <= $2`,
        [sessions, now],
      );
      return rows.map(({ id }) => id);
    },
  };
}
