/** Most notifications that one message names; of more it says how many. */
export const mostNamed = 20;

/** What is due to one person by one way goes in one message, in the order in which it happened. */
export function messagesOf<T extends { agent: string; id: number }>(
  due: readonly T[],
): { agent: string; parts: T[] }[] {
  const byAgent = new Map<string, T[]>();
  for (const one of due) byAgent.set(one.agent, [...(byAgent.get(one.agent) ?? []), one]);
  return [...byAgent].map(([agent, parts]) => ({ agent, parts: parts.toSorted((a, b) => a.id - b.id) }));
}
