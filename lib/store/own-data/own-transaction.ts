import type pg from 'pg';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';

/** A transaction in which only what is said of one agent can be read or written. */
export const asAgent = <T>(pool: pg.Pool, agent: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> =>
  inTransaction<T>(pool, async (client) => {
    await client.query(`SELECT eli4u.act_as('citizen', $1)`, [agent]);
    return { keep: true, value: await work(client) };
  });
