import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { open, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { WorldError } from '#lib/errors.ts';

const sources = [
  'app',
  'lib',
  'public',
  'schemas/database/schema.prisma',
  'package-lock.json',
  'next.config.ts',
  'tsconfig.json',
];
const stampFile = path.join('.next', 'eli4u-build');

/** Builds the pages when their sources changed since the last build; two starts at once build once. */
export async function buildWhenStale(say: (line: string) => void): Promise<void> {
  const hash = await sourcesHash();
  if ((await stamp()) === hash) return;
  await mkdir('.next', { recursive: true });
  const unlock = await lock(path.join('.next', 'eli4u-build.lock'));
  try {
    if ((await stamp()) === hash) return;
    say('pages: building (half a minute, only when the program has changed)');
    const started = Date.now();
    await nextBuild();
    await writeFile(stampFile, hash);
    say(`pages: built in ${Math.round((Date.now() - started) / 1000)} s`);
  } finally {
    await unlock();
  }
}

async function stamp(): Promise<string> {
  return readFile(stampFile, 'utf8').catch(() => '');
}

async function nextBuild(): Promise<void> {
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number>((resolve) => child.on('exit', (exit) => resolve(exit ?? 1)));
  if (code !== 0) throw new WorldError(`the pages could not be built:\n${output.slice(-4000)}`);
}

async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) await addToHash(hash, source);
  return hash.digest('hex');
}

async function addToHash(hash: ReturnType<typeof createHash>, place: string): Promise<void> {
  const facts = await stat(place).catch(() => null);
  if (!facts) return;
  if (!facts.isDirectory()) {
    hash.update(place).update(await readFile(place));
    return;
  }
  // What Prisma generates follows from schema.prisma.
  if (place === path.join('lib', 'store', 'prisma')) return;
  for (const name of (await readdir(place)).sort()) await addToHash(hash, path.join(place, name));
}

/** A lock file with its owner's process id; one whose owner is gone is taken over. */
async function lock(file: string): Promise<() => Promise<void>> {
  for (;;) {
    try {
      const handle = await open(file, 'wx');
      await handle.writeFile(String(process.pid));
      await handle.close();
      return () => rm(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const owner = Number(await readFile(file, 'utf8').catch(() => ''));
    if (owner > 0 && !isAlive(owner)) await rm(file, { force: true });
    await sleep(300);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
