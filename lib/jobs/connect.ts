import type pg from 'pg';
import { readConfig, type Config } from '#lib/config.ts';
import { attachDatabase } from '#lib/store/cluster.ts';
import { migrate } from '#lib/store/migrate.ts';
import { createPool } from '#lib/store/pool.ts';

/** Runs a command over the store, whether the site is up or not, and lets go of it in the end. */
export async function withStore<T>(name: string, work: (pool: pg.Pool, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const database = await attachDatabase(config);
  try {
    await migrate(database);
    const pool = createPool(database.appUrl, { applicationName: `eli4u ${name}`, max: 4 });
    try {
      return await work(pool, config);
    } finally {
      await pool.end();
    }
  } finally {
    await database.release();
  }
}

/** Ends a command: its exit code, or 2 with the reason when it could not run. */
export function exitWith(command: Promise<number>): void {
  command.then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      console.error(error);
      process.exitCode = 2;
    },
  );
}
