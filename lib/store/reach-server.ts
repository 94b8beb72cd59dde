import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { WorldError } from '#lib/errors.ts';
import { initialiseCluster, type Place } from './initialise-cluster.ts';
import { startServer, whyOf } from './postgres-programs.ts';
import { freePort, lastPort, portInUse, stopServer } from './postmaster.ts';
import { serverLog } from './server-log.ts';

/** Failed starts in a row, none for a reason that passes, after which it is told at once and not when all patience is at an end. */
const mostFailures = 5;
/** Another start is under way, what a killed server left has not gone yet, or a port was taken meanwhile. */
const passing = /postmaster\.pid" already exists|still in use|in use\?|could not create any TCP|Address already in use/;

/** Shared by everyone who uses the server; whoever gets it alone is the last and stops the server. */
export const usageLock = 4_104_000;
/** How long a server that does not live may fail to start; one that lives and recovers is waited for much longer. */
const patience = 60_000;
const recoveryPatience = 1_800_000;

export interface Attachment {
  port: number;
  hold: pg.Client;
}

/**
 * Attaches to the running server or starts one, as often as it takes: others may be starting, stopping or recovering it meanwhile.
 * @param signal gives up; a server that was started for this and still recovers is stopped, one that serves is given to be let go
 */
export async function reachServer(place: Place, signal?: AbortSignal): Promise<Attachment> {
  const started = Date.now();
  let deadline = started + patience;
  let startedHere = false;
  let last: unknown;
  let failures = 0;
  while (Date.now() < deadline) {
    if (signal?.aborted && !startedHere) throw signal.reason;
    if (!existsSync(place.folder)) await initialiseCluster(place);
    const port = await portInUse(place.folder);
    if (port !== null) {
      failures = 0;
      try {
        return { port, hold: await holdServer(port, place.password) };
      } catch (error) {
        last = error;
        if (hasCode(error, '28P01')) {
          throw new WorldError(
            `the PostgreSQL of ${place.folder} refuses its own password: is secrets/ of another installation?`,
            error,
          );
        }
        // 57P03: it lives and is starting, recovering or stopping.
        if (hasCode(error, '57P03')) {
          deadline = Math.min(Date.now() + patience, started + recoveryPatience);
          // Others who wait for it start it again; what it has recovered so far is kept.
          if (signal?.aborted && startedHere) await stopServer(place.folder, place.account).catch(() => undefined);
        }
      }
    } else {
      signal?.throwIfAborted();
      const log = serverLog(place.folder);
      const wanted = await freePort(await lastPort(place.folder));
      startedHere = true;
      const code = await startServer(place.folder, log, [`-p ${wanted}`], place.account);
      if (code === 0) continue;
      const words = await lastWords(log);
      last = new WorldError(words);
      failures = passing.test(words) ? 0 : failures + 1;
      if (failures === mostFailures) break;
    }
    await sleep(200);
  }
  throw new WorldError(`PostgreSQL in ${place.folder} did not start`, last);
}

async function holdServer(port: number, password: string): Promise<pg.Client> {
  const hold = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    application_name: 'eli4u hold',
    keepAlive: true,
  });
  // A break shows as 'end' too, and that is what is acted upon.
  hold.on('error', () => undefined);
  try {
    await hold.connect();
    await hold.query('SELECT pg_advisory_lock_shared($1)', [usageLock]);
    return hold;
  } catch (error) {
    await hold.end().catch(() => undefined);
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof pg.DatabaseError && error.code === code;
}

async function lastWords(log: string): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '');
  return whyOf(text) || `it says nothing in ${log}`;
}
