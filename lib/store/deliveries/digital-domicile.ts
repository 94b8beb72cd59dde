import type pg from 'pg';
import type { Actor } from '#lib/store/procedures/actor.ts';
import { findIdentities } from '#lib/store/procedures/find-identities.ts';

/** The PEC address that a party gave (CAD art. 3-bis c. 4-quinquies); that it was read is audited. Null for none. */
export async function digitalDomicileOf(
  pool: pg.Pool,
  procedure: string,
  agent: string,
  actor: Actor,
): Promise<string | null> {
  const identities = await findIdentities(pool, procedure, actor, null);
  return identities.find((one) => one.agent === agent)?.contacts.pec ?? null;
}
