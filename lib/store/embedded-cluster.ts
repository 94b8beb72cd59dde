import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { WorldError } from '#lib/errors.ts';
import type { Database } from './cluster.ts';
import { postgresAccount, runPostgresProgram, startServer, type Account } from './postgres-programs.ts';
import { prepareDatabase } from './prepare-database.ts';
import { secret } from './secret.ts';

/** Shared by everyone who uses the server; whoever gets it alone is the last and stops the server. */
const usageLock = 4_104_000;
/** Long enough for crash recovery of a large database. */
const patience = 180_000;

/** Settings for one machine that also runs the site: measured on 2 cores with 1,000,000 records, 2026-11-23. */
const settings = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
shared_buffers = 256MB
effective_cache_size = 2GB
work_mem = 16MB
maintenance_work_mem = 256MB
max_wal_size = 4GB
wal_compression = on
checkpoint_timeout = 15min
random_page_cost = 1.1
jit = off
max_connections = 60
timezone = 'UTC'
log_timezone = 'UTC'
log_min_messages = warning
`;

export async function attachEmbedded(dataDir: string): Promise<Database> {
  await mkdir(dataDir, { recursive: true });
  const account = postgresAccount();
  const password = await secret(dataDir, 'postgres');
  const place = { dataDir, folder: path.join(dataDir, 'postgres'), account, password };
  const { port, hold } = await reachServer(place);
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
    release: () => letGo(place, hold),
  };
}

interface Place {
  dataDir: string;
  folder: string;
  account: Account | null;
  password: string;
}

/** Attaches to the running server or starts one, as often as it takes: others may be starting, stopping or recovering it meanwhile. */
async function reachServer(place: Place): Promise<{ port: number; hold: pg.Client }> {
  const deadline = Date.now() + patience;
  let last: unknown;
  while (Date.now() < deadline) {
    if (!existsSync(place.folder)) await initialise(place);
    const port = await portInUse(place.folder);
    if (port !== null) {
      try {
        return { port, hold: await holdServer(port, place.password) };
      } catch (error) {
        last = error;
        if (isFinal(error))
          throw new WorldError(
            `the PostgreSQL of ${place.folder} refuses its own password: is secrets/ of another installation?`,
            error,
          );
      }
    } else {
      const code = await startServer(
        place.folder,
        path.join(place.folder, 'server.log'),
        [`-p ${await freePort()}`],
        place.account,
      );
      if (code !== 0) last = new WorldError(`pg_ctl start ended with ${code}: ${await lastWords(place.folder)}`);
      if (code === 0) continue;
    }
    await sleep(200);
  }
  throw new WorldError(`PostgreSQL in ${place.folder} did not start`, last);
}

/** The port of a live server on this folder; null when there is none. A lock file whose process is gone or is no PostgreSQL is stale. */
async function portInUse(folder: string): Promise<number | null> {
  const file = path.join(folder, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!(await isPostgres(pid))) {
    await rm(file, { force: true });
    return null;
  }
  const port = Number(lines[3]);
  return Number.isInteger(port) && port > 0 ? port : null;
}

async function isPostgres(pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (process.platform === 'linux') {
    const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
    return name.startsWith('postgres');
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function holdServer(port: number, password: string): Promise<pg.Client> {
  const hold = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    application_name: 'eli4u hold',
  });
  // The connection is only there to be counted; if the server goes, release() has nothing left to do.
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

/** 28P01: the password is wrong, and waiting will not make it right. */
function isFinal(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '28P01';
}

async function letGo(place: Place, hold: pg.Client): Promise<void> {
  try {
    await hold.query('SELECT pg_advisory_unlock_shared($1)', [usageLock]);
    const { rows } = await hold.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [usageLock]);
    if (rows[0]?.last)
      await runPostgresProgram('pg_ctl', ['stop', '-D', place.folder, '-m', 'fast', '-w', '-s'], place.account);
  } catch (error) {
    // A server that is gone already needs no stopping.
    if (await portInUse(place.folder)) throw error;
  } finally {
    await hold.end().catch(() => undefined);
  }
}

/** initdb into a folder of its own, then one rename: whoever comes second finds a whole cluster. */
async function initialise(place: Place): Promise<void> {
  const draft = `${place.folder}.${randomBytes(6).toString('hex')}`;
  await mkdir(draft, { mode: 0o700 });
  const passwordFile = path.join(place.dataDir, `.pw-${randomBytes(6).toString('hex')}`);
  await writeFile(passwordFile, place.password, { mode: 0o600 });
  try {
    if (place.account) {
      await chown(draft, place.account.uid, place.account.gid);
      await chown(passwordFile, place.account.uid, place.account.gid);
    }
    const args = [
      '-D',
      draft,
      '-U',
      'postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ];
    await runPostgresProgram('initdb', args, place.account);
    await writeFile(path.join(draft, 'postgresql.conf'), settings, { flag: 'a' });
    await rename(draft, place.folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } catch (error) {
    throw explain(error, place);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

function explain(error: unknown, place: Place): unknown {
  if (place.account && error instanceof Error && /permission denied|could not access/i.test(error.message)) {
    return new WorldError(
      `the user PostgreSQL runs as cannot reach ${place.dataDir}: a folder above it is closed; set DATA_DIR to another place`,
      error,
    );
  }
  return error;
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}

async function lastWords(folder: string): Promise<string> {
  const log = await readFile(path.join(folder, 'server.log'), 'utf8').catch(() => '');
  return log.trim().split('\n').slice(-3).join(' ');
}
