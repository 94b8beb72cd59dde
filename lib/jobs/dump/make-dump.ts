import { pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import type { PublishedTypes } from '#lib/linked-data/services-graph.ts';
import { replaceDump, type DumpNote } from '#lib/store/dump/dump-file.ts';
import { writeDump } from './write-dump.ts';

/** zlib's level: the making of a dump shall not wait for its compression. */
export const gzipLevel = 3;

/** Makes the dump that is served, in place of the one before. */
export async function makeDump(
  parts: {
    pool: pg.Pool;
    types: PublishedTypes;
    today: string;
    base: string;
    dataDir: string;
    now: () => Date;
    latest: string;
  },
  signal?: AbortSignal,
): Promise<DumpNote> {
  return replaceDump(parts.dataDir, async (file) => {
    const madeAt = parts.now().toISOString();
    const plain = new PassThrough({ highWaterMark: 1 << 20 });
    const [counts] = await Promise.all([
      writeDump(parts, plain, { signal }),
      pipeline(plain, createGzip({ level: gzipLevel, chunkSize: 1 << 18 }), file),
    ]);
    return { madeAt, latest: parts.latest, ...counts };
  });
}
