import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Database } from './cluster.ts';
import { openDataFolder } from './data-folder.ts';
import type { Place } from './initialise-cluster.ts';
import { postgresAccount } from './postgres-programs.ts';
import { isServer, namedPid, stopServer } from './postmaster.ts';
import { prepareDatabase } from './prepare-database.ts';
import { reachServer, usageLock } from './reach-server.ts';
import { clusterHome } from './reachable.ts';
import { boundServerLog } from './server-log.ts';

/** How often the length of the server's log is looked at. */
const logInterval = 60_000;

export async function attachEmbedded(dataDir: string, signal?: AbortSignal): Promise<Database> {
  const account = postgresAccount();
  const { password, ownerSecret, appSecret } = await openDataFolder(dataDir, account);
  const home = clusterHome(dataDir, password, account);
  const place = { home, folder: path.join(home, 'postgres'), account, password };
  const { port, release } = await stayAttached(place, signal);
  try {
    const url = (role: string, secretOf: string, database: string) =>
      `postgres://${role}:${secretOf}@127.0.0.1:${port}/${database}`;
    const adminUrl = url('postgres', password, 'postgres');
    signal?.throwIfAborted();
    await prepareDatabase(adminUrl, { owner: ownerSecret, app: appSecret });
    return {
      adminUrl,
      ownerUrl: url('eli4u_owner', ownerSecret, 'eli4u'),
      appUrl: url('eli4u_app', appSecret, 'eli4u'),
      ...(home === dataDir ? {} : { keptElsewhere: place.folder }),
      release,
    };
  } catch (error) {
    await release().catch(() => undefined);
    throw error;
  }
}

/**
 * Attached until released. When the server breaks or is killed meanwhile, it is found or started again on its port: without the hold another
 * process that ends would stop it under us.
 */
async function stayAttached(
  place: Place,
  signal?: AbortSignal,
): Promise<{ port: number; release: Database['release'] }> {
  const { port, hold: first } = await reachServer(place, signal);
  let hold = first;
  let releasing: Promise<void> | null = null;
  let reattaching: Promise<void> = Promise.resolve();
  const leaving = new AbortController();
  const watch = () => hold.once('end', () => (reattaching = reattach()));
  const reattach = async () => {
    while (!releasing) {
      try {
        const reached = await reachServer(place, leaving.signal);
        hold = reached.hold;
        watch();
        if (reached.port !== port)
          console.error(`PostgreSQL is back on port ${reached.port} instead of ${port}: restart`);
        return;
      } catch (error) {
        if (releasing) return;
        console.error('PostgreSQL is gone and does not start again:', error instanceof Error ? error.message : error);
        await sleep(5000, undefined, { signal: leaving.signal }).catch(() => undefined);
      }
    }
  };
  watch();
  const boundLog = () => boundServerLog(place, hold).catch(() => undefined);
  await boundLog();
  const logTimer = setInterval(() => void boundLog(), logInterval).unref();
  return {
    port,
    release: (patienceForOthers = 0) =>
      (releasing ??= Promise.resolve().then(async () => {
        clearInterval(logTimer);
        leaving.abort();
        await reattaching;
        await letGo(place, hold, patienceForOthers);
      })),
  };
}

/** Milliseconds that a server may take to go which somebody else stops. */
const patienceForStopping = 20_000;

async function letGo(place: Place, hold: pg.Client, patienceForOthers: number): Promise<void> {
  try {
    if (await isLastOut(place, hold, patienceForOthers)) await stopServer(place.folder, place.account);
  } finally {
    await hold.end().catch(() => undefined);
  }
}

async function isLastOut(place: Place, hold: pg.Client, patienceForOthers: number): Promise<boolean> {
  const server = await namedPid(place.folder);
  try {
    await hold.query('SELECT pg_advisory_unlock_shared($1)', [usageLock]);
    const end = Date.now() + patienceForOthers;
    let last = await isLast(hold);
    while (!last && Date.now() < end) {
      await sleep(50);
      last = await isLast(hold);
    }
    return last;
  } catch (error) {
    // Somebody else was the last one out between two of our questions and stops the server, or it is gone already.
    const end = Date.now() + patienceForStopping;
    while (await isServer(place.folder, server)) {
      if (Date.now() > end) throw error;
      await sleep(20);
    }
    return false;
  }
}

/** Whoever holds the lock alone keeps it: who comes now waits, and finds the server gone. */
async function isLast(hold: pg.Client): Promise<boolean> {
  const { rows } = await hold.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [usageLock]);
  return rows[0]?.last ?? false;
}
