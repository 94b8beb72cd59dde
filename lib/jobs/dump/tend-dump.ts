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

/** Makes the dump that is served: the first, one each night, and one when something has changed, at most once an hour. */
export async function tendDump(
  parts: { pool: pg.Pool; types: PublishedTypes; base: string; dataDir: string; now: () => Date },
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  const note = await readDumpNote(parts.dataDir);
  const latest = await latestChange(parts.pool);
  if (!isDue(note, latest, parts.now())) return;
  await withLock(parts.pool, dumpLock, async () => {
    const made = await makeDump({ ...parts, today: romeDay(parts.now()), latest }, signal);
    say(`dump: ${made.items} items, ${made.statements} statements`);
  });
}

/** Whether a dump is to be made. */
export function isDue(note: Pick<DumpNote, 'madeAt' | 'latest'> | null, latest: string, now: Date): boolean {
  if (note === null) return true;
  const madeAt = new Date(note.madeAt);
  if (romeDay(madeAt) !== romeDay(now)) return true;
  return note.latest !== latest && now.getTime() - madeAt.getTime() >= leastAge;
}

async function latestChange(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ latest: string }>(`SELECT given::text AS latest FROM eli4u.dissemination_clock`);
  return rows[0]?.latest ?? '';
}
