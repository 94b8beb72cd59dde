import { chmod, mkdir, stat } from 'node:fs/promises';
import { WorldError } from '#lib/errors.ts';
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
};

/**
 * Makes the data folder and its secrets where they are missing.
 * @throws WorldError naming the folder and what is wrong with it
 */
export async function openDataFolder(dataDir: string, account: Account | null): Promise<Secrets> {
  try {
    await mkdir(dataDir, { recursive: true });
    if (account) await letThrough(dataDir);
    return {
      password: await secret(dataDir, 'postgres'),
      ownerSecret: await secret(dataDir, 'postgres-owner'),
      appSecret: await secret(dataDir, 'postgres-app'),
    };
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
