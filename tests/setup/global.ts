import type { TestProject } from 'vitest/node';
import { attachTestCluster, templateName } from './cluster.ts';
import { openElasticsearchDoor } from './elasticsearch-door.ts';

/** One real PostgreSQL for the whole run, whose template test files copy; an Elasticsearch for those that ask. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = await attachTestCluster();
  project.provide('adminUrl', database.adminUrl);
  project.provide('ownerUrl', database.ownerUrl);
  project.provide('appUrl', database.appUrl);
  project.provide('template', templateName);
  const door = await openElasticsearchDoor();
  project.provide('elasticsearchDoor', door.url);
  return async () => {
    await door.close();
    await database.release();
  };
}
