import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { testDataDir } from './cluster.ts';

const run = promisify(execFile);

/** The triple store that publishing is tested against. */
const version = '5.5.0';
const artifact = `org.apache.jena:jena-fuseki-server:${version}:jar`;

export interface Fuseki {
  /** The graph store. */
  data: string;
  /** Answers of a SELECT as the texts of its terms, row by row; over all graphs as one where that is said, as most stores do by themselves. */
  ask(query: string, over?: 'union'): Promise<string[][]>;
  stop(): Promise<void>;
}

async function works(program: string, flag: string): Promise<boolean> {
  return run(program, [flag]).then(
    () => true,
    () => false,
  );
}

/** Why it cannot be had here; null where it can. */
export async function fusekiMissing(): Promise<string | null> {
  if (!(await works('java', '-version'))) return 'there is no Java to run Fuseki';
  if (existsSync(jarPath())) return null;
  if (!(await works('mvn', '--version'))) return 'there is no Maven (mvn) to bring Fuseki';
  return null;
}

const jarPath = (): string => path.join(testDataDir(), `jena-fuseki-server-${version}.jar`);

/** Fetched by its name once, and then kept beside the test database. */
async function fetchJar(): Promise<string> {
  const jar = jarPath();
  if (existsSync(jar)) return jar;
  await mkdir(testDataDir(), { recursive: true });
  const draft = await mkdtemp(path.join(testDataDir(), 'fuseki-draft-'));
  try {
    await run('mvn', ['-q', '-B', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${draft}`], {
      cwd: draft,
    });
    await rename(path.join(draft, path.basename(jar)), jar);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return jar;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** An empty one, in memory. */
export async function startFuseki(): Promise<Fuseki> {
  const jar = await fetchJar();
  const port = await freePort();
  const server = spawn('java', ['-Xmx1g', '-jar', jar, '--mem', '--update', '--localhost', `--port=${port}`, '/ds'], {
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  const base = `http://127.0.0.1:${port}`;
  const ends = new Promise<void>((done) => server.once('exit', () => done()));
  const isUp = () =>
    fetch(`${base}/$/ping`).then(
      (answer) => answer.ok,
      () => false,
    );
  for (let tries = 0; !(await isUp()); tries++) {
    if (tries === 300 || server.exitCode !== null) throw new Error('Fuseki does not come up');
    await sleep(200);
  }
  return {
    data: `${base}/ds/data`,
    ask: async (query, over) => {
      const answer = await fetch(`${base}/ds/query${over ? '?default-graph-uri=urn:x-arq:UnionGraph' : ''}`, {
        method: 'POST',
        headers: { 'content-type': 'application/sparql-query', accept: 'application/sparql-results+json' },
        body: query,
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(text);
      const { head, results } = JSON.parse(text) as {
        head: { vars: string[] };
        results: { bindings: Record<string, { value: string } | undefined>[] };
      };
      return results.bindings.map((row) => head.vars.map((name) => row[name]?.value ?? ''));
    },
    stop: async () => {
      server.kill('SIGTERM');
      await ends;
    },
  };
}
