import type pg from 'pg';
import type { PublishedTypes } from '#lib/linked-data/services-graph.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { readDumpNote, type DumpNote } from '#lib/store/dump/dump-file.ts';
import { withLock } from '#lib/jobs/with-lock.ts';
import { makeDump } from './make-dump.ts';

/** One worker at a time. */
const dumpLock = 4_104_046;
/** Milliseconds between two dumps of one day, however much changes. */
const leastAge = 3_600_000;

/** Makes the dump that is served: the first, one each night, one when something has changed, at most once an hour, and one at once when something was withdrawn. */
export async function tendDump(
  parts: { pool: pg.Pool; types: PublishedTypes; base: string; dataDir: string; now: () => Date },
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  const note = await readDumpNote(parts.dataDir);
  const latest = await latestChange(parts.pool);
  if (latest === null) return;
  const withdrawn = note !== null && (await wasWithdrawn(parts.pool, note.latest));
  if (!isDue(note, { latest, withdrawn }, parts.now())) return;
  await withLock(parts.pool, dumpLock, async () => {
    const made = await makeDump({ ...parts, today: romeDay(parts.now()), latest }, signal);
    say(`dump: ${made.items} items, ${made.statements} statements`);
  });
}

/**
 * Whether a dump is to be made.
 * @param since what happened since the last one: the latest change, and whether what it tells of was hidden, deleted or closed
 */
export function isDue(
  note: Pick<DumpNote, 'madeAt' | 'latest'> | null,
  { latest, withdrawn }: { latest: string; withdrawn: boolean },
  now: Date,
): boolean {
  if (note === null || withdrawn) return true;
  const madeAt = new Date(note.madeAt);
  if (romeDay(madeAt) !== romeDay(now)) return true;
  return note.latest !== latest && now.getTime() - madeAt.getTime() >= leastAge;
}

/** The latest stamp, once no other can have it; null while one may: the next round is a minute away. */
async function latestChange(pool: pg.Pool): Promise<string | null> {
  const { rows } = await pool.query<{ latest: string }>(
    `SELECT given::text AS latest FROM eli4u.dissemination_clock WHERE given <= published`,
  );
  return rows[0]?.latest ?? null;
}

/** Whether anything that went out is hidden or deleted since, or has lost its images: nobody is to find it in the dump for an hour more. */
async function wasWithdrawn(pool: pg.Pool, since: string): Promise<boolean> {
  const { rows } = await pool.query<{ withdrawn: boolean }>(
    `SELECT EXISTS (SELECT FROM eli4u.disseminated d WHERE d.stamp > $1::timestamptz AND (d.deleted OR (d.ever_able & ~d.able) <> 0)) AS withdrawn`,
    [since],
  );
  return rows[0]?.withdrawn ?? false;
}
