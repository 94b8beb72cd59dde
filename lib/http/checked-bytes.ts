import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

/**
 * Bytes that are compared with their hash while they are read, once and a part at a time: what they were is known when they have gone by. Where they
 * cannot be read to their end they end there, and are not what they were.
 */
export function checkedBytes(source: Readable, sha256: string): { stream: Readable; isWhole(): boolean } {
  let whole = false;
  async function* parts(): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    try {
      for await (const part of source as AsyncIterable<Uint8Array>) {
        hash.update(part);
        yield part;
      }
      whole = hash.digest('hex') === sha256;
    } catch (error) {
      console.error('a document cannot be read to its end:', error);
    }
  }
  const stream = Readable.from(parts(), { objectMode: false, highWaterMark: 256 * 1024 });
  // Nobody may have begun to read them.
  stream.once('close', () => source.destroy());
  return { stream, isWhole: () => whole };
}
