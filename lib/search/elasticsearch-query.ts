import { codeTerm, type Query } from './elasticsearch-terms.ts';
import { queryWords } from './postgres-query.ts';
import type { ParsedQuery, QueryNode } from './query.ts';
import { SearchRequestError } from './search.ts';

/** What was typed, as queries; null: no condition. */
export interface CompiledWords {
  words: Query | null;
  /** The same words all in the title: these come first. */
  title: Query | null;
  /** The same words all in the title, the names (codes, agents, other titles) or the access points: notes do not count. */
  named: Query | null;
  /** What was typed, taken whole as a reference code. */
  code: Query | null;
  /** How often and where the words stand: for the weight of hits alone. */
  weight: Query | null;
}

type Leaf = Extract<QueryNode, { kind: 'text' | 'phrase' | 'prefix' }>;
type IsStopWord = (word: string) => boolean;

/** Fields that are searched together; words of a record count by the field they stand in. */
interface Fields {
  words: string[];
  /** Those whose words stand in the order in which they were written. */
  phrases: string[];
  /** The same, as the words are. */
  exact: string[];
}
export const exactFields = ['title.exact', 'names.exact', 'terms.exact', 'body.exact'];
const written = ['title^4', 'names^2', 'terms^2', 'body'];
const everywhere: Fields = {
  words: [...written, 'pages'],
  phrases: written,
  exact: [...exactFields, 'pages.exact'],
};
const aboveNotes: Fields = {
  words: ['title', 'names', 'terms'],
  phrases: ['title', 'names', 'terms'],
  exact: ['title.exact', 'names.exact', 'terms.exact'],
};

/** Elasticsearch refuses queries nested deeper than 30; what stands around the words takes five. */
const deepest = 25;

/**
 * Built from our own reading of the query, never from the text as typed: nothing a reader writes is a syntax to Elasticsearch.
 * @param isStopWord decides what is left out; the index's own analysis leaves the same out, but must not be left with an empty OR
 * @throws SearchRequestError for brackets nested deeper than the engine takes
 */
export function compileWords(parsed: ParsedQuery, isStopWord: IsStopWord): CompiledWords {
  const wordsIn = (fields: Fields) =>
    parsed.root && compile(parsed.root, (leaf) => leafInWords(leaf, fields, isStopWord));
  const words = wordsIn(everywhere);
  if (words === null) return { words: null, title: null, named: null, code: null, weight: null };
  if (depthOf(words) > deepest) throw new SearchRequestError('q', 'brackets are nested too deeply');
  const title = parsed.root && compile(parsed.root, (leaf) => leafInTitle(leaf, isStopWord));
  const code = parsed.code === null ? null : codeTerm(parsed.code);
  return {
    words: code ? anyOf([words, code]) : words,
    title,
    named: wordsIn(aboveNotes),
    code,
    weight: weightOf(parsed),
  };
}

/**
 * Words one by one, field by field. Weighed as they are found, by phrases and across fields, 480,000 hits of a million took twice as long, and
 * the judged queries came out no better (2026-11-25).
 */
function weightOf({ root }: ParsedQuery): Query | null {
  const words = [...new Set(queryWords(root))];
  if (words.length === 0) return null;
  return { multi_match: { query: words.join(' '), type: 'most_fields', fields: everywhere.words } };
}

function compile(node: QueryNode, leaf: (node: Leaf) => Query | null): Query | null {
  switch (node.kind) {
    case 'and':
      return all(node.parts, leaf);
    case 'or': {
      const parts = node.parts.map((part) => compile(part, leaf)).filter((part) => part !== null);
      return parts.length === 0 ? null : anyOf(parts);
    }
    case 'not':
      return all([node], leaf);
    default:
      return leaf(node);
  }
}

/**
 * As flat as it can be: what is left out and one choice stand on the level of what is asked for, and leaving out a choice is leaving out
 * each of it. So no query that the parser gives (64 words and signs) is deeper than Elasticsearch takes.
 */
function all(parts: readonly QueryNode[], leaf: (node: Leaf) => Query | null): Query | null {
  const must: Query[] = [];
  const mustNot: Query[] = [];
  let choice: readonly Query[] | null = null;
  for (const part of parts) {
    const left = part.kind === 'not' ? part.part : null;
    const queries = (left ? alternativesOf(left) : [part]).map((each) => compile(each, leaf));
    const known = queries.filter((query) => query !== null);
    if (left) mustNot.push(...known);
    else must.push(...known);
  }
  const nested = must.findIndex((query) => choiceOf(query) !== null);
  if (nested >= 0 && must.length + mustNot.length > 1) choice = choiceOf(must[nested]);
  if (choice !== null) must.splice(nested, 1);
  const [first, second] = must;
  if (mustNot.length > 0 || choice !== null) return boolOf(must, mustNot, choice);
  if (first === undefined) return null;
  return second === undefined ? first : { bool: { must } };
}

const alternativesOf = (node: QueryNode): readonly QueryNode[] => (node.kind === 'or' ? node.parts : [node]);

/** The alternatives of a query that is nothing but a choice. */
function choiceOf(query: Query | undefined): readonly Query[] | null {
  const bool = query && 'bool' in query ? query.bool : undefined;
  return bool?.minimum_should_match === 1 && !bool.must && Array.isArray(bool.should) ? bool.should : null;
}

function boolOf(must: Query[], mustNot: Query[], choice: readonly Query[] | null): Query {
  return {
    bool: {
      ...(must.length > 0 ? { must } : {}),
      ...(mustNot.length > 0 ? { must_not: mustNot } : {}),
      ...(choice === null ? {} : { should: [...choice], minimum_should_match: 1 }),
    },
  };
}

function anyOf(parts: readonly Query[]): Query {
  const [first, second] = parts;
  return first !== undefined && second === undefined
    ? first
    : { bool: { should: [...parts], minimum_should_match: 1 } };
}

function leafInWords(node: Leaf, fields: Fields, isStopWord: IsStopWord): Query | null {
  if (node.kind === 'phrase') {
    if (node.words.every(isStopWord)) return null;
    return { multi_match: { type: 'phrase', query: node.words.join(' '), fields: fields.phrases } };
  }
  const words = node.words.filter((word) => !isStopWord(word));
  const together = words.length === 0 ? null : inAnyField(fields, words);
  if (node.kind === 'prefix') {
    const begins = anyOf([
      ...fields.exact.map((field): Query => ({ prefix: { [field]: { value: node.prefix } } })),
      ...(isStopWord(node.prefix) ? [] : [inAnyField(fields, [node.prefix])]),
    ]);
    return together === null ? begins : { bool: { must: [together, begins] } };
  }
  if (!node.code) return together;
  return together === null ? codeTerm(node.code) : anyOf([together, codeTerm(node.code)]);
}

/** Each word in any field, not all in one. */
const inAnyField = (fields: Fields, words: readonly string[]): Query => ({
  combined_fields: { query: words.join(' '), fields: fields.words, operator: 'and', zero_terms_query: 'all' },
});

function leafInTitle(node: Leaf, isStopWord: IsStopWord): Query | null {
  const words = node.words.filter((word) => !isStopWord(word));
  const must: Query[] = [];
  if (words.length > 0)
    must.push({ match: { title: { query: words.join(' '), operator: 'and', zero_terms_query: 'all' } } });
  if (node.kind === 'prefix') must.push({ prefix: { 'title.exact': { value: node.prefix } } });
  const [first, second] = must;
  if (first === undefined) return null;
  return second === undefined ? first : { bool: { must } };
}

function depthOf(query: Query): number {
  const bool = query && 'bool' in query ? query.bool : undefined;
  if (!bool) return 1;
  const inner = [bool.must, bool.should, bool.must_not].flatMap((part) => part ?? []);
  return 1 + Math.max(0, ...inner.map(depthOf));
}
