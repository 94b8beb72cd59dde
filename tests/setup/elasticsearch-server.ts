import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { postgresAccount } from '#lib/store/postgres-programs.ts';
import { familyOf, killAll } from './processes.ts';

export interface ElasticsearchServer {
  url: string;
  stop(): Promise<void>;
  /** Ends it as a power cut does; its data stay. */
  kill(): Promise<void>;
  restart(): Promise<void>;
}

/** How a node runs: tests want a quick start and little memory, benchmarks what a real node has. */
export interface NodeOptions {
  /** Half a gigabyte holds what tests index. */
  heap?: string;
  /** The whole compiler and several collector threads: slower to start, faster for long. */
  forSpeed?: boolean;
  /** Settings of a node that is one of several. */
  settings?: Record<string, unknown>;
  ports?: [number, number];
}

const patience = 120_000;

/**
 * Ends the server with whoever started it, killed or not: its standard input then closes, `read` returns.
 * The server is put in the background and so has no input of its own.
 */
const tied = 'bash "$1" & server=$!; read -r _; kill "$server" 2>/dev/null; wait "$server"';

/** A real Elasticsearch of one node with folders and ports of its own. */
export async function startElasticsearch(
  home: string,
  javaHome: string,
  { heap = '512m', forSpeed = false, settings = {}, ports }: NodeOptions = {},
): Promise<ElasticsearchServer> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-elasticsearch-'));
  const account = postgresAccount(); // it refuses root, as PostgreSQL does
  const [port, transport] = ports ?? (await freePorts());
  await configure(home, folder, { 'http.port': port, 'transport.port': transport, ...settings }, forSpeed);
  if (account)
    for (const name of ['', 'config', 'temp']) await chown(path.join(folder, name), account.uid, account.gid);
  const spawnNode = () =>
    spawn('bash', ['-c', tied, 'bash', path.join(home, 'bin', 'elasticsearch')], {
      ...account,
      cwd: folder,
      env: {
        NODE_ENV: 'test',
        PATH: process.env['PATH'],
        ES_JAVA_HOME: javaHome,
        ES_JAVA_OPTS: `-Xms${heap} -Xmx${heap}`,
        ES_PATH_CONF: path.join(folder, 'config'),
        ES_TMPDIR: path.join(folder, 'temp'),
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  let child = spawnNode();
  const ended = async () => {
    child.stdin.end();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  const url = `http://127.0.0.1:${port}`;
  const server: ElasticsearchServer = {
    url,
    stop: async () => {
      await ended();
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
    kill: async () => {
      killAll(familyOf(child.pid ?? 0));
      await ended();
    },
    restart: async () => {
      child = spawnNode();
      await untilReady(child, url);
    },
  };
  try {
    await untilReady(child, url);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function configure(home: string, folder: string, own: Record<string, unknown>, forSpeed: boolean): Promise<void> {
  const config = path.join(folder, 'config');
  await chmod(folder, 0o755);
  await mkdir(config);
  await mkdir(path.join(folder, 'temp'));
  await cp(path.join(home, 'config', 'log4j2.properties'), path.join(config, 'log4j2.properties'));
  await chmod(path.join(config, 'log4j2.properties'), 0o644);
  const settings = {
    'cluster.name': 'eli4u-tests',
    ...('cluster.initial_master_nodes' in own ? {} : { 'discovery.type': 'single-node' }),
    ...own,
    'network.host': '127.0.0.1',
    'node.store.allow_mmap': false,
    'path.data': path.join(folder, 'data'),
    'path.logs': path.join(folder, 'logs'),
    'xpack.security.enabled': false,
    // A machine whose disk is nearly full is no reason to refuse a few megabytes.
    'cluster.routing.allocation.disk.threshold_enabled': false,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
  await writeFile(path.join(config, 'elasticsearch.yml'), lines.join(''));
  // Not the distribution's: they ask for a module that a plain Java runtime lacks, and for a log of every collection.
  const quick = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
  const options = [...(forSpeed ? ['-XX:+UseG1GC'] : quick), `-Djava.io.tmpdir=${path.join(folder, 'temp')}`];
  await writeFile(path.join(config, 'jvm.options'), options.map((option) => `${option}\n`).join(''));
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-8000)));
  child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-8000)));
  const deadline = Date.now() + patience;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline)
      throw new Error(`Elasticsearch did not start:\n${said}`);
    await sleep(200);
  }
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/_cluster/health?wait_for_status=yellow&timeout=5s`).catch(() => null);
  return answer?.ok ?? false;
}

/** Two ports that nobody used a moment ago, both held until both are known. */
export async function freePorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()] as const;
  const ports: number[] = [];
  for (const server of servers) {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    if (address !== null && typeof address === 'object') ports.push(address.port);
  }
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  const [http = 0, transport = 0] = ports;
  return [http, transport];
}
