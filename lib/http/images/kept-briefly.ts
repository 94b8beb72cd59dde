/** Remembers an answer for a moment, by key: many ask the same at once, and what was withdrawn is not to be shown long. */
export function createKeptBriefly<T>(milliseconds: number, mostKeys = 10_000) {
  const kept = new Map<string, { answer: Promise<T>; until: number }>();
  return (key: string, ask: () => Promise<T>): Promise<T> => {
    const now = performance.now();
    const known = kept.get(key);
    if (known && known.until > now) return known.answer;
    if (kept.size >= mostKeys) kept.clear();
    const answer = ask();
    kept.set(key, { answer, until: now + milliseconds });
    answer.catch(() => kept.delete(key));
    return answer;
  };
}
