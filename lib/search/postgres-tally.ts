import type pg from 'pg';
import type { YearCount } from './histogram.ts';
import { sampleTiers } from './lexemes.ts';
import { Bound, conditionOf, planFor, rowsOf, sampleOf, type HitSet } from './postgres-scope.ts';
import type { FacetName } from './search.ts';

/** Totals are exact up to here. */
export const exactLimit = 100_000;
/** Hits that a sample must hold, as far as there are so many. */
const sampleSize = 50_000;
const valuesPerFacet = 20;

export interface Tally {
  total: number;
  estimate: boolean;
  facets: Map<FacetName, { value: string; count: number }[]>;
  starts: YearCount[];
  ends: YearCount[];
}

/** How a set of hits will be counted: tiers null means one by one. */
export interface TallyPlan {
  hits: HitSet;
  tiers: number[] | null;
}

/** One hit in sixteen is counted first; if that promises more than 100,000, as many tiers as hold 50,000 will stand for all. */
export async function planTally(client: pg.ClientBase, hits: HitSet): Promise<TallyPlan> {
  const { rows } = await client.query<{ rows: number }>(
    `SELECT greatest(sum(reltuples), 0)::float8 AS rows FROM pg_class WHERE oid IN ('eli4u.search_document_public'::regclass, 'eli4u.search_document_internal'::regclass)`,
  );
  if ((rows[0]?.rows ?? 0) < exactLimit) return { hits, tiers: null };
  const first = await count(client, sampleOf(hits, [0]));
  if (first * sampleTiers < exactLimit * 1.15) return { hits, tiers: null };
  const tiers = Math.min(sampleTiers, Math.ceil(sampleSize / first));
  return { hits, tiers: tiers === sampleTiers ? null : Array.from({ length: tiers }, (_, tier) => tier) };
}

async function count(client: pg.ClientBase, hits: HitSet): Promise<number> {
  const bound = new Bound();
  await planFor(client, hits);
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${rowsOf(hits.scope)} WHERE ${conditionOf(hits, bound)}`,
    bound.values,
  );
  return rows[0]?.n ?? 0;
}

/**
 * Total, facets and years of a set of hits in one pass over its rows. Records of one series share their combination of facet values, so
 * combinations are counted first and taken apart after.
 * @param wanted facets to count, with the values to give even when others are more frequent.
 */
export async function tally(
  client: pg.ClientBase,
  plan: TallyPlan,
  wanted: Partial<Record<FacetName, string[]>>,
  years: boolean,
): Promise<Tally> {
  const hits = plan.tiers ? sampleOf(plan.hits, plan.tiers) : plan.hits;
  const scale = plan.tiers ? sampleTiers / plan.tiers.length : 1;
  const names = Object.keys(wanted) as FacetName[];
  const answer: Tally = {
    total: 0,
    estimate: plan.tiers !== null,
    facets: new Map(names.map((name) => [name, []])),
    starts: [],
    ends: [],
  };
  if (names.length === 0 && !years) {
    answer.total = Math.round((await count(client, hits)) * scale);
    return answer;
  }
  await planFor(client, hits);
  const bound = new Bound();
  const condition = conditionOf(hits, bound);
  const selected = names.flatMap((name) => (wanted[name] ?? []).map((value) => [name, value] as const));
  const { rows } = await client.query<{ kind: FacetName | 'start' | 'end' | 'total'; value: string; n: number }>(
    `WITH grouped AS MATERIALIZED (
       SELECT d.facet_set, d.year_start, d.year_end, grouping(d.facet_set, d.year_start, d.year_end) AS by, count(*)::int AS n
       FROM ${rowsOf(hits.scope)} WHERE ${condition}
       GROUP BY GROUPING SETS ((d.facet_set), (d.year_start), (d.year_end))),
     term AS (
       SELECT u.id, sum(g.n)::int AS n FROM grouped g JOIN eli4u.facet_set s ON s.id = g.facet_set CROSS JOIN unnest(s.terms) AS u(id)
       WHERE g.by = 3 GROUP BY u.id),
     ranked AS (
       SELECT t.facet, t.value, term.n, row_number() OVER (PARTITION BY t.facet ORDER BY term.n DESC, t.value) AS place
       FROM term JOIN eli4u.facet_term t ON t.id = term.id WHERE t.facet = ANY(${bound.bind(names, 'text[]')}))
     SELECT facet AS kind, value, n FROM ranked WHERE place <= ${valuesPerFacet}
       OR (facet, value) IN (SELECT * FROM unnest(${bound.bind(
         selected.map(([name]) => name),
         'text[]',
       )}, ${bound.bind(
         selected.map(([, value]) => value),
         'text[]',
       )}))
     UNION ALL SELECT 'start', year_start::text, n FROM grouped WHERE by = 5 AND year_start IS NOT NULL
     UNION ALL SELECT 'end', year_end::text, n FROM grouped WHERE by = 6 AND year_end IS NOT NULL
     UNION ALL SELECT 'total', '', coalesce(sum(n), 0)::int FROM grouped WHERE by = 3`,
    bound.values,
  );
  for (const { kind, value, n } of rows) {
    const scaled = Math.round(n * scale);
    if (kind === 'total') answer.total = scaled;
    else if (kind === 'start') answer.starts.push({ year: Number(value), count: scaled });
    else if (kind === 'end') answer.ends.push({ year: Number(value), count: scaled });
    else answer.facets.get(kind)?.push({ value, count: scaled });
  }
  for (const values of answer.facets.values()) values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return answer;
}
