import { z } from 'zod';
import { levelSchema } from '#lib/records/level.ts';
import { sensitivitySchema, visibilitySchema } from '#lib/records/phase.ts';

/** The search port (design §5): what every engine answers. Contract suite in tests/contract/search. */

export const facetNames = ['fonds', 'level', 'creator', 'subject', 'place', 'language', 'century', 'digital'] as const;
export type FacetName = (typeof facetNames)[number];

export const sorts = ['relevance', 'date', '-date', 'code', 'title'] as const;
export type Sort = (typeof sorts)[number];

export type Scope = 'public' | 'internal';

export interface SearchRequest {
  scope: Scope;
  /** As typed: words, "phrases", OR, NOT or -, prefix*, ( ); reference codes as they stand. Empty: everything. */
  q: string;
  /** Values within one facet are alternatives; facets narrow each other. `century` is '15' for the 1400s; `digital` is 'true'. */
  filters: Partial<Record<FacetName, string[]>>;
  /** Years, both included. */
  from: number | null;
  to: number | null;
  dateMode: 'overlap' | 'contained';
  /** Only records below this one (and itself). */
  within: string | null;
  sort: Sort;
  group: 'fonds' | null;
  /** Where to start: a page number (1–50), or a cursor from an earlier answer. */
  at: { page: number } | { after: string } | { before: string };
  /** Hits a page: 20 unless told, at most 100. */
  size: number;
  facets: boolean;
  lang: 'it' | 'en';
}

export const hitSchema = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string(),
  level: levelSchema,
  levelLabel: z.string().nullable(),
  unitType: z.string().nullable(),
  referenceCode: z.string().nullable(),
  dates: z.object({ display: z.string().nullable(), start: z.string().nullable(), end: z.string().nullable() }),
  fonds: z.object({ id: z.string(), title: z.string() }),
  ancestors: z.array(z.object({ id: z.string(), title: z.string(), level: levelSchema })),
  visibility: visibilitySchema,
  /** Of what is described only: why its documents may not be read yet, and from which day they may; null without a day. */
  closure: z.object({ sensitivity: sensitivitySchema, from: z.string().nullable() }).nullable(),
  digital: z.boolean(),
  highlights: z.array(z.object({ field: z.string(), html: z.string() })),
  /** The first page on which the words stand, and what is written there around them; only of what may be read. */
  foundOnPage: z.object({ page: z.number(), label: z.string().nullable(), html: z.string() }).optional(),
});
export type Hit = z.infer<typeof hitSchema>;

/** A hit as it leaves the site in a list: with who keeps it, and its whole address for `url`. */
export interface HeldHit extends Hit {
  custodian: string;
}

export const facetValueSchema = z.object({
  value: z.string(),
  label: z.string(),
  count: z.number(),
  estimate: z.boolean(),
});
export type FacetValue = z.infer<typeof facetValueSchema>;

/** A fonds with its best hits, when `group=fonds`. */
export const groupSchema = z.object({
  fonds: z.object({ id: z.string(), title: z.string() }),
  count: z.number(),
  estimate: z.boolean(),
  hits: z.array(hitSchema),
});

/** Hits per span of years (both included), by overlap: a record of 1405–1797 counts in each span it touches. */
export const histogramBarSchema = z.object({ from: z.number(), to: z.number(), count: z.number() });

export const searchAnswerSchema = z.object({
  total: z.number(),
  totalEstimate: z.boolean(),
  next: z.string().nullable(),
  prev: z.string().nullable(),
  hits: z.array(hitSchema),
  groups: z.array(groupSchema).optional(),
  facets: z.partialRecord(z.enum(facetNames), z.array(facetValueSchema)),
  histogram: z.array(histogramBarSchema).optional(),
  /** What was not understood in `q` or had to be left out, in the reader's language. */
  notices: z.array(z.string()).optional(),
  /** Where hits are few: `q` with unknown words replaced by the nearest known ones, which gives more. */
  didYouMean: z.string().optional(),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

/** A cursor or page that this engine did not give or can't honour: HTTP 400. */
export class SearchRequestError extends Error {
  readonly parameter: string;
  /** A place in a list that another engine gave: one took over from the other while somebody was reading. */
  readonly foreign: boolean;
  constructor(parameter: string, message: string, foreign = false) {
    super(message);
    this.name = 'SearchRequestError';
    this.parameter = parameter;
    this.foreign = foreign;
  }

  /** By name: every bundle of the built site has this class once more, and the engine that throws it may live in another. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'SearchRequestError';
  }
}

export interface SuggestRequest {
  scope: Scope;
  /** What has been typed so far. */
  q: string;
  lang: SearchRequest['lang'];
}

export const suggestionKinds = ['title', 'agent', 'place', 'subject', 'code'] as const;

/** Something that begins as a reader has begun to type. */
export const suggestionSchema = z.object({
  kind: z.enum(suggestionKinds),
  label: z.string(),
  /** The record or agent of that name; null: several records bear it, or it is an access point, and a search finds them. */
  id: z.string().nullable(),
  /** The level of the record, the kind of the agent. */
  type: z.string().nullable(),
  /** The fonds of a title, the title of a code. */
  note: z.string().nullable(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

export const mostSuggestions = 8;

export interface Search {
  query(request: SearchRequest): Promise<SearchAnswer>;
  /** At most `mostSuggestions`; accents and capitals do not count, nor do fewer than two letters. */
  suggest(request: SuggestRequest): Promise<Suggestion[]>;
}
