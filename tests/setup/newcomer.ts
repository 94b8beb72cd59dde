import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, realpath, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { follow, type Environment, type Running } from './launcher.ts';

/** Somebody who has just cloned the repository, on a machine with little more than Node. */
export interface Newcomer {
  folder: string;
  clone: string;
  npm(...args: string[]): Running;
}

/** Besides Node: what npm runs scripts with, and what a start by root asks for the account of PostgreSQL. */
const programs = ['node', 'npm', 'sh', ...(process.getuid?.() === 0 ? ['id', 'useradd'] : [])];

/** How this machine reaches its package registry; nothing else of ours comes along. */
const network =
  /^(https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_\w+|npm_config_(registry|cache|cafile|userconfig))$/i;

/** A copy of what is committed and a PATH of their own, in a folder that the account PostgreSQL runs as can reach. */
export async function welcomeNewcomer(env: Environment): Promise<Newcomer> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-newcomer-'));
  await chmod(folder, 0o755);
  const clone = path.join(folder, 'eli4u');
  await copyRepository(process.cwd(), clone);
  const bin = path.join(folder, 'bin');
  await mkdir(bin);
  for (const name of programs) await symlink(await programCalled(name), path.join(bin, name));
  const inherited = Object.entries(process.env).filter(([name]) => name === 'HOME' || network.test(name));
  const environment: Environment = { ...Object.fromEntries(inherited), PATH: bin, ...env };
  return {
    folder,
    clone,
    npm: (...args) =>
      follow(
        spawn(path.join(bin, 'npm'), args, {
          cwd: clone,
          env: environment as NodeJS.ProcessEnv,
          stdio: ['ignore', 'pipe', 'pipe'],
          // A group of its own, as in a terminal: Ctrl-C reaches all of it.
          detached: true,
        }),
      ),
  };
}

/** A clone of HEAD; where the history did not come along (an archive), the files. */
async function copyRepository(from: string, to: string): Promise<void> {
  if (existsSync(path.join(from, '.git'))) {
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${from}`, to], { stdio: 'pipe' });
    return;
  }
  const made = new Set(['node_modules', '.next', '.data'].map((name) => path.join(from, name)));
  await cp(from, to, { recursive: true, filter: (source) => !made.has(source) });
}

async function programCalled(name: string): Promise<string> {
  if (name === 'node') return process.execPath;
  const folders = [path.dirname(process.execPath), ...(process.env['PATH'] ?? '').split(path.delimiter)];
  // npm's own folder for scripts may come first, with another npm in it.
  const file = folders
    .map((each) => path.join(each, name))
    .find((each) => !each.includes('node_modules') && existsSync(each));
  if (!file) throw new Error(`${name} is not on the PATH`);
  return realpath(file);
}
