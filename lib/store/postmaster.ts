import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { WorldError } from '#lib/errors.ts';
import { runPostgresProgram, type Account } from './postgres-programs.ts';

const stopPatience = 60_000;

/** The process that the lock file of a data folder names, be it alive or not. */
export async function namedPid(folder: string): Promise<number | null> {
  const text = await readFile(path.join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  return Number(text.split('\n')[0]) || null;
}

/** Whether this process is still the folder's server, and not another that was started since. */
export async function isServer(folder: string, pid: number | null): Promise<boolean> {
  return pid !== null && (await namedPid(folder)) === pid && isAlive(pid);
}

/**
 * Ends the sessions, writes what is in memory, stops, and waits for it. pg_ctl's own waiting sees only that there is a lock file, so that a server
 * which somebody else starts right after would keep it for a minute.
 */
export async function stopServer(folder: string, account: Account | null): Promise<void> {
  const pid = await namedPid(folder);
  const end = Date.now() + stopPatience;
  try {
    await runPostgresProgram('pg_ctl', ['stop', '-D', folder, '-m', 'fast', '-W', '-s'], account);
  } catch (error) {
    if (await isServer(folder, pid)) throw error;
  }
  while (await isServer(folder, pid)) {
    if (Date.now() > end) throw new WorldError(`PostgreSQL in ${folder} did not stop in ${stopPatience / 1000} s`);
    await sleep(20);
  }
}

/** The port of a live server on this data folder; null when there is none. */
export async function portInUse(folder: string): Promise<number | null> {
  const file = path.join(folder, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!isAlive(pid)) return null; // PostgreSQL itself passes over the lock file of a process that is gone
  if (!(await isServerOf(folder, pid))) {
    // The number went to another program, which PostgreSQL can't know. Read again: another start may have written its own meanwhile.
    if ((await readFile(file, 'utf8').catch(() => '')) === text) await rm(file, { force: true });
    return null;
  }
  const port = Number(lines[3]);
  return Number.isInteger(port) && port > 0 ? port : null;
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A server works in its data folder. Where that can't be read, its name must do; where there is no /proc, being alive. */
async function isServerOf(folder: string, pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
  if (!name.startsWith('postgres')) return false;
  const home = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  return home === null || home === (await realpath(folder));
}

/** The port the server had last: URLs handed out then stay good. Null when it never ran. */
export async function lastPort(folder: string): Promise<number | null> {
  const options = await readFile(path.join(folder, 'postmaster.opts'), 'utf8').catch(() => '');
  const port = /"-p"\s+"(\d+)"/.exec(options)?.[1];
  return port === undefined ? null : Number(port);
}

/** The wanted port of this machine if nobody has it, else any free one. */
export async function freePort(wanted: number | null): Promise<number> {
  return (wanted !== null ? await probe(wanted).catch(() => null) : null) ?? probe(0);
}

function probe(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}
