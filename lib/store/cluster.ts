import type { Config } from '#lib/config.ts';
import { WorldError } from '#lib/errors.ts';
import { attachEmbedded } from './embedded-cluster.ts';
import { attachServer } from './server-cluster.ts';

/** A PostgreSQL that this process may use until it lets go. */
export interface Database {
  /** Superuser of the embedded server; with DATABASE_URL the same as the owner. */
  adminUrl: string;
  /** Owns the tables; migrations run as it. */
  ownerUrl: string;
  /** The plain role the application connects as. */
  appUrl: string;
  /** The folder an embedded server keeps its data in where that is not the data folder. */
  keptElsewhere?: string;
  /**
   * Lets go; the last one out of an embedded server stops it.
   * @param patience milliseconds to wait for others who are ending too, such as children just killed
   */
  release(patience?: number): Promise<void>;
}

/**
 * Finds or starts the database (design §4): DATABASE_URL if it is set, else the embedded server under the data folder, whoever started it.
 * @param signal gives up and leaves no server behind that was started for this
 * @throws WorldError naming what is in the way; the signal's reason when it was given
 */
export async function attachDatabase(config: Config, signal?: AbortSignal): Promise<Database> {
  try {
    return config.database.kind === 'server'
      ? await attachServer(config.database.url)
      : await attachEmbedded(config.dataDir, signal);
  } catch (error) {
    if (error instanceof WorldError || signal?.aborted) throw error;
    throw new WorldError('the database could not be reached or started', error);
  }
}
