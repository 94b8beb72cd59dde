/** The outcome of the work, or the signal's reason as soon as that is given; the work itself is left to its fate. */
export async function unlessStopped<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let giveUp: () => void = () => undefined;
  const stopped = new Promise<never>((_, reject) => {
    giveUp = () => reject(signal.reason as Error);
    signal.addEventListener('abort', giveUp);
    if (signal.aborted) giveUp();
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

/**
 * Given when this process is asked to end. Asking again changes nothing: ending is under way.
 * @param say told once
 */
export function stopSignal(say: (line: string) => void): AbortSignal {
  const ending = new AbortController();
  // SIGHUP: the terminal was closed.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (!ending.signal.aborted) say('stopping');
      ending.abort();
    });
  }
  // Nobody reads what we say any more; that must not keep us from ending in order.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return ending.signal;
}
