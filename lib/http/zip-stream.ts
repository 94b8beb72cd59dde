import { Transform, type Readable } from 'node:stream';
import yazl from 'yazl';

export interface ZipEntry {
  name: string;
  open(): Readable;
  /**
   * Asked once it has gone out: whether its bytes were what they should be. What was not is in no directory of the archive, where readers look for
   * what there is: its bytes lie there under no name. Not of the last entry, for which it would be asked too late.
   */
  isSound?(): boolean;
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
  const add = ({ name, open }: ZipEntry) =>
    new Promise<void>((resolve, reject) => {
      const source = (current = open());
      source.once('error', reject).once('close', resolve);
      // Without its length: one that is not what it was may have another, and the archive goes on without it.
      zip.addReadStreamLazy(name, options, (give) => give(null, source));
    });
  const write = async () => {
    const unsound: number[] = [];
    let count = 0;
    for await (const entry of entries) {
      if (output.destroyed) return;
      await add(entry);
      if (output.destroyed) return;
      if (entry.isSound && !entry.isSound()) unsound.push(count);
      count += 1;
    }
    withdraw(zip, unsound, count);
    zip.end();
  };
  zip.on('error', fail);
  zip.outputStream.on('error', fail);
  output.once('close', () => current?.destroy());
  zip.outputStream.pipe(output);
  write().catch(fail);
  return output;
}

/** Takes entries out of the directory that the archive will end with: yazl writes that from this list, and has no other way (3.3.1, 2026-11-26). */
function withdraw(zip: yazl.ZipFile, places: readonly number[], count: number): void {
  if (places.length === 0) return;
  const entries: unknown = Reflect.get(zip, 'entries');
  if (!Array.isArray(entries) || entries.length !== count || places.includes(count - 1))
    throw new Error('an entry cannot be taken out of the archive any more');
  for (const place of places.toReversed()) entries.splice(place, 1);
}
