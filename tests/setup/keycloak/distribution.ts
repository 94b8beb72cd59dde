import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { testDataDir } from '../cluster.ts';

const run = promisify(execFile);
const version = '26.4.0';
const dependencyPlugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';

/** The folder of a Keycloak that can be started, fetched once and then kept beside the test database. */
export async function keycloakHome(): Promise<string> {
  const home = path.join(testDataDir(), `keycloak-${version}`);
  if (existsSync(home)) return home;
  await mkdir(testDataDir(), { recursive: true });
  const draft = await mkdtemp(path.join(testDataDir(), 'keycloak-draft-'));
  try {
    const artifact = `org.keycloak:keycloak-quarkus-dist:${version}:tar.gz`;
    const settings = [`-Dartifact=${artifact}`, `-DoutputDirectory=${draft}`];
    // In a folder of its own: Maven notes below the current one what it has unpacked, and would not do it again.
    await run('mvn', ['-q', '-B', `${dependencyPlugin}:unpack`, ...settings], { cwd: draft });
    await rename(path.join(draft, `keycloak-${version}`), home).catch((error: unknown) => {
      if (!existsSync(home)) throw error; // another run was quicker
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return home;
}
