import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '#lib/config.ts';
import { attachDatabase } from '#lib/store/cluster.ts';
import { migrate } from '#lib/store/migrate.ts';
import { withClient } from '#lib/store/prepare-database.ts';
import { familyOf, killAll, stillAlive } from './processes.ts';

/** The pages may have to be built before the first of them serves, on a machine that is busy with other tests. */
const startPatience = 10 * 60_000;

/** A program of ours under way, as a user would start it. */
export interface Running {
  pid: number;
  /** What it said so far, on both channels. */
  said(): string;
  /** Waits until it says so; fails when it ends before. */
  until(pattern: RegExp): Promise<void>;
  tell(signal: NodeJS.Signals): void;
  ended: Promise<Ended>;
}

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  errors: string;
}

export type Environment = Record<string, string | undefined>;

const running: Running[] = [];

/** `npm start`, without npm. */
export function launch(env: Environment): Running {
  return run(['lib/launcher/start.ts'], env);
}

/** `npm run ingest`, without npm. */
export function ingest(args: string[], env: Environment): Running {
  return run(['ingest/cli.ts', ...args], env);
}

/** @param account who it runs as, when not as we do */
export function run(args: string[], env: Environment, account: { uid?: number; gid?: number } = {}): Running {
  // The test runner has a BASE_URL, a NODE_ENV and more of its own.
  const inherited = Object.fromEntries(['PATH', 'HOME', 'TMPDIR'].map((name) => [name, process.env[name]]));
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    ...account,
    env: { ...inherited, ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const started = follow(child);
  running.push(started);
  return started;
}

/** Reads along what a child says. */
export function follow(child: ChildProcess): Running {
  let out = '';
  let errors = '';
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  // `close`, not `exit`: all that it said has been read.
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal, out, errors })),
  );
  const said = () => out + errors;
  return {
    pid: child.pid ?? 0,
    said,
    ended,
    tell: (signal) => void child.kill(signal),
    until: async (pattern) => {
      const deadline = Date.now() + startPatience;
      while (!pattern.test(said())) {
        const isOver = child.exitCode !== null || child.signalCode !== null;
        if (isOver || Date.now() > deadline) throw new Error(`it did not say ${pattern}, but:\n${said().slice(-4000)}`);
        await sleep(20);
      }
    },
  };
}

/** A data folder that starts need not fill: migrated, and told that it has its demonstration holdings. */
export async function preparedDataFolder(): Promise<string> {
  const dataDir = await emptyDataFolder();
  const database = await attachDatabase(readConfig({ DATA_DIR: dataDir }));
  try {
    await migrate(database);
    await withClient(database.appUrl, (client) =>
      client.query(`INSERT INTO eli4u.setting (key, value) VALUES ('demo_loaded', '{}')`),
    );
  } finally {
    await database.release();
  }
  return dataDir;
}

/** A folder that the account PostgreSQL runs as can reach. */
export async function emptyDataFolder(): Promise<string> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-launcher-'));
  await chmod(dataDir, 0o755);
  return dataDir;
}

/** The process that the lock file of an embedded server names; null when it was stopped in order. */
export async function postmasterOf(dataDir: string): Promise<number | null> {
  const text = await readFile(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
  return Number(text.split('\n')[0]) || null;
}

/** What a failed test may have left running; the server of a data folder too, if one is named. */
export async function killLeftovers(dataDir?: string): Promise<void> {
  for (const { pid } of running.splice(0)) killAll(familyOf(pid));
  const postmaster = dataDir ? await postmasterOf(dataDir) : null;
  if (postmaster) await killed(familyOf(postmaster));
}

/** Kills processes and waits until they are gone. */
export async function killed(pids: number[]): Promise<void> {
  killAll(pids);
  while (stillAlive(pids).length) await sleep(20);
}

export async function removeDataFolder(dataDir: string): Promise<void> {
  await killLeftovers(dataDir);
  await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
}
