import { Transform, type Readable } from 'node:stream';
import yazl from 'yazl';

export interface ZipEntry {
  name: string;
  /** Null where it is only known at the end. */
  bytes: number | null;
  open(): Readable;
}

/**
 * A ZIP (ZIP64 where it grows beyond 4 GiB or 65 535 entries), made while it is read: one entry is asked for and opened when the one before it
 * has gone out, as fast as the reader takes it. Where the reader goes away, the entry that is open is closed and no other is asked for.
 */
export function zipStream(entries: AsyncIterable<ZipEntry>, mtime: Date): Readable {
  const zip = new yazl.ZipFile();
  const output = new Transform({ transform: (chunk, _encoding, done) => done(null, chunk) });
  let current: Readable | null = null;
  const fail = (error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error)));
  const options = { mtime, mode: 0o100644, compress: false };
  const add = ({ name, bytes, open }: ZipEntry) =>
    new Promise<void>((resolve, reject) => {
      const source = (current = open());
      source.once('error', reject).once('close', resolve);
      zip.addReadStreamLazy(name, bytes === null ? options : { ...options, size: bytes }, (give) => give(null, source));
    });
  const write = async () => {
    for await (const entry of entries) {
      if (output.destroyed) return;
      await add(entry);
      if (output.destroyed) return;
    }
    zip.end();
  };
  zip.on('error', fail);
  zip.outputStream.on('error', fail);
  output.once('close', () => current?.destroy());
  zip.outputStream.pipe(output);
  write().catch(fail);
  return output;
}
