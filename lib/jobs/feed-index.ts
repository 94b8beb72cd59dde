import type pg from 'pg';
import type { OuterIndex } from '#lib/search/outer-index.ts';
import { forgetChanges, indexChanges } from './index-changes.ts';
import { reindexOuter } from './reindex-outer.ts';

/** Milliseconds between looks at the outbox: with the writing itself, a change is found well within two seconds. */
const pause = 250;
const longestPause = 5000;
/** Records between two lines that say how far a reindex has come. */
const tellEvery = 50_000;

/**
 * Keeps the outer index in step until told to end: fills it when it is missing or of an earlier schema, then takes in what changes. A
 * cluster that is away is asked again and again, and nothing is lost meanwhile.
 */
export async function feedIndex(
  pool: pg.Pool,
  index: OuterIndex | null,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  if (index === null) return forgetUntilEnd(pool, signal);
  let state: Awaited<ReturnType<OuterIndex['state']>> | 'unknown' = 'unknown';
  let refilling: Promise<void> | null = null;
  let wait = pause;
  while (!signal.aborted) {
    try {
      if (state !== 'current') {
        state = await index.state();
        if (state !== 'current')
          refilling ??= refill(pool, index, say, signal).finally(() => {
            refilling = null;
          });
      }
      // Before there is an index, what changes waits: it may be read by the reindex or not.
      if (state !== 'missing') while ((await indexChanges(pool, index)) > 0 && !signal.aborted);
      if (wait > pause) say('search index: it answers again, changes that waited are taken in');
      wait = pause;
    } catch (error) {
      if (wait === pause) say(`search index: it does not answer, changes wait (${reasonOf(error)})`);
      wait = Math.min(wait * 2, longestPause);
      state = 'unknown';
    }
    await rest(wait, signal);
  }
  await refilling;
}

async function forgetUntilEnd(pool: pg.Pool, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await forgetChanges(pool).catch((error: unknown) => console.error(error));
    await rest(longestPause, signal);
  }
}

/** Fails into a line: the next round goes on where it stopped. */
async function refill(
  pool: pg.Pool,
  index: OuterIndex,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  let told = 0;
  try {
    const done = await reindexOuter(pool, index, (records, total) => {
      signal.throwIfAborted();
      if (records - told < tellEvery && records < total) return;
      told = records;
      say(`search index: ${records} of ${total} records`);
    });
    if (done)
      say(`search index: filled${done.rejected.length > 0 ? `, ${done.rejected.length} documents refused` : ''}`);
  } catch (error) {
    if (!signal.aborted) say(`search index: the reindex was broken off and will go on (${reasonOf(error)})`);
  }
  // Also when another process is at it, or the cluster is away: no faster than this.
  await rest(1000, signal);
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
