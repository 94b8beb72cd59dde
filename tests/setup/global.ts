import type { TestProject } from 'vitest/node';
import { attachTestCluster, templateName } from './cluster.ts';

/** One real PostgreSQL for the whole run; test files copy its template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = await attachTestCluster();
  project.provide('adminUrl', database.adminUrl);
  project.provide('ownerUrl', database.ownerUrl);
  project.provide('appUrl', database.appUrl);
  project.provide('template', templateName);
  return () => database.release();
}
