import type pg from 'pg';
import type { StaffSession } from '#lib/access/session.ts';
import type { Day } from '#lib/procedures/day.ts';
import { readMembers } from './find-session.ts';

/** More than work in any office of a municipality. */
const most = 500;

/** Members with a role in force in one of these offices, or in all; by name. Null: members of whatever office. */
export function listMembers(
  pool: Pick<pg.Pool, 'query'>,
  units: readonly string[] | null,
  today: Day,
): Promise<StaffSession[]> {
  return readMembers(
    pool,
    `($2::text[] IS NULL OR EXISTS (
       SELECT FROM eli4u.staff_role s WHERE s.member_id = m.id AND s.valid_from <= $1 AND (s.valid_to IS NULL OR s.valid_to >= $1)
          AND (s.unit_code IS NULL OR s.unit_code = ANY ($2))))
     ORDER BY m.name, m.id LIMIT ${most}`,
    today,
    [units],
  );
}

/** Names of members by id, also of those who have left: what they did stays theirs. */
export async function namesOfMembers(
  pool: Pick<pg.Pool, 'query'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await pool.query<{ id: string; name: string }>(
    'SELECT id, name FROM eli4u.staff_member WHERE id = ANY ($1)',
    [[...new Set(ids)]],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
