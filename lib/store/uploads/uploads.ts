import { randomBytes } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { bytesSoFar, removeUploadFile, uploadPath } from './upload-file.ts';
import { keptHours, mostBytes, mostUploads } from './upload-limits.ts';
import { writeUpload, type Piece, type UploadParts, type WriteResult } from './write-upload.ts';

export interface Upload {
  id: string;
  length: number;
  /** Bytes that have come. */
  offset: number;
  metadata: string | null;
  expiresAt: Date;
}

export type BeginResult = { kind: 'begun'; id: string; expiresAt: Date } | { kind: 'tooMany' } | { kind: 'tooMuch' };

/** Bytes that other systems send in pieces; each client's are its own. */
export interface Uploads {
  begin(client: string, given: { length: number; metadata: string | null }): Promise<BeginResult>;
  find(client: string, id: string): Promise<Upload | null>;
  write(piece: Piece): Promise<WriteResult>;
  /** Its bytes, when all have come. */
  read(id: string): ReadStream;
  /** Ends it, whole or not. @returns false when there is none */
  remove(client: string, id: string): Promise<boolean>;
}

const isId = (id: string): boolean => /^[0-9a-f]{32}$/.test(id);

export function createUploads(parts: UploadParts): Uploads {
  const { pool, dataDir, now } = parts;
  return {
    begin: (client, given) => begin(parts, client, given),
    find: async (client, id) => {
      if (!isId(id)) return null;
      const { rows } = await pool.query<{ length: string; metadata: string | null; expires_at: string }>(
        'SELECT length, metadata, expires_at FROM eli4u.upload WHERE id = $1 AND client_id = $2 AND expires_at > $3',
        [id, client, now()],
      );
      const row = rows[0];
      if (!row) return null;
      const { length, metadata, expires_at } = row;
      return {
        id,
        length: Number(length),
        offset: await bytesSoFar(dataDir, id),
        metadata,
        expiresAt: new Date(expires_at),
      };
    },
    write: async (piece) => (isId(piece.id) ? writeUpload(parts, piece) : { kind: 'unknown' }),
    read: (id) => createReadStream(uploadPath(dataDir, id)),
    remove: async (client, id) => {
      if (!isId(id)) return false;
      const { rowCount } = await pool.query('DELETE FROM eli4u.upload WHERE id = $1 AND client_id = $2', [id, client]);
      if (rowCount) await removeUploadFile(dataDir, id);
      return rowCount === 1;
    },
  };
}

/** Uploads of one client are begun one after the other: two at once would both find room for one. */
async function begin(
  { pool, now }: UploadParts,
  client: string,
  { length, metadata }: { length: number; metadata: string | null },
): Promise<BeginResult> {
  return inTransaction<BeginResult>(pool, async (connection) => {
    await connection.query(`SELECT pg_advisory_xact_lock(hashtextextended('upload ' || $1, 4104))`, [client]);
    const { rows } = await connection.query<{ uploads: number; bytes: string }>(
      'SELECT count(*)::int AS uploads, coalesce(sum(length), 0) AS bytes FROM eli4u.upload WHERE client_id = $1 AND expires_at > $2',
      [client, now()],
    );
    const { uploads = 0, bytes = '0' } = rows[0] ?? {};
    if (uploads >= mostUploads) return { keep: false, value: { kind: 'tooMany' } };
    if (Number(bytes) + length > mostBytes) return { keep: false, value: { kind: 'tooMuch' } };
    const id = randomBytes(16).toString('hex');
    const expiresAt = new Date(now().getTime() + keptHours * 3_600_000);
    await connection.query(
      'INSERT INTO eli4u.upload (id, client_id, length, metadata, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, client, length, metadata, now(), expiresAt],
    );
    return { keep: true, value: { kind: 'begun', id, expiresAt } };
  });
}
