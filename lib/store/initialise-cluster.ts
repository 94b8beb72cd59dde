import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { runPostgresProgram, type Account } from './postgres-programs.ts';

/** Where an embedded server lives and who may be it. */
export interface Place {
  /** The folder around its own. */
  home: string;
  folder: string;
  account: Account | null;
  password: string;
}

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
max_parallel_workers_per_gather = 2
max_connections = 60
timezone = 'UTC'
log_timezone = 'UTC'
log_min_messages = warning
`;

/** Order by code point, the same on every machine. */
const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
// Under a plain C the text parser takes every typographic mark for a letter («estimi» keeps its marks); only Linux surely has C.UTF-8.
const characterType = process.platform === 'linux' ? 'C.UTF-8' : 'C';

/** initdb into a folder of its own, then one rename: whoever comes second finds a whole cluster. */
export async function initialiseCluster(place: Place): Promise<void> {
  const draft = `${place.folder}.${randomBytes(6).toString('hex')}`;
  await mkdir(draft, { mode: 0o700 });
  const passwordFile = path.join(place.home, `.pw-${randomBytes(6).toString('hex')}`);
  await writeFile(passwordFile, place.password, { mode: 0o600 });
  try {
    if (place.account) {
      await chown(draft, place.account.uid, place.account.gid);
      await chown(passwordFile, place.account.uid, place.account.gid);
    }
    const args = [
      `--pgdata=${draft}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      ...locale,
      `--locale=${characterType}`,
    ];
    await runPostgresProgram('initdb', args, place.account);
    await writeFile(path.join(draft, 'postgresql.conf'), settings, { flag: 'a' });
    await rename(draft, place.folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}
