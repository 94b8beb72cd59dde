import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import type { TypeSource } from '#lib/store/procedure-types.ts';

/** A published version was edited where it should have become a new one. */
export class PublishedTypeChanged extends Error {
  constructor(readonly names: readonly string[]) {
    super(
      `published versions of types of procedure were changed, and cases run under them: ${names.join(', ')}. Give each a new version number.`,
    );
    this.name = 'PublishedTypeChanged';
  }
}

/**
 * Published types from their files into the store; what is there already must be the same, but for comments and order.
 * @returns the names of those that are new
 * @throws PublishedTypeChanged naming every version that differs; nothing is written then
 */
export async function syncTypes(
  database: Pick<pg.ClientBase, 'query'>,
  sources: readonly TypeSource[],
): Promise<string[]> {
  const { rows } = await database.query<{ code: string; version: number; status: string; content: unknown }>(
    'SELECT code, version, status, content FROM eli4u.procedure_type_version',
  );
  const kept = new Map(rows.map((row) => [`${row.code}/${row.version}`, row]));
  const stored = sources.map(({ type, yaml }) => {
    const content: unknown = JSON.parse(JSON.stringify(type));
    return { name: `${type.code}/${type.version}`, type, yaml, content };
  });
  const changed = stored.filter(({ name, content }) => {
    const before = kept.get(name);
    return before?.status === 'published' && !isDeepStrictEqual(before.content, content);
  });
  if (changed.length > 0) throw new PublishedTypeChanged(changed.map(({ name }) => name));
  const fresh = stored.filter(({ name }) => kept.get(name)?.status !== 'published');
  await giveWay(database, fresh);
  // Two processes that start at once both find the same new ones.
  await database.query(
    `INSERT INTO eli4u.procedure_type_version (code, version, status, content, source, published_at, published_by)
     SELECT code, version, 'published', content, source, now(), 'schemas/procedures'
       FROM unnest($1::text[], $2::integer[], $3::jsonb[], $4::text[]) AS t (code, version, content, source)
     ON CONFLICT (code, version) DO NOTHING`,
    [
      fresh.map(({ type }) => type.code),
      fresh.map(({ type }) => type.version),
      fresh.map(({ content }) => JSON.stringify(content)),
      fresh.map(({ yaml }) => yaml),
    ],
  );
  return fresh.map(({ name }) => name);
}

/** A draft that bears a number which the files publish takes the next one free: what somebody wrote is kept. */
async function giveWay(
  database: Pick<pg.ClientBase, 'query'>,
  fresh: readonly { type: { code: string; version: number } }[],
): Promise<void> {
  await database.query(
    `UPDATE eli4u.procedure_type_version v
        SET version = 1 + greatest((SELECT max(o.version) FROM eli4u.procedure_type_version o WHERE o.code = v.code), t.newest),
            revision = v.revision + 1
       FROM (SELECT code, max(version) AS newest, array_agg(version) AS versions
               FROM unnest($1::text[], $2::integer[]) AS u (code, version) GROUP BY code) AS t
      WHERE t.code = v.code AND v.version = ANY (t.versions) AND v.status = 'draft'`,
    [fresh.map(({ type }) => type.code), fresh.map(({ type }) => type.version)],
  );
}
