import type pg from 'pg';
import { answerDays } from '#lib/access/delegations/delegation.ts';
import type { Power, Scope } from '#lib/access/delegations/power.ts';
import type { Day } from '#lib/procedures/day.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { scopeColumns, type Proof } from './delegation-row.ts';
import { noteDelegation } from './note-delegation.ts';

/** What is written down of a delegation. */
export interface NewDelegation {
  power: Power;
  scope: Scope;
  from: Day;
  until: Day;
  /** Whom it names, by tax code. Nobody looks whether there is such a person. */
  named: { taxCode: string; name: string };
  proof: Proof | null;
}

export type Given =
  | { kind: 'given'; code: string }
  /** Cases that are none of the principal's. */
  | { kind: 'foreignCases' }
  /** Too many that nobody has answered or that hold. */
  | { kind: 'tooMany' };

/** Delegations of one principal, or claimed by one delegate, that may be open at a time. */
const mostOpen = 300;

/** Written by the principal, or by who administers it: the person that it names finds it when they sign in. */
export function giveDelegation(
  pool: pg.Pool,
  { principal, by, ...given }: NewDelegation & { principal: string; by: string },
  now: Date,
): Promise<Given> {
  return inTransaction<Given>(pool, async (client) => {
    await client.query(`SELECT eli4u.act_as('citizen', $1)`, [principal]);
    if (await hasTooMany(client, 'principal_agent', principal, now)) return { keep: false, value: { kind: 'tooMany' } };
    if (given.scope.kind === 'cases' && !(await areTheirs(client, principal, given.scope.cases)))
      return { keep: false, value: { kind: 'foreignCases' } };
    const before = await sameBefore(client, 'principal_agent', principal, given, now);
    if (before) return { keep: false, value: { kind: 'given', code: before } };
    const row = await write(client, { ...given, principal, delegate: null, basis: 'given', by }, now);
    const onBehalfOf = by === principal ? null : principal;
    await noteDelegation(client, row, 'given', { by: `citizen:${by}`, onBehalfOf, at: now });
    return { keep: true, value: { kind: 'given', code: row.code } };
  });
}

/** Shown by the delegate as a deed on paper: it holds once the office has confirmed it. */
export function claimDelegation(
  pool: pg.Pool,
  { delegate, ...claimed }: NewDelegation & { delegate: string; proof: Proof },
  now: Date,
): Promise<Given> {
  return inTransaction<Given>(pool, async (client) => {
    await client.query(`SELECT eli4u.act_as('citizen', $1)`, [delegate]);
    if (await hasTooMany(client, 'delegate_agent', delegate, now)) return { keep: false, value: { kind: 'tooMany' } };
    const before = await sameBefore(client, 'delegate_agent', delegate, claimed, now);
    if (before) return { keep: false, value: { kind: 'given', code: before } };
    const row = await write(client, { ...claimed, principal: null, delegate, basis: 'paper', by: delegate }, now);
    await noteDelegation(client, row, 'claimed', { by: `citizen:${delegate}`, onBehalfOf: null, at: now });
    return { keep: true, value: { kind: 'given', code: row.code } };
  });
}

async function hasTooMany(
  client: pg.ClientBase,
  side: 'principal_agent' | 'delegate_agent',
  agent: string,
  now: Date,
): Promise<boolean> {
  // Two that are sent at once are counted one after the other.
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 4105))', [agent]);
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM eli4u.delegation WHERE ${side} = $1 AND basis <> 'registered' AND ended_at IS NULL
        AND valid_to >= $2`,
    [agent, romeDay(now)],
  );
  return (rows[0]?.n ?? 0) >= mostOpen;
}

/** The very same one, that holds or is yet to be answered: a form that was sent twice is one delegation. The caller holds the lock. */
async function sameBefore(
  client: pg.ClientBase,
  side: 'principal_agent' | 'delegate_agent',
  agent: string,
  { power, scope, from, until, named, proof }: NewDelegation,
  now: Date,
): Promise<string | null> {
  const { types, cases } = scopeColumns(scope);
  const { rows } = await client.query<{ code: string }>(
    `SELECT d.code FROM eli4u.delegation d JOIN eli4u.delegation_named n ON n.delegation_id = d.id
      WHERE d.${side} = $1 AND d.basis <> 'registered' AND d.ended_at IS NULL AND d.power = $2 AND d.types IS NOT DISTINCT FROM $3::text[]
        AND d.cases IS NOT DISTINCT FROM $4::text[] AND d.valid_from = $5 AND d.valid_to = $6 AND n.tax_code = $7 AND n.name = $8
        AND d.proof_hash IS NOT DISTINCT FROM $9 AND (d.accepted_at IS NOT NULL OR d.given_at > $10::timestamptz - interval '${answerDays} days') LIMIT 1`,
    [agent, power, types, cases, from, until, named.taxCode, named.name, proof?.sha256 ?? null, now],
  );
  return rows[0]?.code ?? null;
}

async function areTheirs(client: pg.ClientBase, agent: string, cases: readonly string[]): Promise<boolean> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(DISTINCT procedure_id)::int AS n FROM eli4u.procedure_party WHERE agent_id = $1 AND procedure_id = ANY($2)`,
    [agent, cases],
  );
  return rows[0]?.n === new Set(cases).size;
}

interface Row extends NewDelegation {
  principal: string | null;
  delegate: string | null;
  basis: 'given' | 'paper';
  by: string;
}

async function write(
  client: pg.ClientBase,
  { principal, delegate, basis, by, power, scope, from, until, named, proof }: Row,
  now: Date,
): Promise<{ id: string; code: string }> {
  const { types, cases } = scopeColumns(scope);
  const { rows } = await client.query<{ id: string; code: string }>(
    `INSERT INTO eli4u.delegation (principal_agent, delegate_agent, basis, power, types, cases, valid_from, valid_to, given_at, given_by,
       accepted_at, proof_key, proof_hash, proof_format, proof_bytes)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL, $11, $12, $13, $14) RETURNING id::text, code`,
    [
      principal,
      delegate,
      basis,
      power,
      types,
      cases,
      from,
      until,
      now,
      by,
      ...[proof?.storageKey, proof?.sha256, proof?.format, proof?.bytes].map((one) => one ?? null),
    ],
  );
  const [row] = rows;
  if (!row) throw new Error('a delegation that was inserted has no row');
  await client.query(
    'INSERT INTO eli4u.delegation_named (delegation_id, side, tax_code, name) VALUES ($1, $2, $3, $4)',
    [row.id, principal === null ? 'principal' : 'delegate', named.taxCode, named.name],
  );
  return row;
}
