import type pg from 'pg';
import type { YearCount } from './histogram.ts';
import { sampleTiers } from './lexemes.ts';
import { integersOf, type FacetSets } from './postgres-facet-sets.ts';
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
 * Total, facets and years of a set of hits in one pass over its rows.
 * @param wanted facets to count, with the values to give even when others are more frequent.
 */
export async function tally(
  client: pg.ClientBase,
  sets: FacetSets,
  plan: TallyPlan,
  wanted: Partial<Record<FacetName, string[]>>,
  years: boolean,
): Promise<Tally> {
  const hits = plan.tiers ? sampleOf(plan.hits, plan.tiers) : plan.hits;
  const scale = plan.tiers ? sampleTiers / plan.tiers.length : 1;
  const names = Object.keys(wanted) as FacetName[];
  const answer: Tally = { total: 0, estimate: plan.tiers !== null, facets: new Map(), starts: [], ends: [] };
  if (names.length === 0 && !years) {
    answer.total = Math.round((await count(client, hits)) * scale);
    return answer;
  }
  await planFor(client, hits);
  const bound = new Bound();
  const ends = years ? `array_agg(coalesce(d.year_start, 0))::text AS starts, array_agg(coalesce(d.year_end, 0))::text AS ends` : 'NULL AS starts, NULL AS ends';
  const { rows } = await client.query<{ sets: string | null; starts: string | null; ends: string | null }>(
    `SELECT array_agg(d.facet_set)::text AS sets, ${ends} FROM ${rowsOf(hits.scope)} WHERE ${conditionOf(hits, bound)}`,
    bound.values,
  );
  const numbers = integersOf(rows[0]?.sets ?? null);
  answer.total = Math.round(numbers.length * scale);
  answer.starts = yearsOf(rows[0]?.starts ?? null, scale);
  answer.ends = yearsOf(rows[0]?.ends ?? null, scale);
  const counts = await sets.count(client, numbers);
  for (const name of names) {
    const values = counts.filter(({ facet }) => facet === name).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    const kept = values.filter(({ value }, place) => place < valuesPerFacet || wanted[name]?.includes(value));
    answer.facets.set(
      name,
      kept.map(({ value, count: n }) => ({ value, count: Math.round(n * scale) })),
    );
  }
  return answer;
}

/** How many hits have each year; 0 stands for none. */
function yearsOf(text: string | null, scale: number): YearCount[] {
  const counts = new Map<number, number>();
  for (const year of integersOf(text)) if (year > 0) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].map(([year, n]) => ({ year, count: Math.round(n * scale) }));
}
