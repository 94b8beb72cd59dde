import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

const algorithms: Readonly<Record<string, string>> = {
  md5: 'md5',
  'sha-1': 'sha1',
  sha1: 'sha1',
  'sha-256': 'sha256',
  sha256: 'sha256',
  'sha-384': 'sha384',
  'sha-512': 'sha512',
  sha512: 'sha512',
};

/** The checksum of a file (hex) as METS names them; null for a kind that is not reckoned here (CRC32, Adler-32 …). */
export async function sumOf(file: string, algorithm: string): Promise<string | null> {
  const name = algorithms[algorithm.toLowerCase()];
  if (!name) return null;
  const hash = createHash(name);
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}
