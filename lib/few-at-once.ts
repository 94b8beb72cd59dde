/** Work on each of many, so many at once; results in their order. The first failure ends it. */
export async function fewAtOnce<T, R>(
  items: readonly T[],
  many: number,
  work: (item: T, at: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const hand = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at] as T, at);
  };
  await Promise.all(Array.from({ length: Math.min(many, items.length) }, hand));
  return results;
}
