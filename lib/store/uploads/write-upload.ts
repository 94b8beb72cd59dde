import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { anyRoom, betweenLooks, type DiskRoom } from '#lib/store/documents/disk-room.ts';
import { isFull, writeWhole } from '#lib/store/documents/receive.ts';
import { bytesSoFar, openUpload, type UploadFile } from './upload-file.ts';
import { keptHours } from './upload-limits.ts';

/** Seconds for which a writer is believed to be at it without a byte having come, and after which it says that it still is. */
const believed = 5;
const renewed = 2;

export interface Piece {
  client: string;
  id: string;
  /** Where it goes on. */
  offset: number;
  source: AsyncIterable<Uint8Array>;
  /** SHA-256 of the piece, where it was told; a piece that has another is dropped. */
  sha256: Buffer | null;
}

export type WriteResult =
  | { kind: 'written'; offset: number; expiresAt: Date }
  | { kind: 'unknown' }
  /** Somebody else writes to it now. */
  | { kind: 'busy' }
  /** It goes on elsewhere. */
  | { kind: 'conflict'; offset: number }
  /** More came than was declared; nothing of the piece is kept. */
  | { kind: 'tooLong' }
  | { kind: 'mismatch' }
  /** What came before is kept: it goes on there when there is room again. */
  | { kind: 'noSpace' }
  /** As above, once the sender comes back. */
  | { kind: 'cut' };

export interface UploadParts {
  pool: pg.Pool;
  dataDir: string;
  now(): Date;
  open?: ((dataDir: string, id: string) => Promise<UploadFile>) | undefined;
  room?: DiskRoom;
}

/** Adds a piece to an upload, a part at a time; only one is added at once, whichever process takes it. */
export async function writeUpload(parts: UploadParts, piece: Piece): Promise<WriteResult> {
  const { pool, now } = parts;
  const writer = randomUUID();
  const { rows } = await pool.query<{ length: string }>(
    `UPDATE eli4u.upload SET writer = $3, writer_until = now() + make_interval(secs => $4)
      WHERE id = $1 AND client_id = $2 AND expires_at > $5 AND (writer IS NULL OR writer_until < now()) RETURNING length`,
    [piece.id, piece.client, writer, believed, now()],
  );
  const claimed = rows[0];
  if (!claimed) {
    const found = await pool.query('SELECT FROM eli4u.upload WHERE id = $1 AND client_id = $2 AND expires_at > $3', [
      piece.id,
      piece.client,
      now(),
    ]);
    return { kind: found.rowCount ? 'busy' : 'unknown' };
  }
  const expiresAt = new Date(now().getTime() + keptHours * 3_600_000);
  try {
    const written = await writeClaimed(parts, piece, { writer, length: Number(claimed.length) });
    return written.kind === 'written' ? { ...written, expiresAt } : written;
  } finally {
    await pool.query(
      'UPDATE eli4u.upload SET writer = NULL, writer_until = NULL, expires_at = $3 WHERE id = $1 AND writer = $2',
      [piece.id, writer, expiresAt],
    );
  }
}

type Written = Exclude<WriteResult, { kind: 'written' }> | { kind: 'written'; offset: number };

async function writeClaimed(
  { pool, dataDir, open = openUpload, room = anyRoom }: UploadParts,
  { id, offset, source, sha256 }: Piece,
  { writer, length }: { writer: string; length: number },
): Promise<Written> {
  const there = await bytesSoFar(dataDir, id);
  if (there !== offset) return { kind: 'conflict', offset: there };
  const file = await open(dataDir, id);
  const hash = createHash('sha256');
  let at = offset;
  let lookAt = offset;
  let said = performance.now();
  /** Nothing of the piece is kept. */
  const dropped = async (kind: 'tooLong' | 'mismatch' | 'cut'): Promise<Written> => {
    await file.truncate(offset);
    return { kind };
  };
  try {
    const incoming = source[Symbol.asyncIterator]();
    for (;;) {
      const next = await incoming.next().catch(() => null);
      // What cannot be checked any more is not kept.
      if (next === null) return sha256 ? await dropped('cut') : { kind: 'cut' };
      if (next.done) break;
      if (performance.now() - said > renewed * 1000) {
        if (!(await stillMine(pool, id, writer))) {
          await incoming.return?.();
          return { kind: 'busy' };
        }
        said = performance.now();
      }
      if (at + next.value.byteLength > length) {
        await incoming.return?.();
        return await dropped('tooLong');
      }
      if (at >= lookAt) {
        if (!(await room(next.value.byteLength))) {
          await incoming.return?.();
          return { kind: 'noSpace' };
        }
        lookAt = at + betweenLooks;
      }
      hash.update(next.value);
      try {
        await writeWhole(file, next.value);
      } catch (error) {
        await incoming.return?.();
        throw error;
      }
      at += next.value.byteLength;
    }
    if (sha256 && !hash.digest().equals(sha256)) return await dropped('mismatch');
    await file.sync();
    return { kind: 'written', offset: at };
  } catch (error) {
    if (isFull(error)) return { kind: 'noSpace' };
    throw error;
  } finally {
    await file.close();
  }
}

async function stillMine(pool: pg.Pool, id: string, writer: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    'UPDATE eli4u.upload SET writer_until = now() + make_interval(secs => $3) WHERE id = $1 AND writer = $2',
    [id, writer, believed],
  );
  return rowCount === 1;
}
