import type pg from 'pg';
import type { YearCount } from './histogram.ts';
import { sampleTiers } from './lexemes.ts';
import { integersOf, type FacetSets } from './postgres-facet-sets.ts';
import { Bound, conditionOf, planFor, rowsOf, sampleOf, type HitSet } from './postgres-scope.ts';
import type { FacetName } from './search.ts';

/** Totals are exact up to here. */
const exactLimit = 100_000;
/** Hits that a sample must hold, as far as there are so many. */
const sampleSize = 50_000;
const valuesPerFacet = 20;

export interface Tally {
  total: number;
  /** The sample's tiers that stand for all hits; null when all were counted. */
  tiers: number[] | null;
  facets: Map<FacetName, { value: string; count: number }[]>;
  /** Hits of each fonds, most first; empty unless they were wished for. */
  fonds: { id: string; count: number }[];
  /** Where all the hits lie (HitSet.found); null where they were not wished for or only a sample was looked at. */
  found: string | null;
  starts: YearCount[];
  ends: YearCount[];
}

/** Facets to count, with the values to give even when others are more frequent; and whether to count years and every fonds, and to keep where hits lie. */
export interface TallyWish {
  facets: Partial<Record<FacetName, string[]>>;
  years: boolean;
  fonds: boolean;
  places: boolean;
}

/**
 * Total, facets and years of a set of hits. One hit in sixteen is looked at first; if that promises more than 100,000, as many tiers as
 * hold 50,000 hits stand for all, else all are counted.
 */
export async function tally(client: pg.ClientBase, sets: FacetSets, hits: HitSet, wish: TallyWish): Promise<Tally> {
  let found: RawHits | null = null;
  let tiers: number[] | null = null;
  if ((await rowEstimate(client)) >= exactLimit) {
    const first = await collect(client, sampleOf(hits, [0]), wish);
    if (first.count * sampleTiers >= exactLimit * 1.15) {
      const needed = Math.min(sampleTiers, Math.ceil(sampleSize / first.count));
      const others = Array.from({ length: needed - 1 }, (_, i) => i + 1);
      found = others.length > 0 ? together(first, await collect(client, sampleOf(hits, others), wish)) : first;
      tiers = needed < sampleTiers ? [0, ...others] : null;
    }
  }
  found ??= await collect(client, hits, wish);
  const scale = tiers ? sampleTiers / tiers.length : 1;
  const scaled = (count: number) => Math.round(count * scale);
  const counts = await sets.count(client, found.sets);
  const perFonds = wish.fonds ? mostFirst(counts.filter(({ facet }) => facet === 'fonds')) : [];
  const facets: Tally['facets'] = new Map();
  for (const [name, chosen] of Object.entries(wish.facets) as [FacetName, string[]][]) {
    const values = mostFirst(counts.filter(({ facet }) => facet === name));
    const kept = values.filter(({ value }, place) => place < valuesPerFacet || chosen.includes(value));
    facets.set(
      name,
      kept.map(({ value, count }) => ({ value, count: scaled(count) })),
    );
  }
  return {
    total: scaled(found.count),
    tiers,
    facets,
    fonds: perFonds.map(({ value, count }) => ({ id: value, count: scaled(count) })),
    found: tiers ? null : found.places,
    starts: yearsOf(found.starts, scaled),
    ends: yearsOf(found.ends, scaled),
  };
}

const mostFirst = <T extends { value: string; count: number }>(values: T[]): T[] =>
  values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));

/** One number a hit: its combination of facet values, its first and its last year (0: none). */
interface RawHits {
  count: number;
  sets: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
  places: string | null;
}

async function collect(
  client: pg.ClientBase,
  hits: HitSet,
  { facets, years, fonds, places }: TallyWish,
): Promise<RawHits> {
  await planFor(client, hits);
  const bound = new Bound();
  const columns = ['count(*)::integer AS count'];
  if (fonds || Object.keys(facets).length > 0) columns.push('array_agg(d.facet_set)::text AS sets');
  if (years) {
    columns.push(
      'array_agg(coalesce(d.year_start, 0))::text AS starts',
      'array_agg(coalesce(d.year_end, 0))::text AS ends',
    );
  }
  if (places) columns.push('array_agg(d.ctid)::text AS places');
  const { rows } = await client.query<{
    count: number;
    sets?: string;
    starts?: string;
    ends?: string;
    places?: string | null;
  }>(`SELECT ${columns.join(', ')} FROM ${rowsOf(hits.scope)} WHERE ${conditionOf(hits, bound)}`, bound.values);
  const row = rows[0];
  return {
    count: row?.count ?? 0,
    sets: integersOf(row?.sets ?? null),
    starts: integersOf(row?.starts ?? null),
    ends: integersOf(row?.ends ?? null),
    places: row?.places ?? null,
  };
}

function together(some: RawHits, others: RawHits): RawHits {
  const join = (a: Int32Array, b: Int32Array) => {
    const joined = new Int32Array(a.length + b.length);
    joined.set(a);
    joined.set(b, a.length);
    return joined;
  };
  return {
    count: some.count + others.count,
    sets: join(some.sets, others.sets),
    starts: join(some.starts, others.starts),
    ends: join(some.ends, others.ends),
    places: null,
  };
}

function yearsOf(years: Int32Array, scaled: (count: number) => number): YearCount[] {
  const counts = new Map<number, number>();
  for (const year of years) if (year > 0) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].map(([year, count]) => ({ year, count: scaled(count) }));
}

/** About how many search rows there are, as of the last ANALYZE. */
export async function rowEstimate(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ rows: number }>(
    `SELECT greatest(sum(reltuples), 0)::float8 AS rows FROM pg_class
     WHERE oid IN ('eli4u.search_document_public'::regclass, 'eli4u.search_document_internal'::regclass)`,
  );
  return rows[0]?.rows ?? 0;
}
