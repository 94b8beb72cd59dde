import { fold } from './fold.ts';
import { mostSuggestions, type Suggestion } from './search.ts';

/** Longer than any title's sort key. */
const longest = 200;
/** One of each kind is heard before a second of any other fills the list. */
const share = 2;

/** What was typed, as far as anything could begin so; null where it is too little to suggest anything. */
export function typedText(q: string): string | null {
  const typed = q.slice(0, longest).replaceAll('\0', '').toWellFormed();
  return fold(typed).replace(/[^\p{L}\p{N}]+/gu, '').length < 2 ? null : typed;
}

/** Fonds and series, agents, places, subjects, codes, then single units; what has a number in it is more likely a code than anything else. */
export function inOrder(typed: string, lists: readonly (readonly Suggestion[])[]): Suggestion[] {
  return fairly(/\p{N}/u.test(typed) ? lists.toReversed() : lists);
}

/** The first of each list, then what room is left, in the order of the lists; the same thing is said once. */
function fairly(lists: readonly (readonly Suggestion[])[]): Suggestion[] {
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
