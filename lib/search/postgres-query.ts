import type { FacetName, SearchRequest } from './search.ts';
import { facetNames } from './search.ts';
import {
  codeLexeme,
  facetLexeme,
  quoteLexeme,
  sampleLexeme,
  sampleTiers,
  titleLexeme,
  withinLexeme,
} from './lexemes.ts';
import type { ParsedQuery, QueryNode } from './query.ts';

/**
 * Text forms of tsquery, all bound as parameters. Filters are part of it, so that one scan of the word index answers words and filters
 * together; null: no condition.
 */
export interface CompiledQuery {
  words: string | null;
  /** The same words all in the title: these come first. Null without words. */
  title: string | null;
  /** The same words all in the title, the names (codes, agents, other titles) or the access points: notes do not count. */
  named: string | null;
  code: string | null;
  filters: Partial<Record<FacetName, string>>;
  within: string | null;
  /** Whether words must stand side by side, which no index knows. */
  phrases: boolean;
  /** Nothing but stop words was typed. */
  stopWordsOnly: boolean;
  /** What to mark in the text of hits. */
  marked: { stems: Set<string>; prefixes: string[] };
}

type StemOf = (word: string) => string | null;

/** Every folded word of a query: what must be stemmed before compiling. */
export function queryWords(node: QueryNode | null): string[] {
  if (!node) return [];
  if (node.kind === 'and' || node.kind === 'or') return node.parts.flatMap(queryWords);
  if (node.kind === 'not') return queryWords(node.part);
  return node.kind === 'prefix' ? [...node.words, node.prefix] : node.words;
}

export function compileQuery(
  parsed: ParsedQuery,
  request: Pick<SearchRequest, 'filters' | 'within'>,
  stemOf: StemOf,
): CompiledQuery {
  const words = parsed.root && inWords(parsed.root, stemOf);
  const title = parsed.root && inTitle(parsed.root, stemOf);
  const named = parsed.root && inWords(parsed.root, stemOf, aboveNotes);
  const code = parsed.code && quoteLexeme(codeLexeme(parsed.code));
  const marked = { stems: new Set<string>(), prefixes: [] };
  if (parsed.root) collectMarked(parsed.root, stemOf, marked);
  const filters: Partial<Record<FacetName, string>> = {};
  for (const facet of facetNames) {
    const values = request.filters[facet] ?? [];
    if (values.length > 0)
      filters[facet] = anyOf(values.slice(0, 200).map((value) => quoteLexeme(facetLexeme(facet, value))));
  }
  return {
    words: words === null ? null : anyOf([bounded(words, parsed.root), code].filter((part) => part !== null)),
    title: words === null ? null : title,
    named: words === null ? null : named,
    code,
    filters,
    within: request.within === null ? null : quoteLexeme(withinLexeme(request.within)),
    phrases: words?.includes('<') ?? false,
    stopWordsOnly: parsed.root !== null && words === null,
    marked,
  };
}

export const anyOf = (parts: readonly string[]): string =>
  parts.length === 1 ? (parts[0] as string) : `(${parts.join(' | ')})`;

/** All of these; null when there is none. */
export function allOf(parts: readonly (string | null | undefined)[]): string | null {
  const conditions = parts.filter((part) => part !== null && part !== undefined);
  return conditions.length === 0
    ? null
    : conditions.length === 1
      ? (conditions[0] as string)
      : `(${conditions.join(' & ')})`;
}

export const noneOf = (part: string): string => `!${part.startsWith('(') || part.startsWith("'") ? part : `(${part})`}`;

/** One record in sixteen for each tier named. */
export const inTiers = (tiers: readonly number[]): string =>
  anyOf(tiers.map((tier) => quoteLexeme(sampleLexeme(tier))));

const everything = inTiers(Array.from({ length: sampleTiers }, (_, tier) => tier));

/** A query that only leaves out ("NOT estimo") would make the index walk all its words; with the sample marks it need not. */
function bounded(words: string, root: QueryNode | null): string {
  return root && !requires(root) ? `(${words} & ${everything})` : words;
}

function requires(node: QueryNode): boolean {
  if (node.kind === 'and') return node.parts.some(requires);
  if (node.kind === 'or') return node.parts.every(requires);
  return node.kind !== 'not';
}

/** The weights of a word in the title, the names and the access points (vector.ts). */
const aboveNotes = 'ABC';

/** @param weights the fields that count, by the weights their words have; none: all. */
function inWords(node: QueryNode, stemOf: StemOf, weights = ''): string | null {
  return compile(node, (part) => leafInWords(part, stemOf, weights));
}

function inTitle(node: QueryNode, stemOf: StemOf): string | null {
  return compile(node, (part) => {
    const stems = part.words.map(stemOf).filter((stem) => stem !== null);
    const exact = stems.map((stem) => quoteLexeme(titleLexeme(stem)));
    return allOf(part.kind === 'prefix' ? [...exact, prefixed(part.prefix, stemOf, titleLexeme, '')] : exact);
  });
}

type Leaf = Extract<QueryNode, { kind: 'text' | 'phrase' | 'prefix' }>;

function compile(node: QueryNode, leaf: (node: Leaf) => string | null): string | null {
  switch (node.kind) {
    case 'and':
      return allOf(node.parts.map((part) => compile(part, leaf)));
    case 'or': {
      const parts = node.parts.map((part) => compile(part, leaf)).filter((part) => part !== null);
      return parts.length === 0 ? null : anyOf(parts);
    }
    case 'not': {
      const part = compile(node.part, leaf);
      return part === null ? null : noneOf(part);
    }
    default:
      return leaf(node);
  }
}

function leafInWords(node: Leaf, stemOf: StemOf, weights: string): string | null {
  if (node.kind === 'phrase') return phrase(node.words, stemOf, weights);
  const stems = node.words.map(stemOf).filter((stem) => stem !== null);
  const words = stems.map((stem) => weighted(stem, weights));
  if (node.kind === 'prefix') return allOf([...words, prefixed(node.prefix, stemOf, (stem) => stem, weights)]);
  const together = allOf(words);
  if (!node.code) return together;
  const code = quoteLexeme(codeLexeme(node.code));
  return together === null ? code : anyOf([together, code]);
}

const weighted = (stem: string, weights: string) =>
  weights === '' ? quoteLexeme(stem) : `${quoteLexeme(stem)}:${weights}`;

/** A prefix as typed, or the stem it would have as a whole word: `archivi*` must find "archivio", whose stem is "archiv". */
function prefixed(prefix: string, stemOf: StemOf, form: (stem: string) => string, weights: string): string {
  const stem = stemOf(prefix);
  const begins = `${quoteLexeme(form(prefix))}:*${weights}`;
  return stem === null || stem === prefix ? begins : anyOf([begins, weighted(form(stem), weights)]);
}

/** Stop words inside a phrase keep their place: "libro dei conti" is libr, then conti two words on. */
function phrase(words: readonly string[], stemOf: StemOf, weights: string): string | null {
  let text: string | null = null;
  let distance = 0;
  for (const word of words) {
    distance++;
    const stem = stemOf(word);
    if (stem === null) continue;
    const part = weighted(stem, weights);
    text = text === null ? part : `${text} <${distance}> ${part}`;
    distance = 0;
  }
  return text === null ? null : `(${text})`;
}

function collectMarked(node: QueryNode, stemOf: StemOf, marked: { stems: Set<string>; prefixes: string[] }): void {
  if (node.kind === 'not') return;
  if (node.kind === 'and' || node.kind === 'or') {
    for (const part of node.parts) collectMarked(part, stemOf, marked);
    return;
  }
  for (const word of node.kind === 'prefix' ? [...node.words, node.prefix] : node.words) {
    const stem = stemOf(word);
    if (stem !== null) marked.stems.add(stem);
  }
  if (node.kind === 'prefix') marked.prefixes.push(node.prefix);
}
