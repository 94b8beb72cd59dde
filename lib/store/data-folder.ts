import { access, chmod, constants, stat } from 'node:fs/promises';
import path from 'node:path';
import { WorldError } from '#lib/errors.ts';
import { makeFolder } from './make-folder.ts';
import type { Account } from './postgres-programs.ts';
import { secret } from './secret.ts';

export interface Secrets {
  password: string;
  ownerSecret: string;
  appSecret: string;
}

const reasons: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'a file is in its place',
  ENOTDIR: 'a file is in its place',
  ENOENT: 'nothing can be made there',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead in circles',
};

/**
 * Makes the data folder and its secrets where they are missing.
 * @throws WorldError naming the folder and what is wrong with it
 */
export async function openDataFolder(dataDir: string, account: Account | null): Promise<Secrets> {
  return inDataFolder(dataDir, async () => {
    await writable(dataDir);
    if (account) await letThrough(dataDir);
    return {
      password: await secret(dataDir, 'postgres'),
      ownerSecret: await secret(dataDir, 'postgres-owner'),
      appSecret: await secret(dataDir, 'postgres-app'),
    };
  });
}

/**
 * Makes sure that raw sources can be kept, before any is read; with a database elsewhere nothing else asks for the data folder.
 * @throws WorldError naming the folder and what is wrong with it
 */
export async function openSourceFolder(dataDir: string): Promise<void> {
  await inDataFolder(dataDir, () => writable(path.join(dataDir, 'sources')));
}

async function writable(folder: string): Promise<void> {
  await makeFolder(folder);
  await access(folder, constants.W_OK | constants.X_OK);
}

async function inDataFolder<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code = '', path: place = dataDir } = error as NodeJS.ErrnoException;
    const reason = reasons[code];
    if (!reason) throw error;
    throw new WorldError(`the data folder ${dataDir} cannot be used: ${reason} (${code} at ${place}); set DATA_DIR`);
  }
}

/**
 * The account PostgreSQL runs as has to pass through the data folder to its own. Passing is all it may: names cannot be listed, and secrets lie
 * in a folder closed to it.
 */
async function letThrough(dataDir: string): Promise<void> {
  const { mode } = await stat(dataDir);
  if ((mode & 0o001) === 0) await chmod(dataDir, (mode & 0o777) | 0o011);
}
