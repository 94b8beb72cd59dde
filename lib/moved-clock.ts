/** The clock of this process: it runs from the instant that a demonstration starts at, or is the machine's. */
export function movedClock(start: string | null | undefined): () => Date {
  const offset = start ? Date.parse(start) - Date.now() : 0;
  return () => new Date(Date.now() + offset);
}
