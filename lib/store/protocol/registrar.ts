import type pg from 'pg';
import type { Registration } from '#lib/procedures/cases/filing-facts.ts';
import type { DocumentToRegister } from './document-to-register.ts';
import { registerDocuments, type Entry, type RegisterBook } from './register-documents.ts';
import { isRefusedData } from '#lib/store/refused-data.ts';

/** What was registered, with the record of its document. */
export interface Registered extends Registration {
  record: string;
}

export interface RegistrarParts {
  pool: pg.Pool;
  now: () => Date;
  takeIds: (count: number) => Promise<string[]>;
  book: () => Promise<RegisterBook>;
}

/** Most documents that one transaction registers. */
const together = 100;

interface Waiting {
  entry: Entry;
  done: (registered: Registered) => void;
  failed: (error: unknown) => void;
}

/**
 * Registers documents one transaction after another, for the register lets in one at a time anyway: those that come while one is being
 * committed go together into the next, and share its flush to the disk. Each is told its number once it is committed, never before.
 */
export function createRegistrar({ pool, now, takeIds, book }: RegistrarParts) {
  const waiting: Waiting[] = [];
  let running = false;

  async function run(): Promise<void> {
    running = true;
    try {
      while (waiting.length > 0) await commit(waiting.splice(0, together));
    } finally {
      running = false;
    }
  }

  async function commit(batch: Waiting[]): Promise<void> {
    try {
      const registrations = await registerDocuments(
        pool,
        await book(),
        batch.map(({ entry }) => entry),
      );
      batch.forEach(({ entry, done, failed }, i) => {
        const registration = registrations[i];
        if (registration) done({ ...registration, record: entry.ids[0] ?? '' });
        else failed(new Error('the register gave no number'));
      });
    } catch (error) {
      // One that the database refuses does not take the others with it; all gave their numbers back.
      if (batch.length > 1 && isRefusedData(error)) for (const one of batch) await commit([one]);
      else for (const { failed } of batch) failed(error);
    }
  }

  return async (document: DocumentToRegister): Promise<Registered> => {
    const ids = await takeIds(1 + document.attachments.length);
    return new Promise((done, failed) => {
      waiting.push({ entry: { document, ids, at: now() }, done, failed });
      if (!running) void run();
    });
  };
}
