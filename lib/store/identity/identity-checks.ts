import type pg from 'pg';
import type { IdentityCheck, IdentityDocument } from '#lib/access/identity.ts';
import type { Keeper } from '#lib/store/keeping/actor.ts';
import { audit } from '#lib/store/keeping/audit.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';

/** In whose name checks are read: a citizen their own, an officer those of whose case they handle. */
export type CheckReader = { kind: 'citizen' | 'officer'; id: string };

/** Checks of one person that are told; nobody shows a document more often. */
const most = 50;

/** When the office saw who somebody is, the latest first. */
export const checksOf = (pool: pg.Pool, agent: string, reader: CheckReader): Promise<IdentityCheck[]> =>
  inTransaction(pool, async (client) => {
    await client.query('SELECT eli4u.act_as($1, $2)', [reader.kind, reader.id]);
    const { rows } = await client.query<IdentityCheck>(
      `SELECT document, country, expires_on AS "expiresOn", checked_on AS "checkedOn" FROM eli4u.identity_check
        WHERE agent_id = $1 ORDER BY checked_on DESC, id DESC LIMIT ${most}`,
      [agent],
    );
    return { keep: true, value: rows };
  });

/** What somebody saw, and with which request. */
export interface SeenDocument {
  procedure: string;
  agent: string;
  document: IdentityDocument;
  country: string;
  expiresOn: string;
}

/** Notes on a request that its applicant showed who they are. Whether who notes it may `lib/access` has said. */
export const noteIdentity = (
  pool: pg.Pool,
  { procedure, agent, ...seen }: SeenDocument,
  keeper: Keeper,
): Promise<void> =>
  inTransaction(pool, async (client) => {
    await client.query('SELECT eli4u.act_as($1, $2)', ['officer', keeper.by.replace(/^officer:/, '')]);
    await client.query(
      `INSERT INTO eli4u.identity_check (agent_id, procedure_id, document, country, expires_on, checked_on, checked_at, checked_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [agent, procedure, seen.document, seen.country, seen.expiresOn, keeper.today, keeper.now, keeper.by],
    );
    await audit(client, keeper, 'identity.checked', procedure, { agent, ...seen });
    return { keep: true, value: undefined };
  });
