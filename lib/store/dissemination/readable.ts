/**
 * What is stored of a thing, or, where that cannot be read, nothing of it: one broken row must not stop a harvest, a finding aid or a dump of a
 * million. It is told to the log each time; once it is mended its stamp moves, and who harvests has it whole.
 * @param of what the row is of, for the log
 */
export function readable<T>(of: string, read: (stored: unknown) => T, stored: unknown): T {
  try {
    return read(stored);
  } catch (error) {
    console.error(
      new Error(`what is stored of ${of} cannot be read: it is disseminated by its name alone`, { cause: error }),
    );
    return read({});
  }
}
