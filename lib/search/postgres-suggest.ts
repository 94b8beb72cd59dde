import type pg from 'pg';
import { suggestNames } from './postgres-suggest-names.ts';
import { walkIndexes } from './postgres-suggest-ranges.ts';
import { suggestCodes, suggestHeads, suggestTitles } from './postgres-suggest-titles.ts';
import type { Suggestion, SuggestRequest } from './search.ts';
import { inOrder, typedText } from './suggestions.ts';

/** What begins as was typed, each list a walk along an index. */
export async function suggest(client: pg.ClientBase, { scope, q }: SuggestRequest): Promise<Suggestion[]> {
  const typed = typedText(q);
  if (typed === null) return [];
  await client.query(walkIndexes);
  return inOrder(typed, [
    await suggestHeads(client, scope, typed),
    ...(await suggestNames(client, scope, typed)),
    await suggestCodes(client, scope, typed),
    await suggestTitles(client, scope, typed),
  ]);
}
