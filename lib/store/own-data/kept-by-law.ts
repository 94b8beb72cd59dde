import type pg from 'pg';

/** A case of somebody that is kept, until when. */
export interface KeptCase {
  id: string;
  title: string;
  /** Running, or closed and when; `from` what the term is reckoned from is the archive's affair. */
  closedOn: string | null;
  disposition: 'keep' | 'destroy' | null;
  until: string | null;
}

/** What is kept although somebody would have it erased: how much of it, and the first of the cases. */
export interface KeptByLaw {
  cases: number;
  running: number;
  forEver: number;
  /** Closed with a day on which they may be discarded, the soonest first. */
  dated: KeptCase[];
  delegations: number;
}

const mostDated = 20;

/** Counts what of an agent is kept by law, with the days where the conservation plan says them. */
export async function keptByLaw(pool: pg.Pool, agent: string): Promise<KeptByLaw> {
  const of = `FROM eli4u.procedure p JOIN eli4u.record r ON r.id = p.id
    WHERE p.id IN (SELECT procedure_id FROM eli4u.procedure_party WHERE agent_id = $1)`;
  const [counted, dated, delegations] = await Promise.all([
    pool.query<{ cases: number; running: number; forEver: number }>(
      `SELECT count(*)::int AS cases, count(*) FILTER (WHERE r.closed_on IS NULL)::int AS running,
              count(*) FILTER (WHERE r.disposition = 'keep')::int AS "forEver" ${of}`,
      [agent],
    ),
    pool.query<KeptCase>(
      `SELECT p.id, p.title, r.closed_on::text AS "closedOn", r.disposition, r.disposition_on::text AS until ${of}
          AND r.closed_on IS NOT NULL AND r.disposition = 'destroy' ORDER BY r.disposition_on, p.id LIMIT ${mostDated}`,
      [agent],
    ),
    pool.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM eli4u.delegation WHERE principal_agent = $1 OR delegate_agent = $1',
      [agent],
    ),
  ]);
  const { cases = 0, running = 0, forEver = 0 } = counted.rows[0] ?? {};
  return { cases, running, forEver, dated: dated.rows, delegations: delegations.rows[0]?.n ?? 0 };
}
