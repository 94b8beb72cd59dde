import type pg from 'pg';
import { suggestAccessPoints, suggestAgents } from './postgres-suggest-names.ts';
import { suggestCodes, suggestHeads, suggestTitles } from './postgres-suggest-titles.ts';
import type { Suggestion, SuggestRequest } from './search.ts';
import { inOrder, typedText } from './suggestions.ts';

/**
 * What begins as was typed. Each list is a walk of a few rows along an index; the settings hold the planner to it, whatever the statistics
 * say.
 */
export async function suggest(client: pg.ClientBase, { scope, q }: SuggestRequest): Promise<Suggestion[]> {
  const typed = typedText(q);
  if (typed === null) return [];
  await client.query(
    'SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL gin_fuzzy_search_limit = 1000',
  );
  return inOrder(typed, [
    await suggestHeads(client, scope, typed),
    await suggestAgents(client, scope, typed),
    ...(await suggestAccessPoints(client, scope, typed)),
    await suggestCodes(client, scope, typed),
    await suggestTitles(client, scope, typed),
  ]);
}
