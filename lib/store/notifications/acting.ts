import type pg from 'pg';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';

/** In whose name addresses and devices are read: each person their own, the worker all. */
export type NoticeReader = { kind: 'citizen'; agent: string } | { kind: 'system' };

/** Opens the tables under row-level security for the rest of the caller's transaction. */
export async function actAs(client: pg.ClientBase, reader: NoticeReader): Promise<void> {
  await client.query('SELECT eli4u.act_as($1, $2)', [
    reader.kind,
    reader.kind === 'citizen' ? reader.agent : 'notifications',
  ]);
}

/** Work in a transaction of their own. */
export const acting = <T>(
  pool: pg.Pool,
  reader: NoticeReader,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> =>
  inTransaction(pool, async (client) => {
    await actAs(client, reader);
    return { keep: true, value: await work(client) };
  });
