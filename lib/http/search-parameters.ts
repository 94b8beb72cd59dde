import { z } from 'zod';
import { levels } from '#lib/records/level.ts';
import { cursorViolation } from '#lib/search/cursor.ts';
import { facetNames, sorts, type FacetName, type SearchRequest } from '#lib/search/search.ts';
import { languages, type Language } from '#lib/i18n/language.ts';
import type { Violation } from './problem.ts';

/** Page numbers end here; further on, one follows the cursors. */
export const lastPage = 50;
export const hitsPerPage = 20;

const year = z.coerce.number().int().min(1).max(9999);
const facet = z.array(z.string().min(1).max(300)).max(20).default([]);

/** The parameters of `/search` and `/api/v1/search`, as they stand in the address. */
export const searchParametersSchema = z.object({
  q: z
    .string()
    .max(1000)
    .default('')
    .describe('Words, "phrases", OR, NOT or -, prefix*, ( ); reference codes as they stand'),
  fonds: facet.describe('Ids of fonds'),
  level: z.array(z.enum(levels)).max(20).default([]).describe('Levels of description'),
  creator: facet.describe('Ids of agents that created the records'),
  subject: facet,
  place: facet,
  language: facet.describe('ISO 639-2 codes of the material'),
  century: z
    .array(z.string().regex(/^\d{1,2}$/))
    .max(20)
    .default([])
    .describe('15 is the 1400s'),
  digital: z.array(z.literal('true')).max(1).default([]).describe('Only records with digital objects'),
  from: year.optional().describe('First year'),
  to: year.optional().describe('Last year'),
  dateMode: z.enum(['overlap', 'contained']).default('overlap'),
  within: z.string().max(20).optional().describe('Only this record and what is below it'),
  sort: z.enum(sorts).default('relevance'),
  group: z.literal('fonds').optional(),
  page: z.coerce.number().int().min(1).max(lastPage).optional().describe('From 1 to 50; beyond, follow `next`'),
  after: z.string().min(1).max(2000).optional().describe('`next` of an earlier answer'),
  before: z.string().min(1).max(2000).optional().describe('`prev` of an earlier answer'),
  lang: z.enum(languages).optional(),
});
export type SearchParameters = z.infer<typeof searchParametersSchema>;

const repeatable = new Set<string>(facetNames);

/** Reads an address. Empty values (fields of a form left blank) count as not given; names not of this list are nobody's business. */
export function parseSearchParameters(
  address: URLSearchParams,
): { parameters: SearchParameters; violations: null } | { parameters: null; violations: Violation[] } {
  const given: Record<string, string | string[]> = {};
  for (const name of Object.keys(searchParametersSchema.shape)) {
    const values = address.getAll(name).filter((value) => value !== '');
    // PostgreSQL has no text with U+0000, and no address that a person typed has it.
    if (values.some((value) => value.includes('\0')))
      return { parameters: null, violations: [{ parameter: name, message: 'U+0000 is no letter' }] };
    if (values.length > 0) given[name] = repeatable.has(name) ? [...new Set(values)] : (values[0] ?? '');
  }
  const parsed = searchParametersSchema.safeParse(given);
  if (parsed.success) {
    const { after, before, page, from, to } = parsed.data;
    const violations: Violation[] = [];
    if ([after, before, page].filter((place) => place !== undefined).length > 1) {
      violations.push({ parameter: 'page', message: 'page, after and before exclude each other' });
    }
    if (from !== undefined && to !== undefined && from > to) {
      violations.push({ parameter: 'from', message: 'the first year comes after the last' });
    }
    if (violations.length === 0) {
      const refused = cursorViolation(toSearchRequest(parsed.data, 'it', false));
      if (refused) violations.push({ parameter: refused.parameter, message: refused.message });
    }
    return violations.length > 0 ? { parameters: null, violations } : { parameters: parsed.data, violations: null };
  }
  const violations = parsed.error.issues.map((issue) => ({
    parameter: String(issue.path[0] ?? ''),
    message: issue.message,
  }));
  return { parameters: null, violations };
}

/** What the search port is asked; the public names only the public scope. */
export function toSearchRequest(parameters: SearchParameters, lang: Language, facets: boolean): SearchRequest {
  const filters: SearchRequest['filters'] = {};
  for (const name of facetNames) if (parameters[name].length > 0) filters[name] = parameters[name];
  return {
    scope: 'public',
    q: parameters.q,
    filters,
    from: parameters.from ?? null,
    to: parameters.to ?? null,
    dateMode: parameters.dateMode,
    within: parameters.within ?? null,
    sort: parameters.sort,
    group: parameters.group ?? null,
    at: parameters.after
      ? { after: parameters.after }
      : parameters.before
        ? { before: parameters.before }
        : { page: parameters.page ?? 1 },
    size: hitsPerPage,
    facets,
    lang,
  };
}

type Change = { [Name in keyof SearchParameters]?: SearchParameters[Name] | undefined };

/** The address of the same search with something changed. Where one stands in the pages is left, unless the change says. */
export function searchHref(parameters: SearchParameters | null, change: Change = {}): string {
  const { page: _page, after: _after, before: _before, lang: _lang, ...kept } = parameters ?? { page: 0 };
  const wanted: Change = { ...kept, ...change };
  const address = new URLSearchParams();
  for (const name of Object.keys(searchParametersSchema.shape) as (keyof SearchParameters)[]) {
    const value = wanted[name];
    if (value === undefined || value === '' || isDefault(name, value)) continue;
    for (const one of Array.isArray(value) ? value : [value]) address.append(name, String(one));
  }
  const query = address.toString();
  return query ? `/search?${query}` : '/search';
}

const isDefault = (name: keyof SearchParameters, value: unknown): boolean =>
  (name === 'dateMode' && value === 'overlap') ||
  (name === 'sort' && value === 'relevance') ||
  (name === 'page' && value === 1);

/** The address with one facet value on, or off when it was on. */
export function toggleFacet(parameters: SearchParameters, name: FacetName, value: string): string {
  const values: string[] = parameters[name];
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return searchHref(parameters, { [name]: next } as Change);
}

/** Whether robots should leave this address alone: anything beyond a plain question. */
export function isNarrowed(parameters: SearchParameters): boolean {
  return (
    facetNames.some((name) => parameters[name].length > 0) ||
    parameters.from !== undefined ||
    parameters.to !== undefined
  );
}
