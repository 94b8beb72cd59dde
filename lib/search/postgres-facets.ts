import type pg from 'pg';
import { shownAgent } from '#lib/store/shown.ts';
import type { FacetSets } from './postgres-facet-sets.ts';
import { allOf, type CompiledQuery } from './postgres-query.ts';
import type { HitSet } from './postgres-scope.ts';
import { tally, type Tally } from './postgres-tally.ts';
import {
  facetNames,
  type FacetName,
  type FacetValue,
  type Scope,
  type SearchAnswer,
  type SearchRequest,
} from './search.ts';

/** Every condition of a search, or every one but the filter of one facet. */
export function conditionsOf(compiled: CompiledQuery, except?: FacetName): string | null {
  return allOf([
    compiled.words,
    compiled.within,
    ...facetNames.map((name) => (name === except ? null : compiled.filters[name])),
  ]);
}

export interface Counted {
  tally: Tally;
  facets: SearchAnswer['facets'];
}

/** The total, and when asked for all facets: one that is filtered by is counted as if it were not, so that its other values can be seen. */
export async function countAll(
  client: pg.ClientBase,
  sets: FacetSets,
  request: SearchRequest,
  compiled: CompiledQuery,
  hits: HitSet,
): Promise<Counted> {
  const filtered = facetNames.filter((name) => compiled.filters[name] !== undefined);
  const free = facetNames.filter((name) => compiled.filters[name] === undefined);
  const main = await tally(client, sets, hits, {
    facets: request.facets ? Object.fromEntries(free.map((name) => [name, []])) : {},
    years: request.facets,
    fonds: request.group !== null,
    // Whether words stand side by side is tested record by record: once is enough.
    places: compiled.phrases && request.scope === 'public',
  });
  if (!request.facets) return { tally: main, facets: {} };

  const counted = new Map<FacetName, FacetValue[]>();
  for (const name of free) counted.set(name, withLabels(main, name));
  for (const name of filtered) {
    const selected = request.filters[name] ?? [];
    const wider = await tally(
      client,
      sets,
      { ...hits, tsquery: conditionsOf(compiled, name) },
      { facets: { [name]: selected }, years: false, fonds: false, places: false },
    );
    const values = withLabels(wider, name);
    const missing = selected.filter((value) => !values.some((each) => each.value === value));
    counted.set(name, [...values, ...missing.map((value) => ({ value, label: value, count: 0, estimate: false }))]);
  }
  await nameThem(client, request.scope, 'fonds', counted.get('fonds') ?? []);
  await nameThem(client, request.scope, 'creator', counted.get('creator') ?? []);
  return { tally: main, facets: Object.fromEntries(facetNames.map((name) => [name, counted.get(name) ?? []])) };
}

function withLabels(from: Tally, name: FacetName): FacetValue[] {
  return (from.facets.get(name) ?? []).map(({ value, count }) => ({
    value,
    label: value,
    count,
    estimate: from.tiers !== null,
  }));
}

const titlesSql: Record<'fonds' | 'creator', Record<Scope, string>> = {
  fonds: {
    public: `SELECT id, title AS label FROM eli4u.record WHERE id = ANY($1) AND deleted_at IS NULL AND visibility <> 'hidden' AND NOT internal`,
    internal: `SELECT id, title AS label FROM eli4u.record WHERE id = ANY($1)`,
  },
  creator: {
    public: `SELECT a.id, a.authorised_name AS label FROM eli4u.agent a WHERE a.id = ANY($1) AND a.deleted_at IS NULL AND ${shownAgent('a')}`,
    internal: `SELECT id, authorised_name AS label FROM eli4u.agent WHERE id = ANY($1)`,
  },
};

async function nameThem(
  client: pg.ClientBase,
  scope: Scope,
  facet: 'fonds' | 'creator',
  values: FacetValue[],
): Promise<void> {
  if (values.length === 0) return;
  const { rows } = await client.query<{ id: string; label: string }>(titlesSql[facet][scope], [
    values.map(({ value }) => value),
  ]);
  const labels = new Map(rows.map(({ id, label }) => [id, label]));
  for (const value of values) value.label = labels.get(value.value) ?? value.value;
}
