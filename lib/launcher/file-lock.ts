import { link, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** A holder that lives says so this often; one not heard of for much longer is dead, whoever has its process id now. */
const heartbeat = 2_000;
const silence = 15_000;

/** Runs `work` while nobody else does under the same lock file. */
export async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!(await take(file))) {
    if (await isSilent(file)) await clear(file);
    else await sleep(300);
  }
  const beat = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => undefined), heartbeat);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await rm(file, { force: true });
  }
}

async function take(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function isSilent(file: string): Promise<boolean> {
  const facts = await stat(file).catch(() => null);
  if (!facts) return false;
  const owner = Number(await readFile(file, 'utf8').catch(() => ''));
  return Date.now() - facts.mtimeMs > silence || (owner > 0 && !isAlive(owner));
}

/** Moved aside before it is removed: of several who find it silent one gets it, and a fresh one caught by mistake is put back. */
async function clear(file: string): Promise<void> {
  const aside = `${file}.${randomBytes(4).toString('hex')}`;
  const moved = await rename(file, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  if (!(await isSilent(aside))) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
