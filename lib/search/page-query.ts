import { quoteLexeme } from './lexemes.ts';
import { parseQuery, type QueryNode } from './query.ts';

/** What is looked for on pages: every word, prefix and phrase that was typed and not left out by NOT. */
export interface PageQuery {
  stems: Set<string>;
  prefixes: string[];
  /** Stems side by side; null: any word (a stop word keeps its place). */
  phrases: (string | null)[][];
}

type StemOf = (word: string) => string | null;

/** What was typed, understood as the main search does; `stemOf` must know the words (`pageQueryWords`). */
export function pageQueryOf(typed: string, stemOf: StemOf): PageQuery {
  const query: PageQuery = { stems: new Set(), prefixes: [], phrases: [] };
  collect(parseQuery(typed).root, stemOf, query);
  return query;
}

function collect(node: QueryNode | null, stemOf: StemOf, query: PageQuery): void {
  if (!node || node.kind === 'not') return;
  if (node.kind === 'and' || node.kind === 'or') {
    for (const part of node.parts) collect(part, stemOf, query);
    return;
  }
  const stems = node.words.map(stemOf);
  if (node.kind === 'phrase' && node.words.length > 1) {
    const from = stems.findIndex((stem) => stem !== null);
    const to = stems.findLastIndex((stem) => stem !== null);
    if (from >= 0) query.phrases.push(stems.slice(from, to + 1));
    return;
  }
  for (const stem of stems) if (stem !== null) query.stems.add(stem);
  if (node.kind === 'prefix') query.prefixes.push(node.prefix);
}

/** Text forms of tsquery: pages with all of it, pages with any; null where nothing is looked for. */
export function pageConditions(
  query: { stems: ReadonlySet<string>; prefixes: readonly string[]; phrases?: readonly (string | null)[][] },
  stemOf: StemOf,
): { all: string; any: string } | null {
  const parts = [
    ...[...query.stems].map(quoteLexeme),
    ...query.prefixes.map((prefix) => prefixed(prefix, stemOf(prefix))),
    ...(query.phrases ?? []).flatMap((phrase) => sideBySide(phrase) ?? []),
  ];
  return parts.length === 0 ? null : { all: parts.join(' & '), any: parts.join(' | ') };
}

/** A prefix as typed, or the stem it has as a whole word: `archivi*` must find "archivio", whose stem is "archiv". */
const prefixed = (prefix: string, stem: string | null): string =>
  stem === null ? `${quoteLexeme(prefix)}:*` : `(${quoteLexeme(prefix)}:* | ${quoteLexeme(stem)})`;

function sideBySide(phrase: readonly (string | null)[]): string | null {
  let text: string | null = null;
  let distance = 0;
  for (const stem of phrase) {
    distance++;
    if (stem === null) continue;
    text = text === null ? quoteLexeme(stem) : `${text} <${distance}> ${quoteLexeme(stem)}`;
    distance = 0;
  }
  return text === null ? null : `(${text})`;
}
