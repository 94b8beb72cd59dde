import { z } from 'zod';
import {
  bases,
  endings,
  stateOf,
  type DelegationFacts,
  type DelegationState,
} from '#lib/access/delegations/delegation.ts';
import { powers, type Power, type Scope } from '#lib/access/delegations/power.ts';
import type { Day } from '#lib/procedures/day.ts';

/** A scope as its columns say it: `*` stands for all. */
export interface ScopeColumns {
  power: Power;
  types: readonly string[];
  cases: readonly string[];
}

export function scopeOf({ types, cases }: Pick<ScopeColumns, 'types' | 'cases'>): Scope {
  if (!cases.includes('*')) return { kind: 'cases', cases };
  return types.includes('*') ? { kind: 'all' } : { kind: 'types', types };
}

export const scopeColumns = (scope: Scope): Pick<ScopeColumns, 'types' | 'cases'> => ({
  types: scope.kind === 'types' ? scope.types : ['*'],
  cases: scope.kind === 'cases' ? scope.cases : ['*'],
});

/** SQL: whether a delegation holds on a day; `stateOf` says the same of one that was read. */
export const inForce = (alias: string, today: string): string =>
  `${alias}.accepted_at IS NOT NULL AND ${alias}.ended_at IS NULL AND ${alias}.valid_from <= ${today} AND (${alias}.valid_to IS NULL OR ${alias}.valid_to >= ${today})`;

/** A deed that was shown, as it is kept. */
export interface Proof {
  storageKey: string;
  sha256: string;
  format: string;
  bytes: number;
}

/** A delegation as its sides read it. */
export interface DelegationView extends DelegationFacts {
  /** In addresses. */
  code: string;
  power: Power;
  scope: Scope;
  principal: { agent: string | null; name: string };
  delegate: { agent: string | null; name: string };
  /** Only of whom the delegation itself names. */
  taxCode: string | null;
  proof: Proof | null;
  state: DelegationState;
}

const rowSchema = z.object({
  code: z.string(),
  basis: z.enum(bases),
  power: z.enum(powers),
  types: z.array(z.string()),
  cases: z.array(z.string()),
  given_on: z.string(),
  valid_from: z.string(),
  valid_to: z.string().nullable(),
  accepted_on: z.string().nullable(),
  ended_on: z.string().nullable(),
  ended_how: z.enum(endings).nullable(),
  ended_reason: z.string().nullable(),
  principal_agent: z.string().nullable(),
  principal_name: z.string().nullable(),
  delegate_agent: z.string().nullable(),
  delegate_name: z.string().nullable(),
  named: z.string().nullable(),
  tax_code: z.string().nullable(),
  proof_key: z.string().nullable(),
  proof_hash: z.string().nullable(),
  proof_format: z.string().nullable(),
  proof_bytes: z.coerce.number().nullable(),
});

const rome = (column: string) => `(${column} AT TIME ZONE 'Europe/Rome')::date::text`;

/** Columns and tables of a view; needs a transaction that `act_as` opened. */
export const delegationColumns = `d.code, d.basis, d.power, d.types, d.cases, ${rome('d.given_at')} AS given_on, d.valid_from::text, d.valid_to::text,
  ${rome('d.accepted_at')} AS accepted_on, ${rome('d.ended_at')} AS ended_on, d.ended_how, d.ended_reason, d.principal_agent,
  p.authorised_name AS principal_name, d.delegate_agent, q.authorised_name AS delegate_name, n.name AS named, n.tax_code,
  d.proof_key, d.proof_hash, d.proof_format, d.proof_bytes`;
export const delegationTables = `eli4u.delegation d LEFT JOIN eli4u.agent p ON p.id = d.principal_agent
  LEFT JOIN eli4u.agent q ON q.id = d.delegate_agent LEFT JOIN eli4u.delegation_named n ON n.delegation_id = d.id`;

/** A row as it stands today. The name that was typed is shown until the person themselves has accepted. */
export function delegationOf(given: unknown, today: Day): DelegationView {
  const row = rowSchema.parse(given);
  const facts: DelegationFacts = {
    basis: row.basis,
    givenOn: row.given_on,
    from: row.valid_from,
    until: row.valid_to,
    acceptedOn: row.accepted_on,
    ended:
      row.ended_how === null || row.ended_on === null
        ? null
        : { how: row.ended_how, on: row.ended_on, reason: row.ended_reason },
  };
  const { proof_key: key, proof_hash: sha256, proof_format: format, proof_bytes: bytes } = row;
  return {
    ...facts,
    code: row.code,
    power: row.power,
    scope: scopeOf(row),
    principal: { agent: row.principal_agent, name: row.principal_name ?? row.named ?? '' },
    delegate: { agent: row.delegate_agent, name: row.delegate_name ?? row.named ?? '' },
    taxCode: row.tax_code,
    proof: key && sha256 && format && bytes !== null ? { storageKey: key, sha256, format, bytes } : null,
    state: stateOf(facts, today),
  };
}
