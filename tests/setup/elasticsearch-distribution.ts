import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { testDataDir } from './cluster.ts';

const run = promisify(execFile);

/** The version on Maven Central that the client and the settings are tested against. */
const version = '9.2.0';
const distribution = `org.elasticsearch.distribution.integ-test-zip:elasticsearch:${version}:zip`;
/** A compiler that needs a Java runtime only. */
const compiler = { artifact: 'org.eclipse.jdt:ecj:3.44.0', file: 'ecj-3.44.0.jar' };
const dependencyPlugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';
const filters = path.join(import.meta.dirname, 'elasticsearch-filters');

/** What the analysis of schemas/search needs and the distribution on Maven lacks; the full one has them built in. */
const components = {
  'org.elasticsearch.plugin.analysis.TokenFilterFactory': {
    asciifolding: 'eli4u.filters.FoldingFilter',
    stemmer: 'eli4u.filters.ItalianStemFilter',
  },
};

const descriptor = {
  name: 'eli4u-filters',
  description: 'Filters of the full distribution',
  version: '1',
  'elasticsearch.version': version,
  'java.version': '21',
};

/**
 * The folder of an Elasticsearch that can be started, fetched once and then kept beside the test database.
 * @param java a Java 21 or later
 */
export async function elasticsearchHome(java: string): Promise<string> {
  const home = path.join(testDataDir(), `elasticsearch-${version}-${filtersHash()}`);
  if (existsSync(home)) return home;
  await mkdir(testDataDir(), { recursive: true });
  const draft = await mkdtemp(path.join(testDataDir(), 'elasticsearch-draft-'));
  try {
    await maven(draft, 'unpack', `-Dartifact=${distribution}`, `-DoutputDirectory=${draft}`);
    const unpacked = path.join(draft, `elasticsearch-${version}`);
    await addFilters(java, draft, unpacked);
    // The server runs under another account when we are root.
    await run('chmod', ['-R', 'a+rX', unpacked]);
    await rename(unpacked, home).catch((error: unknown) => {
      if (!existsSync(home)) throw error; // another run was quicker
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return home;
}

async function addFilters(java: string, draft: string, home: string): Promise<void> {
  await maven(draft, 'copy', `-Dartifact=${compiler.artifact}`, `-DoutputDirectory=${draft}`);
  const lib = path.join(home, 'lib');
  const jars = (await readdir(lib)).filter((name) => name.endsWith('.jar')).map((name) => path.join(lib, name));
  const classes = path.join(draft, 'classes');
  const plugin = path.join(home, 'plugins', descriptor.name);
  await mkdir(plugin, { recursive: true });
  const target = ['-source', '21', '-target', '21'];
  const classPath = ['-cp', jars.join(path.delimiter)];
  await run(java, ['-jar', path.join(draft, compiler.file), ...target, ...classPath, '-d', classes, filters]);
  await run(java, ['-cp', classes, 'eli4u.filters.PackFilters', classes, path.join(plugin, 'filters.jar')]);
  const lines = Object.entries(descriptor).map(([key, value]) => `${key}=${value}\n`);
  await writeFile(path.join(plugin, 'stable-plugin-descriptor.properties'), lines.join(''));
  await writeFile(path.join(plugin, 'named_components.json'), JSON.stringify(components));
}

function filtersHash(): string {
  const hash = createHash('sha256').update(JSON.stringify([components, descriptor]));
  for (const name of readdirSync(filters).sort()) hash.update(name).update(readFileSync(path.join(filters, name)));
  return hash.digest('hex').slice(0, 12);
}

/** In a folder of its own: Maven notes below the current one what it has unpacked, and would not do it again. */
async function maven(folder: string, goal: string, ...settings: string[]): Promise<void> {
  await run('mvn', ['-q', '-B', `${dependencyPlugin}:${goal}`, ...settings], { cwd: folder });
}
