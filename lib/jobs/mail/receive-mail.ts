import type pg from 'pg';
import { readBox, type BoxPlace } from '#lib/mail/mail-box.ts';
import { readMessage } from '#lib/mail/read-message.ts';
import { keepDocument } from '#lib/store/documents/keep.ts';
import { noteMessage } from '#lib/store/protocol/mail-messages.ts';

export interface Box {
  name: string;
  url: string;
}

/** What has come into a box, kept and noted; how many messages were new. */
export async function receiveMail(
  { pool, dataDir, now }: { pool: pg.Pool; dataDir: string; now: () => Date },
  box: Box,
  signal?: AbortSignal,
): Promise<number> {
  const { rows } = await pool.query<{ uidValidity: string; lastUid: string | number }>(
    'SELECT uid_validity AS "uidValidity", last_uid AS "lastUid" FROM eli4u.mail_box WHERE box = $1',
    [box.name],
  );
  const since = rows[0] ? { uidValidity: rows[0].uidValidity, lastUid: Number(rows[0].lastUid) } : null;
  let noted = 0;
  const handle = async (bytes: Buffer, place: BoxPlace) => {
    const kept = await keepDocument(dataDir, bytes);
    const { attachments: _later, ...message } = await readMessage(bytes);
    if (await noteMessage(pool, { ...message, box: box.name, kept }, now())) noted++;
    // The place after the message: what ends the process between the two brings it again, and it is no second one.
    await pool.query(
      `INSERT INTO eli4u.mail_box (box, uid_validity, last_uid, read_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (box) DO UPDATE SET uid_validity = excluded.uid_validity, last_uid = excluded.last_uid, read_at = excluded.read_at, problem = NULL`,
      [box.name, place.uidValidity, place.lastUid, now()],
    );
  };
  try {
    await readBox(box.url, since, handle, signal);
    await pool.query('UPDATE eli4u.mail_box SET read_at = $2, problem = NULL WHERE box = $1', [box.name, now()]);
  } catch (error) {
    const problem = error instanceof Error ? error.message.slice(0, 300) : 'unknown';
    await pool.query(
      `INSERT INTO eli4u.mail_box (box, uid_validity, last_uid, read_at, problem) VALUES ($1, '', 0, $2, $3)
       ON CONFLICT (box) DO UPDATE SET problem = excluded.problem`,
      [box.name, now(), problem],
    );
    throw error;
  }
  return noted;
}
