import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';
import { makeFolder } from './make-folder.ts';

/** SHA-256 (hex) and length in bytes of a file, read as a stream. */
export async function fingerprint(file: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    const buffer = chunk as Buffer;
    hash.update(buffer);
    bytes += buffer.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** Where the raw source of a hash lies, below the data folder. */
export function sourcePath(dataDir: string, sha256: string): string {
  return path.join(dataDir, 'sources', sha256.slice(0, 2), `${sha256}.gz`);
}

/**
 * Keeps the raw source, compressed, under its hash; a source kept before is left alone. The bytes are hashed again on the way in, so
 * that a file that changes while it is being read is not kept under another file's name.
 */
export async function keepSource(dataDir: string, file: string, sha256: string): Promise<void> {
  const target = sourcePath(dataDir, sha256);
  if (await exists(target)) return;
  await makeFolder(path.dirname(target));
  const draft = `${target}.${randomUUID()}`;
  const hash = createHash('sha256');
  const tap = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(
      createReadStream(file, { highWaterMark: 1 << 20 }),
      tap,
      createGzip({ level: constants.Z_BEST_SPEED, chunkSize: 1 << 20 }),
      createWriteStream(draft),
    );
    if (hash.digest('hex') !== sha256) throw new Error(`${file} changed while it was being read`);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Whether the raw source of a hash is there, whole. */
export async function keepsSource(dataDir: string, sha256: string): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(sourcePath(dataDir, sha256)), createGunzip(), hash);
  } catch {
    // Missing or broken.
    return false;
  }
  return hash.digest('hex') === sha256;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
