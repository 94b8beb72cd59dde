import { isPublicRole } from '#lib/access/visibility.ts';
import type { AgentRole } from '#lib/records/agent.ts';
import { isadElements, type Description } from '#lib/records/description.ts';
import { levelHeight, type Level } from '#lib/records/level.ts';
import type { Visibility } from '#lib/records/phase.ts';
import type { FacetName, Scope } from '#lib/search/search.ts';

/** A record as the store has it, internal parts included: what each scope may show is decided here by their flags. */
export interface SearchSource {
  id: string;
  level: Level;
  unitType: string | null;
  referenceCode: string | null;
  formerCodes: string[];
  title: string;
  /** The subject as registered: never public. */
  object: string | null;
  dateStart: string | null;
  dateEnd: string | null;
  description: Partial<Description>;
  internal: boolean;
  visibility: Visibility;
  digital: boolean;
  /** Words of its pages, folded, each once; none where it has no page text. */
  pageWords: string[];
  agents: { id: string; name: string; role: AgentRole; internal: boolean }[];
}

/** What stands above a record, as the same scope may show it. */
export interface SearchContext {
  rootId: string;
  /** Root first, the record itself not included. */
  ancestorIds: string[];
  inheritedCreators: string[];
  /** Languages of the nearest ancestor that names any. */
  inheritedLanguages: string[];
}

/** What an index holds of a record, free of any engine. */
export interface SearchDocument {
  recordId: string;
  rootId: string;
  ancestorIds: string[];
  /** Texts by what a word in them weighs: the title; codes, other titles and agents; access points; all the rest. */
  title: string;
  names: string;
  terms: string;
  body: string;
  /** Words of its pages, folded, each once: below all the rest. */
  pages: string[];
  agents: { id: string; name: string }[];
  code: string | null;
  /** The current code and the former ones. */
  codes: string[];
  facets: [FacetName, string][];
  /** 0 a fonds, 6 an item. */
  standing: number;
  yearStart: number | null;
  yearEnd: number | null;
  dateStart: string | null;
  dateEnd: string | null;
  /** The internal scope has a row of its own that says more. */
  hasInternal: boolean;
}

/** A tsvector ends at 1 MB; these hold it below that even in three-byte scripts. The rest of a longer text is not searched. */
const limits = {
  title: 10_000,
  names: 20_000,
  terms: 20_000,
  body: 150_000,
  marks: 400,
  pageWords: 20_000,
  pageBytes: 160_000,
};

/** Spans longer than this say nothing about a century: such records have no value in that facet (fonds of six centuries are found by date). */
const longestCenturySpan = 300;
/** Who types a year means what was made about then: longer spans are found by their ends, or by date. */
const longestTypedSpan = 10;

/** The scopes in which a record has a row: public unless it is hidden; internal when it is hidden or says more there. */
export function searchScopes(record: SearchSource): readonly Scope[] {
  if (record.visibility === 'hidden' || record.internal) return ['internal'];
  return saysMoreInside(record) ? ['public', 'internal'] : ['public'];
}

/** Null when the scope has no row (`searchScopes`). */
export function toSearchDocument(record: SearchSource, context: SearchContext, scope: Scope): SearchDocument | null {
  if (!searchScopes(record).includes(scope)) return null;
  const hasInternal = saysMoreInside(record);
  const shown = <T extends { internal?: boolean }>(things: readonly T[] | undefined): T[] =>
    (things ?? []).filter((thing) => scope === 'internal' || thing.internal !== true);

  const { description } = record;
  const agents = record.agents.filter((agent) => scope === 'internal' || isPublicTie(agent));
  const points = shown(description.accessPoints);
  const codes = [record.referenceCode, ...record.formerCodes].filter((code) => code !== null).slice(0, 100);
  // In the standard's order: that of the stored keys is PostgreSQL's, another one than the file's.
  const notes = isadElements.flatMap((element) => shown(description.elements?.[element]).map((note) => note.text));
  const dates = orderedDates(record.dateStart, record.dateEnd);
  const facets = facetsOf(record, context, agents, points, dates);
  const object = scope === 'internal' ? record.object : null;

  return {
    recordId: record.id,
    rootId: context.rootId,
    ancestorIds: context.ancestorIds,
    title: record.title.slice(0, limits.title),
    names: join(limits.names, [
      ...codes,
      record.unitType,
      ...(description.otherTitles ?? []).map((other) => other.title),
      ...agents.map((agent) => agent.name),
      object,
    ]),
    terms: join(limits.terms, [...points.map((point) => point.label), ...yearsIn(dates)]),
    body: join(limits.body, [
      ...notes,
      ...(description.extents ?? []),
      ...(description.containers ?? []).map((container) => `${container.type ?? ''} ${container.value}`),
      ...(description.identifiers ?? []).map((identifier) => identifier.value),
    ]),
    // What may not be read yet is not found by what is written on it, whoever looks.
    pages: record.visibility === 'open' ? firstOf(record.pageWords) : [],
    agents,
    code: record.referenceCode,
    codes,
    facets,
    standing: levelHeight[record.level],
    yearStart: yearOf(dates.start),
    yearEnd: yearOf(dates.end),
    dateStart: dates.start,
    dateEnd: dates.end,
    hasInternal,
  };
}

const isPublicTie = (agent: SearchSource['agents'][number]) => !agent.internal && isPublicRole(agent.role);

function saysMoreInside(record: SearchSource): boolean {
  const { elements, accessPoints } = record.description;
  return (
    Boolean(record.object) ||
    record.agents.some((agent) => !isPublicTie(agent)) ||
    (accessPoints ?? []).some((point) => point.internal) ||
    Object.values(elements ?? {}).some((notes) => notes.some((note) => note.internal))
  );
}

function facetsOf(
  record: SearchSource,
  context: SearchContext,
  agents: SearchSource['agents'],
  points: NonNullable<Description['accessPoints']>,
  dates: { start: string | null; end: string | null },
): [FacetName, string][] {
  const own = record.description.languages ?? [];
  const labels = (kind: 'subject' | 'place') =>
    points.filter((point) => point.kind === kind).map((point) => point.label);
  const creators = agents.filter((agent) => agent.role === 'creator').map((agent) => agent.id);
  const values: [FacetName, string[]][] = [
    ['fonds', [context.rootId]],
    ['level', [record.level]],
    ['creator', [...creators, ...context.inheritedCreators]],
    ['subject', labels('subject')],
    ['place', labels('place')],
    ['language', own.length > 0 ? own : context.inheritedLanguages],
    ['century', centuriesOf(dates.start, dates.end)],
    // Of what may not be read yet nobody is told that there are images.
    ['digital', record.digital && record.visibility === 'open' ? ['true'] : []],
  ];
  return values.flatMap(([facet, found]) =>
    [...new Set(found.map(facetLabel))]
      .filter(Boolean)
      .slice(0, limits.marks)
      .map((value): [FacetName, string] => [facet, value]),
  );
}

/** `15` is the 1400s, as "Quattrocento" counts; every century the span touches. */
function centuriesOf(start: string | null, end: string | null): string[] {
  const from = yearOf(start);
  const to = yearOf(end);
  if (from === null || to === null || to - from > longestCenturySpan) return [];
  const centuries: string[] = [];
  for (let century = Math.floor(from / 100) + 1; century <= Math.floor(to / 100) + 1; century++)
    centuries.push(String(century));
  return centuries;
}

/** The years a reader may type beside words: each of a short span; of a longer one, the first and the last. */
function yearsIn(dates: { start: string | null; end: string | null }): string[] {
  const from = yearOf(dates.start);
  const to = yearOf(dates.end);
  if (from === null || to === null) return [];
  if (to - from > longestTypedSpan) return [String(from), String(to)];
  return Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
}

/** A span with one end known is that day; the wrong way round, it is turned. */
function orderedDates(start: string | null, end: string | null): { start: string | null; end: string | null } {
  const from = start ?? end;
  const to = end ?? start;
  return from !== null && to !== null && from > to ? { start: to, end: from } : { start: from, end: to };
}

/** A facet's value as counted and shown: single spaces, at most 300 characters. */
export function facetLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().slice(0, 300).toWellFormed();
}

const yearOf = (day: string | null): number | null => (day === null ? null : Number(day.slice(0, 4)));

/** As many words of pages as a tsvector has room for. */
function firstOf(words: readonly string[]): string[] {
  let bytes = 0;
  const sizeOf = (word: string) => (/^[a-z0-9]*$/.test(word) ? word.length : 3 * word.length);
  return words.slice(0, limits.pageWords).filter((word) => (bytes += sizeOf(word)) <= limits.pageBytes);
}

/** Texts one under the other, cut to a length. */
function join(limit: number, texts: readonly (string | null)[]): string {
  let joined = '';
  for (const text of texts) {
    if (!text) continue;
    if (joined.length + text.length > limit) return joined + '\n' + text.slice(0, Math.max(0, limit - joined.length));
    joined += joined === '' ? text : '\n' + text;
  }
  return joined;
}
