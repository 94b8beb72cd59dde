import type pg from 'pg';

/** Somebody else was first: what the version is now. */
export interface OtherEdit {
  kind: 'conflict';
  status: 'draft' | 'published';
  revision: number;
  changedAt: Date;
  changedBy: string | null;
  source: string;
}

/** What came of an attempt to change a draft. */
export type DraftResult = { kind: 'done'; revision: number } | OtherEdit | { kind: 'gone' };

/** Why nothing was changed: the draft is another by now, or is no more. */
export async function whyNot(
  client: Pick<pg.ClientBase, 'query'>,
  code: string,
  version: number,
): Promise<Exclude<DraftResult, { kind: 'done' }>> {
  const { rows } = await client.query<Omit<OtherEdit, 'kind' | 'changedAt'> & { changedAt: string }>(
    `SELECT status, revision, changed_at AS "changedAt", coalesce(published_by, changed_by) AS "changedBy", source
       FROM eli4u.procedure_type_version WHERE code = $1 AND version = $2`,
    [code, version],
  );
  return rows[0] ? { kind: 'conflict', ...rows[0], changedAt: new Date(rows[0].changedAt) } : { kind: 'gone' };
}
