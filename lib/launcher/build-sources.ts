import { createHash, type Hash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

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

/** Names the state of everything that pages are built from. */
export async function hashSources(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) await addToHash(hash, root, source);
  return hash.digest('hex');
}

async function addToHash(hash: Hash, root: string, place: string): Promise<void> {
  const full = path.join(root, place);
  const facts = await stat(full).catch(() => null);
  if (!facts) return;
  if (!facts.isDirectory()) {
    hash.update(place).update(await readFile(full));
    return;
  }
  // What Prisma generates follows from schema.prisma.
  if (place === path.join('lib', 'store', 'prisma')) return;
  for (const name of (await readdir(full)).sort()) await addToHash(hash, root, path.join(place, name));
}
