import { z } from 'zod';
import type { Composition } from '#lib/composition.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { RecordView } from '#lib/records/public-views.ts';
import type { HeldHit, Hit } from '#lib/search/search.ts';
import type { Violation } from './problem.ts';
import {
  parseSearchParameters,
  searchParametersSchema,
  toSearchRequest,
  type SearchParameters,
} from './search-parameters.ts';

export const exportFormats = ['csv', 'bibtex', 'ris', 'ead3'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Hits that one file holds at most, and bookmarks. */
export const mostExported = 1000;
export const mostBookmarks = 200;
const atOnce = 100;

const ownSchema = z.object({
  format: z.enum(exportFormats),
  id: z
    .array(z.string().min(1).max(20))
    .max(mostBookmarks)
    .default([])
    .describe('These records, in this order, in place of a search'),
});
const { page: _page, after: _after, before: _before, group: _group, ...searched } = searchParametersSchema.shape;

/** The parameters of `/api/v1/search/export`: those of a search but where one stands in it, or ids. */
export const exportParametersSchema = z.object({ ...ownSchema.shape, ...searched });

export interface ExportParameters {
  format: ExportFormat;
  ids: string[];
  search: SearchParameters;
}

export function parseExportParameters(
  address: URLSearchParams,
): { parameters: ExportParameters; violations: null } | { parameters: null; violations: Violation[] } {
  const own = ownSchema.safeParse({
    format: address.get('format') ?? undefined,
    id: [...new Set(address.getAll('id'))],
  });
  const wanted = new URLSearchParams(address);
  for (const name of ['page', 'after', 'before', 'group']) wanted.delete(name);
  const search = parseSearchParameters(wanted);
  if (own.success && search.parameters) {
    return { parameters: { format: own.data.format, ids: own.data.id, search: search.parameters }, violations: null };
  }
  const issues = own.success ? [] : own.error.issues;
  const violations = issues.map((issue) => ({ parameter: String(issue.path[0] ?? ''), message: issue.message }));
  return { parameters: null, violations: [...violations, ...(search.violations ?? [])] };
}

/** What a file of these parameters holds: the first hits of the search, or the records named that are public. */
export async function hitsToExport(
  { ids, search: parameters }: ExportParameters,
  lang: Language,
  { search, store, baseUrl }: Pick<Composition, 'search' | 'store' | 'baseUrl'>,
): Promise<HeldHit[]> {
  if (ids.length > 0) {
    const held: HeldHit[] = [];
    for (const id of ids) {
      const found = await store.findRecord(id);
      if (found?.state === 'found') held.push(toHeldHit(found.value, baseUrl));
    }
    return held;
  }
  const hits: Hit[] = [];
  const request = { ...toSearchRequest(parameters, lang, false), size: atOnce };
  let answer = await search.query(request);
  hits.push(...answer.hits);
  while (answer.next !== null && hits.length < mostExported) {
    answer = await search.query({ ...request, at: { after: answer.next } });
    hits.push(...answer.hits);
  }
  const custodians = new Map<string, string>();
  for (const { fonds } of hits) {
    if (custodians.has(fonds.id)) continue;
    const found = await store.findRecord(fonds.id);
    custodians.set(fonds.id, found?.state === 'found' ? found.value.institution.name : '');
  }
  return hits
    .slice(0, mostExported)
    .map((hit) => ({ ...hit, url: baseUrl + hit.url, custodian: custodians.get(hit.fonds.id) ?? '' }));
}

function toHeldHit(record: RecordView, baseUrl: string): HeldHit {
  const { id, title, level, levelLabel, unitType, referenceCode, visibility, digital } = record;
  const { display, start, end } = record.dates;
  const ancestors = record.ancestors.map((above) => ({ id: above.id, title: above.title, level: above.level }));
  return {
    id,
    url: `${baseUrl}/records/${id}`,
    title,
    level,
    levelLabel,
    unitType,
    referenceCode,
    dates: { display, start, end },
    fonds: ancestors[0] ?? { id, title },
    ancestors,
    visibility,
    closure: visibility === 'described' ? { sensitivity: record.sensitivity, from: record.consultableFrom } : null,
    digital,
    highlights: [],
    custodian: record.institution.name,
  };
}
