import type pg from 'pg';
import type { Day } from '#lib/procedures/day.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { delegationColumns, delegationOf, delegationTables, type DelegationView } from './delegation-row.ts';

export interface DelegationPage {
  items: DelegationView[];
  /** What `after` takes for those before them in time. */
  next: string | null;
}

const pageOf = 50;

const mine: Record<'given' | 'received', string> = {
  given: 'd.principal_agent = $1',
  received: `(d.delegate_agent = $1 OR (d.delegate_agent IS NULL AND d.id IN (
    SELECT m.delegation_id FROM eli4u.delegation_named m WHERE m.side = 'delegate'
       AND m.tax_code = (SELECT i.tax_code FROM eli4u.agent_identity i WHERE i.agent_id = $1))))`,
};

/** Those that an agent has given, or received, the latest first. */
export const listDelegations = (
  pool: pg.Pool,
  agent: string,
  side: 'given' | 'received',
  after: string | undefined,
  today: Day,
): Promise<DelegationPage> => read(pool, { role: 'citizen', id: agent }, mine[side], after, today);

/** Deeds on paper that wait for the office. */
export const listToCheck = (
  pool: pg.Pool,
  member: string,
  after: string | undefined,
  today: Day,
): Promise<DelegationPage> =>
  read(
    pool,
    { role: 'officer', id: member },
    `$1::text IS NOT NULL AND d.basis = 'paper' AND d.accepted_at IS NULL AND d.ended_at IS NULL AND d.valid_to >= $4`,
    after,
    today,
  );

/** How many wait for the office, counted up to a hundred. */
export async function countToCheck(pool: pg.Pool, today: Day): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM (SELECT FROM eli4u.delegation
        WHERE basis = 'paper' AND accepted_at IS NULL AND ended_at IS NULL AND valid_to >= $1 LIMIT 100) w`,
    [today],
  );
  return rows[0]?.n ?? 0;
}

/** One, for whoever is a side of it or checks deeds; null for any other and for none. */
export async function findDelegation(
  pool: pg.Pool,
  code: string,
  reader: { kind: 'citizen' | 'officer'; id: string },
  today: Day,
): Promise<DelegationView | null> {
  const condition =
    reader.kind === 'officer' ? `$1::text IS NOT NULL AND d.basis = 'paper'` : `(${mine.given} OR ${mine.received})`;
  const page = await read(pool, { role: reader.kind, id: reader.id }, condition, undefined, today, code);
  return page.items[0] ?? null;
}

async function read(
  pool: pg.Pool,
  as: { role: 'citizen' | 'officer'; id: string },
  condition: string,
  after: string | undefined,
  today: Day,
  code: string | null = null,
): Promise<DelegationPage> {
  const before = after && /^\d{1,18}$/.test(after) ? after : null;
  return inTransaction(pool, async (client) => {
    await client.query('SELECT eli4u.act_as($1, $2)', [as.role, as.id]);
    const { rows } = await client.query<{ id: string }>(
      `SELECT d.id::text, ${delegationColumns} FROM ${delegationTables}
        WHERE ${condition} AND ($2::bigint IS NULL OR d.id < $2) AND $4::date IS NOT NULL AND ($3::uuid IS NULL OR d.code = $3) ORDER BY d.id DESC LIMIT ${pageOf + 1}`,
      [as.id, before, code, today],
    );
    const shown = rows.slice(0, pageOf);
    const next = rows.length > pageOf ? (shown.at(-1)?.id ?? null) : null;
    return { keep: true, value: { items: shown.map((row) => delegationOf(row, today)), next } };
  });
}
