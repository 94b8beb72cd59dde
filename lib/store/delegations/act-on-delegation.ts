import type pg from 'pg';
import { actsOf, endingOf, type DelegationAct, type Side } from '#lib/access/delegations/delegation.ts';
import { inTransaction, type Outcome } from '#lib/store/procedures/in-transaction.ts';
import { givenAgent } from '#lib/store/procedures/resolve-parties.ts';
import { delegationColumns, delegationOf, delegationTables, type DelegationView } from './delegation-row.ts';
import { noteDelegation, type DelegationActor } from './note-delegation.ts';

/** What somebody does about a delegation. */
export interface DelegationRequest {
  code: string;
  act: DelegationAct;
  reason: string | null;
  /** As whom: the agent whose side it is, or a member of the staff that checks deeds. */
  as: { side: 'principal' | 'delegate'; agent: string } | { side: 'office'; member: string };
  actor: DelegationActor;
}

export type DelegationResult =
  | { kind: 'done' }
  /** None of theirs, or none at all. */
  | { kind: 'unknown' }
  /** Not from where it stands now: somebody was first, or its day has passed. */
  | { kind: 'refused'; state: DelegationView['state'] }
  /** The deed is of the delegate themselves. */
  | { kind: 'self' };

/** SQL: whether a delegation is of that side; a person whom it names by tax code is the delegate before they have accepted. */
const ofSide: Record<Side, string> = {
  principal: 'd.principal_agent = $2',
  delegate: `(d.delegate_agent = $2 OR (d.delegate_agent IS NULL AND n.side = 'delegate'
    AND n.tax_code = (SELECT i.tax_code FROM eli4u.agent_identity i WHERE i.agent_id = $2)))`,
  office: `d.basis = 'paper' AND $2::text IS NOT NULL`,
};

/** One act on one delegation: locked, looked at as it stands, decided in `lib/access`, written. @param fresh gives the id of a new agent */
export async function actOnDelegation(
  pool: pg.Pool,
  fresh: () => Promise<string>,
  request: DelegationRequest,
  today: string,
): Promise<DelegationResult> {
  const id = request.act === 'confirm' ? await fresh() : '';
  return inTransaction(pool, (client) => actIn(client, request, today, id));
}

async function actIn(
  client: pg.ClientBase,
  { code, act, reason, as, actor }: DelegationRequest,
  today: string,
  fresh: string,
): Promise<Outcome<DelegationResult>> {
  const undone = (value: DelegationResult) => ({ keep: false, value });
  const who = as.side === 'office' ? as.member : as.agent;
  await client.query('SELECT eli4u.act_as($1, $2)', [as.side === 'office' ? 'officer' : 'citizen', who]);
  const { rows } = await client.query<{ id: string }>(
    `SELECT d.id::text, ${delegationColumns} FROM ${delegationTables} WHERE d.code = $1 AND ${ofSide[as.side]} FOR UPDATE OF d`,
    [code, who],
  );
  const [row] = rows;
  if (!row) return undone({ kind: 'unknown' });
  const delegation = delegationOf(row, today);
  if (!actsOf(delegation.state, as.side).includes(act)) return undone({ kind: 'refused', state: delegation.state });
  const ending = endingOf[act];
  if (ending)
    await client.query('UPDATE eli4u.delegation SET ended_at = $2, ended_how = $3, ended_reason = $4 WHERE id = $1', [
      row.id,
      actor.at,
      ending,
      reason,
    ]);
  else {
    const agent = act === 'confirm' ? await principalOf(client, delegation, fresh) : who;
    if (agent === (act === 'confirm' ? delegation.delegate.agent : delegation.principal.agent))
      return undone({ kind: 'self' });
    const side = act === 'confirm' ? 'principal_agent' : 'delegate_agent';
    await client.query(`UPDATE eli4u.delegation SET ${side} = $2, accepted_at = $3 WHERE id = $1`, [
      row.id,
      agent,
      actor.at,
    ]);
  }
  await noteDelegation(client, { id: row.id, code }, act, actor);
  return { keep: true, value: { kind: 'done' } };
}

/** Whom a confirmed deed is of: known by tax code, or known from now on. */
async function principalOf(
  client: pg.ClientBase,
  { taxCode, principal }: DelegationView,
  fresh: string,
): Promise<string> {
  await client.query(`SELECT eli4u.act_as('system', 'delegation')`);
  const kind = taxCode?.length === 11 ? ('corporateBody' as const) : ('person' as const);
  const { id } = await givenAgent(client, { kind, name: principal.name, taxCode: taxCode ?? '', contacts: {} }, fresh);
  return id;
}
