import type pg from 'pg';
import { suggestAccessPoints, suggestAgents } from './postgres-suggest-names.ts';
import { suggestCodes, suggestHeads, suggestTitles } from './postgres-suggest-titles.ts';
import { fold } from './fold.ts';
import { mostSuggestions, type Suggestion, type SuggestRequest } from './search.ts';

/** Longer than any title's sort key. */
const longest = 200;
/** One of each kind is heard before a second of any other fills the list. */
const share = 2;

/**
 * What begins as was typed: fonds and series, agents, places, subjects, codes, then single units. Each list is a walk of a few rows along an
 * index; the settings hold the planner to it, whatever the statistics say.
 */
export async function suggest(client: pg.ClientBase, { scope, q }: SuggestRequest): Promise<Suggestion[]> {
  const typed = q.slice(0, longest).replaceAll('\0', '');
  if (fold(typed).replace(/[^\p{L}\p{N}]+/gu, '').length < 2) return [];
  await client.query(
    'SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL gin_fuzzy_search_limit = 1000',
  );
  const lists: Suggestion[][] = [
    await suggestHeads(client, scope, typed),
    await suggestAgents(client, scope, typed),
    ...(await suggestAccessPoints(client, scope, typed)),
    await suggestCodes(client, scope, typed),
    await suggestTitles(client, scope, typed),
  ];
  // What has a number in it is more likely a code than anything else.
  return fairly(/\p{N}/u.test(typed) ? lists.toReversed() : lists);
}

/** The first of each list, then what room is left, in the order of the lists; the same thing is said once. */
export function fairly(lists: readonly (readonly Suggestion[])[]): Suggestion[] {
  const said = new Set<string>();
  const fresh = lists.map((list) =>
    list.filter((suggestion) => {
      const key = suggestion.id ?? `${suggestion.kind}:${fold(suggestion.label)}`;
      if (said.has(key)) return false;
      said.add(key);
      return true;
    }),
  );
  const counts = fresh.map((list) => Math.min(share, list.length));
  let room = mostSuggestions - counts.reduce((sum, count) => sum + count, 0);
  for (const [index, list] of fresh.entries()) {
    const more = Math.max(0, Math.min(room, list.length - (counts[index] ?? 0)));
    counts[index] = (counts[index] ?? 0) + more;
    room -= more;
  }
  return fresh.flatMap((list, index) => list.slice(0, counts[index])).slice(0, mostSuggestions);
}
