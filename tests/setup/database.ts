import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import type { Database } from '#lib/store/cluster.ts';
import { withClient } from '#lib/store/prepare-database.ts';
import { attachTestCluster, templateName } from './cluster.ts';

export interface FreshDatabase {
  ownerUrl: string;
  appUrl: string;
  drop(): Promise<void>;
}

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string;
    ownerUrl: string;
    appUrl: string;
    template: string;
  }
}

/** A migrated database of its own, copied from the template in some 50 ms. In tests the cluster is the suite's; elsewhere one is started. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const cluster = await currentCluster();
  // The run's, as it was when the run began: a migration may be edited meanwhile.
  const template = process.env.VITEST ? inject('template') : templateName;
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withClient(cluster.adminUrl, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER eli4u_owner`),
  );
  const at = (url: string) => url.replace(/\/[^/]*$/, `/${name}`);
  return {
    ownerUrl: at(cluster.ownerUrl),
    appUrl: at(cluster.appUrl),
    drop: async () => {
      await withClient(cluster.adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
      await cluster.release();
    },
  };
}

async function currentCluster(): Promise<Database> {
  if (!process.env.VITEST) return attachTestCluster();
  return {
    adminUrl: inject('adminUrl'),
    ownerUrl: inject('ownerUrl'),
    appUrl: inject('appUrl'),
    release: () => Promise.resolve(),
  };
}
