/** For how long what was read is taken as it is. */
const fresh = 5000;

/**
 * Something that is read again at most once in five seconds, by all who ask at once together.
 * What fails is told once and the next asks again: who asks goes on with what was read before.
 */
export function readAgain(read: () => Promise<void>): { current(): Promise<void>; refresh(): Promise<void> } {
  let at = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | null = null;
  const run = (): Promise<void> =>
    (reading ??= read()
      .then(() => {
        at = performance.now();
      })
      .finally(() => {
        reading = null;
      }));
  return {
    current: async () => {
      if (performance.now() - at < fresh) return;
      await run().catch((error: unknown) => console.error(`what was read before holds on: ${String(error)}`));
    },
    // One that runs may have looked before the change.
    refresh: async () => {
      await reading?.catch(() => undefined);
      await run();
    },
  };
}
