import { chmod, mkdir, readFile, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { WorldError } from '#lib/errors.ts';
import type { Database } from './cluster.ts';
import { initialiseCluster, type Place } from './initialise-cluster.ts';
import { postgresAccount, runPostgresProgram, startServer } from './postgres-programs.ts';
import { freePort, lastPort, portInUse } from './postmaster.ts';
import { prepareDatabase } from './prepare-database.ts';
import { secret } from './secret.ts';

/** Shared by everyone who uses the server; whoever gets it alone is the last and stops the server. */
const usageLock = 4_104_000;
/** How long a server that does not live may fail to start; one that lives and recovers is waited for much longer. */
const patience = 60_000;
const recoveryPatience = 1_800_000;

export async function attachEmbedded(dataDir: string): Promise<Database> {
  await mkdir(dataDir, { recursive: true });
  const account = postgresAccount();
  if (account) await letThrough(dataDir);
  const password = await secret(dataDir, 'postgres');
  const place = { dataDir, folder: path.join(dataDir, 'postgres'), account, password };
  const { port, release } = await stayAttached(place);
  try {
    const url = (role: string, secretOf: string, database: string) =>
      `postgres://${role}:${secretOf}@127.0.0.1:${port}/${database}`;
    const ownerSecret = await secret(dataDir, 'postgres-owner');
    const appSecret = await secret(dataDir, 'postgres-app');
    const adminUrl = url('postgres', password, 'postgres');
    await prepareDatabase(adminUrl, { owner: ownerSecret, app: appSecret });
    return {
      adminUrl,
      ownerUrl: url('eli4u_owner', ownerSecret, 'eli4u'),
      appUrl: url('eli4u_app', appSecret, 'eli4u'),
      release,
    };
  } catch (error) {
    await release().catch(() => undefined);
    throw error;
  }
}

/**
 * The account PostgreSQL runs as has to pass through the data folder to its own. Passing is all it may: names cannot be listed, and secrets lie
 * in a folder closed to it.
 */
async function letThrough(dataDir: string): Promise<void> {
  const { mode } = await stat(dataDir);
  if ((mode & 0o001) === 0) await chmod(dataDir, (mode & 0o777) | 0o011);
}

interface Attachment {
  port: number;
  hold: pg.Client;
}

/**
 * Attached until released. When the server breaks or is killed meanwhile, it is found or started again on its port: without the hold another
 * process that ends would stop it under us.
 */
async function stayAttached(place: Place): Promise<{ port: number; release(): Promise<void> }> {
  let { port, hold } = await reachServer(place);
  let releasing: Promise<void> | null = null;
  let reattaching: Promise<void> = Promise.resolve();
  const watch = () => hold.once('end', () => (reattaching = reattach()));
  const reattach = async () => {
    while (!releasing) {
      try {
        const reached = await reachServer(place);
        hold = reached.hold;
        watch();
        if (reached.port !== port)
          console.error(`PostgreSQL is back on port ${reached.port} instead of ${port}: restart`);
        return;
      } catch (error) {
        console.error('PostgreSQL is gone and does not start again:', error instanceof Error ? error.message : error);
        await sleep(5000);
      }
    }
  };
  watch();
  return {
    port,
    release: () =>
      (releasing ??= Promise.resolve().then(async () => {
        await reattaching;
        await letGo(place, hold);
      })),
  };
}

/** Attaches to the running server or starts one, as often as it takes: others may be starting, stopping or recovering it meanwhile. */
async function reachServer(place: Place): Promise<Attachment> {
  const started = Date.now();
  let deadline = started + patience;
  let last: unknown;
  while (Date.now() < deadline) {
    if (!existsSync(place.folder)) await initialiseCluster(place);
    const port = await portInUse(place.folder);
    if (port !== null) {
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
        if (hasCode(error, '57P03')) deadline = Math.min(Date.now() + patience, started + recoveryPatience);
      }
    } else {
      const log = path.join(place.folder, 'server.log');
      const wanted = await freePort(await lastPort(place.folder));
      const code = await startServer(place.folder, log, [`-p ${wanted}`], place.account);
      if (code === 0) continue;
      last = new WorldError(`pg_ctl start ended with ${code}: ${await lastWords(log)}`);
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

async function letGo(place: Place, hold: pg.Client): Promise<void> {
  try {
    await hold.query('SELECT pg_advisory_unlock_shared($1)', [usageLock]);
    const { rows } = await hold.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [usageLock]);
    if (rows[0]?.last) {
      await runPostgresProgram('pg_ctl', ['stop', '-D', place.folder, '-m', 'fast', '-w', '-s'], place.account);
    }
  } catch (error) {
    // A server that is gone already needs no stopping.
    if (await portInUse(place.folder)) throw error;
  } finally {
    await hold.end().catch(() => undefined);
  }
}

async function lastWords(log: string): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-3).join(' ');
}
