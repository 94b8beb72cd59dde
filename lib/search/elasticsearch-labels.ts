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
    public: `SELECT a.id, a.authorised_name AS label FROM eli4u.agent a WHERE a.id = ANY($1) AND a.deleted_at IS NULL AND ${shownAgent('a')}`,
    internal: `SELECT id, authorised_name AS label FROM eli4u.agent WHERE id = ANY($1)`,
  },
};

export async function nameValues(
  client: Queryable,
  scope: Scope,
  facet: 'fonds' | 'creator',
  values: readonly FacetValue[],
): Promise<FacetValue[]> {
  if (values.length === 0) return [];
  const ids = values.map(({ value }) => value);
  // Named, so that it is planned once a connection: planning takes longer than reading twenty names.
  const { rows } = await client.query<{ id: string; label: string }>({
    name: `${facet}-names-${scope}`,
    text: namesSql[facet][scope],
    values: [ids],
  });
  const labels = new Map(rows.map(({ id, label }) => [id, label]));
  return values.map((each) => ({ ...each, label: labels.get(each.value) ?? each.value }));
}
