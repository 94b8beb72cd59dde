import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { removeUploadFile, uploadsFolder } from './upload-file.ts';

/** Ends uploads that nobody came back to, and removes what lies there of none. @returns how many files went */
export async function sweepUploads(pool: pg.Pool, dataDir: string, now: Date): Promise<number> {
  // The folder first: a file that is there now belongs to a row that was there before it.
  const names = await readdir(uploadsFolder(dataDir)).catch(() => []);
  await pool.query('DELETE FROM eli4u.upload WHERE expires_at <= $1 AND (writer IS NULL OR writer_until < now())', [
    now,
  ]);
  if (names.length === 0) return 0;
  const { rows } = await pool.query<{ name: string }>(
    `SELECT n.name FROM unnest($1::text[]) AS n (name) WHERE NOT EXISTS (SELECT FROM eli4u.upload u WHERE u.id = n.name)`,
    [names],
  );
  for (const { name } of rows)
    await (/^[0-9a-f]{32}$/.test(name)
      ? removeUploadFile(dataDir, name)
      : rm(path.join(uploadsFolder(dataDir), name), { force: true }));
  return rows.length;
}
