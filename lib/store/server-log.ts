import { chown, open, stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import type { Place } from './initialise-cluster.ts';

/** Beyond this the log begins anew; its last part stays beside it as `server.log.1`. */
const longest = 8 << 20;
const kept = 4 << 20;
/** One of those attached does it, the others pass by. */
const logLock = 4_104_001;

/** Where an embedded server writes what troubles it. */
export function serverLog(folder: string): string {
  return path.join(folder, 'server.log');
}

/**
 * Keeps the server's log from filling the disk. The server has the file open for appending as long as it lives, so that the file must stay:
 * its end is copied, then it is emptied. PostgreSQL's own rotation by size never takes a name again, so nothing there bounds the whole.
 */
export async function boundServerLog(place: Place, hold: pg.Client): Promise<void> {
  const file = serverLog(place.folder);
  if ((await sizeOf(file)) <= longest) return;
  const { rows } = await hold.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [logLock]);
  if (!rows[0]?.mine) return;
  try {
    const size = await sizeOf(file);
    if (size <= longest) return;
    await copyEnd(file, `${file}.1`, size);
    if (place.account) await chown(`${file}.1`, place.account.uid, place.account.gid);
    await truncate(file);
  } finally {
    await hold.query('SELECT pg_advisory_unlock($1)', [logLock]);
  }
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => null))?.size ?? 0;
}

async function copyEnd(from: string, to: string, size: number): Promise<void> {
  const source = await open(from, 'r');
  try {
    const { bytesRead, buffer } = await source.read(Buffer.alloc(kept), 0, kept, Math.max(0, size - kept));
    const target = await open(to, 'w', 0o600);
    try {
      await target.writeFile(buffer.subarray(0, bytesRead));
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
