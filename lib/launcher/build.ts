import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { WorldError } from '#lib/errors.ts';
import { withFileLock } from './file-lock.ts';

const sources = [
  'app',
  'lib',
  'public',
  'proxy.ts',
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
  // Beside .next, which a build may empty.
  await withFileLock('.next.lock', async () => {
    if ((await stamp()) === hash) return;
    say('pages: building (half a minute, only when the program has changed)');
    const started = Date.now();
    await nextBuild();
    await writeFile(stampFile, hash);
    say(`pages: built in ${Math.round((Date.now() - started) / 1000)} s`);
  });
}

async function stamp(): Promise<string> {
  return readFile(stampFile, 'utf8').catch(() => '');
}

async function nextBuild(): Promise<void> {
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  const abandon = () => child.kill();
  process.once('exit', abandon);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number>((resolve) => child.on('exit', (exit) => resolve(exit ?? 1)));
  process.off('exit', abandon);
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
