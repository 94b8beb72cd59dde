import { test } from '@playwright/test';
import type pg from 'pg';
import { readConfig } from '#lib/config.ts';
import { attachDatabase } from '#lib/store/cluster.ts';
import { createPool } from '#lib/store/pool.ts';

/** The store of the site under test, beside it; a site that was running already says by SITE_DATA_DIR where its data lie. */
export interface SiteStore {
  pool: pg.Pool;
  dataDir: string;
  end(): Promise<void>;
}

export async function openSiteStore(): Promise<SiteStore> {
  const dataDir = process.env.SITE_DATA_DIR ?? '';
  test.skip(dataDir === '', 'the site was running already, and SITE_DATA_DIR does not say where its data lie');
  const database = await attachDatabase(readConfig({ DATA_DIR: dataDir }));
  const pool = createPool(database.appUrl, { applicationName: 'test', max: 2 });
  return {
    pool,
    dataDir,
    end: async () => {
      await pool.end();
      await database.release();
    },
  };
}
