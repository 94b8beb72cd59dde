import { z } from 'zod';
import type { Client, estypes } from './elasticsearch.ts';
import type { IndexNames } from './elasticsearch-indices.ts';
import type { CompiledWords } from './elasticsearch-query.ts';
import { run } from './elasticsearch-run.ts';
import { bounds, facetFilters } from './elasticsearch-terms.ts';
import { histogramOf, type YearCount } from './histogram.ts';
import { facetNames, type FacetName, type FacetValue, type SearchAnswer, type SearchRequest } from './search.ts';

const valuesPerFacet = 20;
/** Every year that a record of the last nine thousand may begin or end in. */
const mostYears = 9999;

const bucketsSchema = z.object({
  /** By how much a count may be too low when several shards each gave their own most frequent values. */
  doc_count_error_upper_bound: z.number().optional(),
  buckets: z.array(z.object({ key: z.union([z.string(), z.number()]), doc_count: z.number() })),
});
const facetSchema = z.object({ values: bucketsSchema, chosen: bucketsSchema.optional() });
const yearsSchema = z.object({ starts: bucketsSchema, ends: bucketsSchema });

export interface Counts {
  facets: Record<FacetName, FacetValue[]>;
  histogram: SearchAnswer['histogram'];
}

/** All facets and years in one request without hits, which Elasticsearch may answer from its cache. Labels are the values themselves. */
export async function countFacets(
  client: Client,
  names: IndexNames,
  request: SearchRequest,
  compiled: CompiledWords,
): Promise<Counts> {
  const { aggregations = {} } = await run(client, names, request.scope, {
    size: 0,
    track_total_hits: false,
    query: { bool: { filter: [...bounds(request), ...(compiled.words ? [compiled.words] : [])] } },
    aggs: { ...Object.fromEntries(facetNames.map((name) => [name, facet(request, name)])), years: years(request) },
  });
  const { starts, ends } = yearsSchema.parse(aggregations['years']);
  const counted = (name: FacetName) => valuesOf(facetSchema.parse(aggregations[name]), request.filters[name] ?? []);
  return {
    facets: {
      fonds: counted('fonds'),
      level: counted('level'),
      creator: counted('creator'),
      subject: counted('subject'),
      place: counted('place'),
      language: counted('language'),
      century: counted('century'),
      digital: counted('digital'),
    },
    histogram: histogramOf(yearCounts(starts), yearCounts(ends)),
  };
}

/** A facet's most frequent values under the filters of the others, and those chosen in it whatever their number. */
function facet({ filters }: SearchRequest, name: FacetName): estypes.AggregationsAggregationContainer {
  const field = `facets.${name}`;
  const chosen = filters[name] ?? [];
  return {
    filter: { bool: { filter: facetFilters(filters, name) } },
    aggs: {
      values: { terms: { field, size: valuesPerFacet } },
      ...(chosen.length > 0 ? { chosen: { terms: { field, include: chosen, size: chosen.length } } } : {}),
    },
  };
}

function years({ filters }: SearchRequest): estypes.AggregationsAggregationContainer {
  return {
    filter: { bool: { filter: facetFilters(filters) } },
    aggs: {
      starts: { terms: { field: 'yearStart', size: mostYears } },
      ends: { terms: { field: 'yearEnd', size: mostYears } },
    },
  };
}

function valuesOf({ values, chosen }: z.infer<typeof facetSchema>, selected: readonly string[]): FacetValue[] {
  const estimate = (values.doc_count_error_upper_bound ?? 0) > 0;
  const found = new Map<string, FacetValue>();
  for (const { key, doc_count: count } of [...values.buckets, ...(chosen?.buckets ?? [])]) {
    const value = String(key);
    if (!found.has(value)) found.set(value, { value, label: value, count, estimate });
  }
  for (const value of selected)
    if (!found.has(value)) found.set(value, { value, label: value, count: 0, estimate: false });
  return [...found.values()];
}

const yearCounts = ({ buckets }: z.infer<typeof bucketsSchema>): YearCount[] =>
  buckets.map(({ key, doc_count: count }) => ({ year: Number(key), count })).filter(({ year }) => year > 0);
