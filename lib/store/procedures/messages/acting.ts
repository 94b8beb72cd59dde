import type pg from 'pg';
import { inTransaction } from '../in-transaction.ts';
import type { ThreadActor } from './case-message.ts';

/** Reads messages as somebody, and no more than the rule of their table lets them. */
export const readAs = <T>(pool: pg.Pool, actor: ThreadActor, read: (client: pg.ClientBase) => Promise<T>): Promise<T> =>
  inTransaction(pool, async (client) => {
    await actAs(client, actor);
    return { keep: true, value: await read(client) };
  });

/** Opens the rest of a transaction for somebody. */
export async function actAs(client: pg.ClientBase, { kind, id }: ThreadActor): Promise<void> {
  await client.query('SELECT eli4u.act_as($1, $2)', [kind, id]);
}
