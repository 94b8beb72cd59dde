/**
 * The answer of a slow question, kept for a while; those who ask while it is being found wait for the same one.
 * @param worthKeeping an answer that is not (an empty house before its first ingest) is asked for again
 */
export function remember<T>(
  ask: () => Promise<T>,
  age: number,
  now: () => number,
  worthKeeping: (answer: T) => boolean,
): () => Promise<T> {
  let kept: { answer: Promise<T>; at: number } | null = null;
  return () => {
    if (kept && now() - kept.at < age) return kept.answer;
    const mine = { answer: ask(), at: now() };
    kept = mine;
    const forget = () => {
      if (kept === mine) kept = null;
    };
    mine.answer.then((answer) => worthKeeping(answer) || forget(), forget);
    return mine.answer;
  };
}
