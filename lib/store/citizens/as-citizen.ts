import pg from 'pg';
import { citizenOf, type Reach } from '#lib/access/reach.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';

/** What a read asks by: the pool, or one connection in a citizen's transaction. */
export type Reader = Pick<pg.ClientBase, 'query'>;

/**
 * Runs reads as the role `citizen`: one transaction that only reads, in which PostgreSQL shows of cases what is theirs and nothing else. Role and
 * identity end with it, however it ends, so that the connection goes back to the pool as nobody's. Takes no second connection: nor may `work`.
 * @param agents the person who looks, first, and those for whom they may
 */
export function asCitizen<T>(
  pool: pg.Pool,
  agents: readonly string[],
  work: (reader: Reader) => Promise<T>,
): Promise<T> {
  const given = pg.escapeLiteral(JSON.stringify(agents));
  return inTransaction(
    pool,
    async (client) => ({ keep: true, value: await work(client) }),
    `BEGIN; SELECT eli4u.act_as_citizen(ARRAY(SELECT jsonb_array_elements_text(${given}::jsonb)))`,
  );
}

/** Reads within a reach: own cases as the role `citizen`, an office's as the application. Without a reach nothing is asked of a citizen. */
export function readWithin<T>(
  pool: pg.Pool,
  reach: Reach | undefined,
  work: (reader: Reader) => Promise<T>,
): Promise<T> {
  const agents = reach && citizenOf(reach);
  return agents ? asCitizen(pool, agents, work) : work(pool);
}
