import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { WorldError } from '#lib/errors.ts';
import type { Account } from './postgres-programs.ts';

/** Every account can pass through it (Filesystem Hierarchy Standard 5.8: what a program keeps). */
const commonGround = '/var/lib/eli4u';

/**
 * Root may have installed below a folder that is closed to the account PostgreSQL runs as (`mktemp -d`): what that account needs is then kept
 * where it can go, under a name that goes with the secrets of the data folder: made anew, it finds nothing of what was there before.
 * @param password of the cluster
 */
export function clusterHome(dataDir: string, password: string, account: Account | null): string {
  if (!account || canEnter(dataDir, account)) return dataDir;
  const home = path.join(commonGround, createHash('sha256').update(`home of ${password}`).digest('hex').slice(0, 16));
  prepared(dataDir, () => mkdirSync(home, { recursive: true, mode: 0o711 }));
  return home;
}

/** The programs, or a copy of them that the account can run; each version is copied once. */
export function reachablePrograms(folder: string, version: string, account: Account | null): string {
  if (!account || canEnter(path.join(folder, 'bin'), account)) return folder;
  const copy = path.join(commonGround, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${randomBytes(6).toString('hex')}`;
  prepared(folder, () => {
    mkdirSync(commonGround, { recursive: true, mode: 0o711 });
    cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(draft, copy);
    } catch (error) {
      // Another start was first.
      if (!existsSync(copy)) throw error;
      rmSync(draft, { recursive: true, force: true });
    }
  });
  return copy;
}

function prepared(closed: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw new WorldError(
      `the user PostgreSQL runs as cannot reach ${closed}: a folder above it is closed, and nothing could be kept in ${commonGround} instead; set DATABASE_URL, or DATA_DIR to another place and install there`,
      error,
    );
  }
}

/** Whether every folder above lets the account pass, and the folder itself too. */
export function canEnter(folder: string, account: Account): boolean {
  try {
    execFileSync('test', ['-x', folder], { ...account, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
