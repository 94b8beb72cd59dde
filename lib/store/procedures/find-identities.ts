import type pg from 'pg';
import { z } from 'zod';
import type { LookedAs } from '#lib/access/looks.ts';
import { actorName, type Actor } from './actor.ts';
import type { Identity } from './case-view.ts';
import { inTransaction } from './in-transaction.ts';

const text = z.string().optional().catch(undefined);
const contactsSchema = z.object({ email: text, pec: text, phone: text, address: text });

/** Tax codes and contacts of the parties of a case, as the rule of `agent_identity` lets this actor see them; that they were looked at is audited. */
export async function findIdentities(
  pool: pg.Pool,
  procedure: string,
  actor: Actor,
  as: LookedAs | null,
): Promise<Identity[]> {
  return inTransaction(pool, async (client) => {
    await client.query('SELECT eli4u.act_as($1, $2)', [actor.kind, actor.kind === 'system' ? 'store' : actor.id]);
    const { rows } = await client.query<{ agent: string; tax_code: string | null; contacts: unknown }>(
      `SELECT i.agent_id AS agent, i.tax_code, i.contacts FROM eli4u.agent_identity i
        WHERE i.agent_id IN (SELECT agent_id FROM eli4u.procedure_party WHERE procedure_id = $1) ORDER BY 1`,
      [procedure],
    );
    await client.query(
      `INSERT INTO eli4u.audit_event (actor, action, subject_id, details) VALUES ($1, 'identity.read', $2, $3)`,
      [actorName(actor), procedure, JSON.stringify({ agents: rows.map(({ agent }) => agent), ...as })],
    );
    const value = rows.map((row) => ({
      agent: row.agent,
      taxCode: row.tax_code,
      contacts: contactsSchema.parse(row.contacts),
    }));
    return { keep: true, value };
  });
}
