import type pg from 'pg';
import type { Registration } from '#lib/procedures/cases/filing-facts.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import type { DocumentToRegister } from './document-to-register.ts';
import { registerDocuments, type RegisterBook } from './register-documents.ts';

/**
 * Registers a message and notes its number in one transaction: a message is registered once, whatever ends the process and whoever else is at
 * it. Null where it is registered, or not to be.
 * @param remark what the list of messages says of it from now on
 */
export async function registerMessage(
  pool: pg.Pool,
  id: string,
  document: DocumentToRegister,
  { book, ids, now, remark }: { book: RegisterBook; ids: readonly string[]; now: Date; remark: string | null },
): Promise<Registration | null> {
  return inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `SELECT FROM eli4u.mail_message WHERE id = $1 AND state = 'toRegister' FOR UPDATE`,
      [id],
    );
    if (!rowCount) return { keep: false, value: null };
    const [registration] = await registerDocuments(client, book, [{ document, ids, at: now }]);
    if (!registration) throw new Error('the register gave no number');
    await client.query(
      `UPDATE eli4u.mail_message SET state = 'registered', register = $2, year = $3, number = $4, reason = coalesce($5, reason) WHERE id = $1`,
      [id, registration.register, registration.year, registration.number, remark],
    );
    return { keep: true, value: registration };
  });
}
