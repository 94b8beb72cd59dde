import { shownAgent } from '#lib/store/shown.ts';
import type { Queryable } from './postgres-stems.ts';
import type { FacetValue, Scope } from './search.ts';

/** Names are read from the store, as the scope may show them now: an index lags behind. */
const namesSql: Record<'fonds' | 'creator', Record<Scope, string>> = {
  fonds: {
    public: `SELECT id, title AS label FROM eli4u.record WHERE id = ANY($1) AND deleted_at IS NULL AND visibility <> 'hidden' AND NOT internal`,
    internal: `SELECT id, title AS label FROM eli4u.record WHERE id = ANY($1)`,
  },
  creator: {
    public: `SELECT a.id, a.authorised_name AS label FROM eli4u.agent a WHERE a.id = ANY($2) AND a.deleted_at IS NULL AND ${shownAgent('a')}`,
    internal: `SELECT id, authorised_name AS label FROM eli4u.agent WHERE id = ANY($2)`,
  },
};

/** Facets of fonds and creators with their names, read together: writing to sockets was a quarter of what the web process did (profiled 2026-11-26). */
export async function nameValues(
  client: Queryable,
  scope: Scope,
  { fonds, creator }: Record<'fonds' | 'creator', readonly FacetValue[]>,
): Promise<Record<'fonds' | 'creator', FacetValue[]>> {
  if (fonds.length + creator.length === 0) return { fonds: [], creator: [] };
  // Named, so that it is planned once a connection: planning takes longer than reading twenty names. Ids are of one space (design §3).
  const { rows } = await client.query<{ id: string; label: string }>({
    name: `facet-names-${scope}`,
    text: `${namesSql.fonds[scope]} UNION ALL ${namesSql.creator[scope]}`,
    values: [fonds.map(({ value }) => value), creator.map(({ value }) => value)],
  });
  const labels = new Map(rows.map(({ id, label }) => [id, label]));
  const named = (values: readonly FacetValue[]) =>
    values.map((each) => ({ ...each, label: labels.get(each.value) ?? each.value }));
  return { fonds: named(fonds), creator: named(creator) };
}
