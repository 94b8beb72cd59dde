/** Something outside is broken: the database, the disk, another program. Says what was being done; the cause says why it failed. */
export class WorldError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'WorldError';
  }
}
