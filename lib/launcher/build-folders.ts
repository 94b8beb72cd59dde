import { randomBytes } from 'node:crypto';
import { mkdir, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/**
 * Every build has a folder of its own and is never written again, so that a site that runs from one is left alone by the next:
 *
 *     .next/build-<hash>-<letters>/             what Next built
 *     .next/build-<hash>-<letters>/eli4u-build  the hash of its sources; absent while it is being built, or when that was broken off
 *     .next/build-<hash>-<letters>/users/       who runs from it: <host>.<pid>, touched while it lives
 */
const shelf = '.next';
const stamp = 'eli4u-build';

/** Users on this machine are known by their process; those elsewhere, on a shared disk, by not having been silent for so long. */
const heartbeat = 30_000;
const silence = 5 * 60_000;

/** A build that somebody runs from, until it is let go. */
export interface HeldBuild {
  /** As Next wants it: relative to the root. */
  folder: string;
  release(): Promise<void>;
}

export function newBuildFolder(hash: string): string {
  return path.join(shelf, `build-${hash.slice(0, 12)}-${randomBytes(2).toString('hex')}`);
}

/** Says that a build is whole, and of which sources. */
export async function stampBuild(root: string, folder: string, hash: string): Promise<void> {
  await writeFile(path.join(root, folder, stamp), hash);
}

/** The whole build of these sources, if there is one. */
export async function findBuild(root: string, hash: string): Promise<string | null> {
  for (const folder of await buildFolders(root)) if ((await stampOf(root, folder)) === hash) return folder;
  return null;
}

/** Says that this process runs from a build. */
export async function holdBuild(root: string, folder: string): Promise<HeldBuild> {
  const users = path.join(root, folder, 'users');
  const mark = path.join(users, `${os.hostname()}.${process.pid}`);
  await mkdir(users, { recursive: true });
  await writeFile(mark, '');
  const beat = setInterval(() => void utimes(mark, new Date(), new Date()).catch(() => undefined), heartbeat);
  beat.unref();
  return {
    folder,
    release: async () => {
      clearInterval(beat);
      await rm(mark, { force: true });
    },
  };
}

/** Removes the builds that nobody runs from, but for one. */
export async function clearBuilds(root: string, kept: string): Promise<void> {
  for (const folder of await buildFolders(root)) {
    if (folder !== kept && !(await isUsed(root, folder)))
      await rm(path.join(root, folder), { recursive: true, force: true });
  }
}

async function buildFolders(root: string): Promise<string[]> {
  const names = await readdir(path.join(root, shelf)).catch(() => []);
  return names.filter((name) => name.startsWith('build-')).map((name) => path.join(shelf, name));
}

async function stampOf(root: string, folder: string): Promise<string> {
  return readFile(path.join(root, folder, stamp), 'utf8').catch(() => '');
}

async function isUsed(root: string, folder: string): Promise<boolean> {
  const users = path.join(root, folder, 'users');
  for (const name of await readdir(users).catch(() => [])) {
    const [, host, pid] = /^(.*)\.(\d+)$/.exec(name) ?? [];
    if (host === os.hostname() ? isAlive(Number(pid)) : await isFresh(path.join(users, name))) return true;
  }
  return false;
}

async function isFresh(mark: string): Promise<boolean> {
  const facts = await stat(mark).catch(() => null);
  return facts !== null && Date.now() - facts.mtimeMs < silence;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
