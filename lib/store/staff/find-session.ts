import type pg from 'pg';
import type { CitizenSession, Representation, StaffRole, StaffSession } from '#lib/access/session.ts';
import type { Day } from '#lib/procedures/day.ts';
import { inForce, scopeOf, type ScopeColumns } from '#lib/store/delegations/delegation-row.ts';

type Queryable = Pick<pg.Pool, 'query'>;

/** A member of the staff with the roles in force on the day; null for one who is not, or no longer, there. */
export async function findMember(pool: Queryable, id: string, today: Day): Promise<StaffSession | null> {
  const [member] = await readMembers(pool, `m.id = $2`, today, [id]);
  return member ?? null;
}

/** Members with their roles in force; `condition` speaks of `m`, its values from `$2` on. */
export async function readMembers(
  pool: Queryable,
  condition: string,
  today: Day,
  values: readonly unknown[],
): Promise<StaffSession[]> {
  const { rows } = await pool.query<{ id: string; name: string; agent_id: string | null; roles: StaffRole[] }>(
    `SELECT m.id, m.name, m.agent_id, coalesce(r.roles, '[]') AS roles
       FROM eli4u.staff_member m LEFT JOIN LATERAL (
         SELECT jsonb_agg(jsonb_build_object('role', r.role, 'unit', r.unit_code,
                  'types', CASE WHEN '*' = ANY (r.types) THEN NULL ELSE to_jsonb(r.types) END) ORDER BY r.id) AS roles
           FROM eli4u.staff_role r
          WHERE r.member_id = m.id AND r.valid_from <= $1 AND (r.valid_to IS NULL OR r.valid_to >= $1)
       ) r ON true
      WHERE m.active AND ${condition}`,
    [today, ...values],
  );
  return rows.map(({ id, name, agent_id, roles }) => ({ kind: 'staff', member: id, name, agent: agent_id, roles }));
}

/** Most people for whom one person may act: an office of accountants has hundreds of clients. */
const mostRepresented = 1000;

interface CitizenRow {
  name: string;
  isBody: boolean;
  represents: (Omit<Representation, 'grants'> & { grants: ScopeColumns[] })[];
  delegatedBy: string[];
}

/**
 * A person or body with those for whom they may act on the day, by what was given; null for one who is not there. By what they are known belongs to
 * the session they came in by: until it says more, by the least.
 */
export async function findCitizen(pool: Queryable, agent: string, today: Day): Promise<CitizenSession | null> {
  const { rows } = await pool.query<CitizenRow>(
    `SELECT a.authorised_name AS name, a.kind = 'corporateBody' AS "isBody", coalesce(d.represents, '[]') AS represents,
            ARRAY(SELECT DISTINCT g.principal_agent FROM eli4u.delegation g WHERE g.delegate_agent = a.id AND g.accepted_at IS NOT NULL) AS "delegatedBy"
       FROM eli4u.agent a LEFT JOIN LATERAL (
         SELECT jsonb_agg(jsonb_build_object('agent', p.id, 'name', p.authorised_name, 'isBody', p.kind = 'corporateBody', 'grants', p.grants)) AS represents FROM (
           SELECT p.id, p.authorised_name, p.kind,
                  jsonb_agg(jsonb_build_object('power', d.power, 'types', d.types, 'cases', d.cases) ORDER BY d.id) AS grants
             FROM eli4u.delegation d JOIN eli4u.agent p ON p.id = d.principal_agent AND p.deleted_at IS NULL
            WHERE d.delegate_agent = a.id AND ${inForce('d', '$2')}
            GROUP BY p.id, p.authorised_name, p.kind ORDER BY p.authorised_name, p.id LIMIT ${mostRepresented}
         ) p
       ) d ON true
      WHERE a.id = $1 AND a.deleted_at IS NULL`,
    [agent, today],
  );
  const row = rows[0];
  if (!row) return null;
  const represents = row.represents.map(({ grants, ...principal }) => ({
    ...principal,
    grants: grants.map((grant) => ({ power: grant.power, scope: scopeOf(grant) })),
  }));
  const { name, isBody, delegatedBy } = row;
  return { kind: 'citizen', agent, name, isBody, knownBy: 'verifiedEmail', represents, delegatedBy };
}
