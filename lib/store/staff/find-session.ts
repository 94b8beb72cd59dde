import type pg from 'pg';
import type { CitizenSession, StaffRole, StaffSession } from '#lib/access/session.ts';
import type { Day } from '#lib/procedures/day.ts';

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

/** A person or body with those for whom they may act on the day; null for one who is not there. */
export async function findCitizen(pool: Queryable, agent: string, today: Day): Promise<CitizenSession | null> {
  const { rows } = await pool.query<{ name: string; represents: CitizenSession['represents'] }>(
    `SELECT a.authorised_name AS name, coalesce(d.represents, '[]') AS represents
       FROM eli4u.agent a LEFT JOIN LATERAL (
         SELECT jsonb_agg(jsonb_build_object('agent', p.id, 'name', p.authorised_name)) AS represents FROM (
           SELECT DISTINCT p.id, p.authorised_name FROM eli4u.delegation d JOIN eli4u.agent p ON p.id = d.principal_agent AND p.deleted_at IS NULL
            WHERE d.delegate_agent = a.id AND d.valid_from <= $2 AND (d.valid_to IS NULL OR d.valid_to >= $2)
            ORDER BY p.authorised_name, p.id LIMIT ${mostRepresented}
         ) p
       ) d ON true
      WHERE a.id = $1 AND a.deleted_at IS NULL`,
    [agent, today],
  );
  return rows[0] ? { kind: 'citizen', agent, ...rows[0] } : null;
}
