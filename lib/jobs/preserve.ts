import type pg from 'pg';
import { submissionPackage } from '#lib/preservation/pack.ts';
import type { PreservationSource } from '#lib/preservation/preservation-source.ts';
import { UnsoundPackage, type PreservationSystem } from '#lib/preservation/preservation-system.ts';
import {
  forgetDelivery,
  noteEnding,
  noteLater,
  noteSent,
  takeDue,
  type DueDelivery,
} from '#lib/store/preservation/deliveries.ts';
import { withLock } from './with-lock.ts';

/** One worker at a time: packages go one after another, as they came. */
const preserveLock = 4_104_024;
/** Milliseconds until a package that was sent is asked about. */
const firstQuestion = 60_000;
/** A minute, two, four …, never longer than six hours: a delivery is never given up, the register has its day by law. */
const longestPause = 6 * 3_600_000;
const pauseAfter = (attempts: number): number => Math.min(firstQuestion * 2 ** Math.min(attempts, 20), longestPause);

export interface PreservationParts {
  pool: pg.Pool;
  dataDir: string;
  /** Null: none is configured, and packages wait. */
  system: PreservationSystem | null;
  sources: readonly PreservationSource[];
  submitter: () => { taxCode: string; name: string };
  now: () => Date;
}

/**
 * Brings what is due to the preservation system and asks what has become of what it has. Each step is noted before the next; what a crash cut
 * short is done again under the same id.
 * @returns how many deliveries were looked at; null while another worker is at it
 */
export async function preserve(parts: PreservationParts, signal?: AbortSignal): Promise<number | null> {
  const { system } = parts;
  if (system === null) return 0;
  return withLock(parts.pool, preserveLock, async () => {
    let done = 0;
    while (!signal?.aborted) {
      const due = await takeDue(parts.pool, parts.now());
      if (!due) break;
      await step(parts, system, due);
      done++;
    }
    return done;
  });
}

async function step(parts: PreservationParts, system: PreservationSystem, due: DueDelivery): Promise<void> {
  const { pool, now } = parts;
  const source = parts.sources.find(({ kind }) => kind === due.kind);
  if (!source) throw new Error(`nothing gives packages of the kind ${due.kind}`);
  const later = (said: string | null) =>
    noteLater(pool, due.id, new Date(now().getTime() + pauseAfter(due.attempts)), said);
  if (due.state === 'sent') {
    const verdict = await system.ask(due.packageId);
    if (verdict.kind === 'pending') await later(null);
    else if (verdict.kind === 'failed') await later(verdict.said);
    else if (verdict.kind === 'accepted')
      await noteEnding(parts, source, due, { state: 'accepted', report: verdict.report }, now());
    else await noteEnding(parts, source, due, { ...verdict, state: 'refused' }, now());
    return;
  }
  const preservable = await source.load(due.source);
  if (!preservable) return forgetDelivery(pool, due.id);
  try {
    const sent = await system.send(
      submissionPackage(preservable, { id: due.packageId, madeAt: new Date(due.madeAt), submitter: parts.submitter() }),
    );
    if (sent.kind === 'sent') {
      const at = now();
      await noteSent(pool, due.id, at, new Date(at.getTime() + firstQuestion));
    } else if (sent.kind === 'refused') await noteEnding(parts, source, due, { ...sent, state: 'refused' }, now());
    else await later(sent.said);
  } catch (error) {
    if (!(error instanceof UnsoundPackage)) throw error;
    // Nobody but a person can mend it: as if it had been refused.
    await noteEnding(parts, source, due, { state: 'refused', said: error.message, report: null }, now());
  }
}
