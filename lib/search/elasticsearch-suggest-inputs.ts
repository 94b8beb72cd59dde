import type { SearchDocument } from '#lib/projections/search-document.ts';
import { agentNameKey } from '#lib/records/agent-name.ts';
import { levelHeight } from '#lib/records/level.ts';
import { codeSortKey, titleSortKey } from './code.ts';
import { fold } from './fold.ts';

/** What may be completed of a record, a completion field each; heads are the titles of fonds to subseries. */
export interface SuggestInputs {
  head?: { input: string[]; weight: number };
  title?: string[];
  agent?: string[];
  place?: string[];
  subject?: string[];
  code?: string[];
}
export type SuggestField = keyof SuggestInputs;

export const lowestHead = levelHeight.subseries;
const longest = 200;
/** In no key, and before every letter: an agent's id follows its name, so that two of one name are two. */
const idMark = '\t';

/** The keys of sorting are those of completing: what was typed is compared as titles, codes and names are everywhere. */
export function suggestInputsOf(document: SearchDocument): SuggestInputs {
  const { standing } = document;
  const titles = keysOf([document.title], titleSortKey);
  const agents = document.agents.flatMap(({ id, name }) =>
    keysOf([name], agentNameKey).map((key) => key + idMark + id),
  );
  const labelsOf = (kind: 'place' | 'subject') =>
    keysOf(
      document.facets.filter(([facet]) => facet === kind).map(([, label]) => label),
      accessPointKey,
    );
  const isHead = standing <= lowestHead;
  return {
    ...(isHead && titles.length > 0 ? { head: { input: titles, weight: lowestHead + 1 - standing } } : {}),
    ...some('title', isHead ? [] : titles),
    ...some('agent', [...new Set(agents)]),
    ...some('place', labelsOf('place')),
    ...some('subject', labelsOf('subject')),
    ...some('code', keysOf([document.code ?? ''], codeSortKey)),
  };
}

/** A completion field refuses empty texts, and the characters that it keeps for itself. */
export function accessPointKey(label: string): string {
  return fold(label)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, longest)
    .toWellFormed();
}

const keysOf = (texts: readonly string[], keyOf: (text: string) => string): string[] => [
  ...new Set(texts.map(keyOf).filter((key) => key !== '')),
];

const some = (field: SuggestField, input: string[]) => (input.length > 0 ? { [field]: input } : {});
