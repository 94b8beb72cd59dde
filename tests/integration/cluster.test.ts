import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '#lib/config.ts';
import { attachDatabase, type Database } from '#lib/store/cluster.ts';
import { withClient } from '#lib/store/prepare-database.ts';

let dataDir: string;
const held: Database[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-cluster-'));
  await chmod(dataDir, 0o755);
});
afterEach(async () => {
  while (held.length) await held.pop()?.release();
  const pid = await postmaster();
  if (pid) process.kill(pid, 'SIGKILL');
  await sleep(100);
  await rm(dataDir, { recursive: true, force: true });
});

async function attach(): Promise<Database> {
  const database = await attachDatabase(readConfig({ DATA_DIR: dataDir }));
  held.push(database);
  return database;
}

async function release(database: Database): Promise<void> {
  held.splice(held.indexOf(database), 1);
  await database.release();
}

async function postmaster(): Promise<number | null> {
  const text = await readFile(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
  return Number(text.split('\n')[0]) || null;
}

const answers = (database: Database) =>
  withClient(
    database.appUrl,
    async (client) => (await client.query<{ user: string }>('SELECT current_user AS user')).rows[0]?.user,
  );

describe('the embedded database', () => {
  it('starts from nothing, as a plain role that owns nothing, with its secrets closed to others', async () => {
    const database = await attach();
    expect(await answers(database)).toBe('eli4u_app');
    const facts = await withClient(
      database.appUrl,
      async (client) =>
        (
          await client.query(
            'SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = current_user',
          )
        ).rows[0] as unknown,
    );
    expect(facts).toEqual({ rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolbypassrls: false });
    for (const name of ['postgres', 'postgres-owner', 'postgres-app']) {
      expect(
        execFileSync('stat', ['-c', '%a', path.join(dataDir, 'secrets', name)])
          .toString()
          .trim(),
      ).toBe('600');
    }
  });

  it('is stopped by the last one out and by nobody before', async () => {
    const first = await attach();
    const second = await attach();
    await release(first);
    expect(await answers(second)).toBe('eli4u_app');
    await release(second);
    expect(existsSync(path.join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('is made once when two start at once', async () => {
    const both = await Promise.all([attach(), attach(), attach()]);
    expect(new Set(both.map((database) => database.appUrl)).size).toBe(1);
    expect(await answers(both[0] as Database)).toBe('eli4u_app');
  });

  it('is found again after the node that started it was killed', async () => {
    const script = path.join(dataDir, 'start.mts');
    const from = (file: string) => JSON.stringify(path.resolve(file));
    await writeFile(
      script,
      `import { readConfig } from ${from('lib/config.ts')}; import { attachDatabase } from ${from('lib/store/cluster.ts')};
      await attachDatabase(readConfig({ DATA_DIR: ${JSON.stringify(dataDir)} })); console.log('up'); setInterval(() => undefined, 1000);`,
    );
    const node = spawn(process.execPath, ['--import', path.resolve('node_modules/tsx/dist/loader.mjs'), script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve) => node.stdout.once('data', () => resolve()));
    const before = await postmaster();
    node.kill('SIGKILL');
    const database = await attach();
    expect(await postmaster()).toBe(before);
    expect(await answers(database)).toBe('eli4u_app');
  });

  it('recovers when the server itself was killed', async () => {
    const database = await attach();
    await withClient(database.ownerUrl, (client) => client.query('CREATE TABLE kept AS SELECT 1 AS one'));
    process.kill((await postmaster()) as number, 'SIGKILL');
    await sleep(300);
    const again = await attach();
    expect(
      await withClient(again.ownerUrl, async (client) => (await client.query('SELECT one FROM kept')).rows),
    ).toEqual([{ one: 1 }]);
  });

  it('takes another port when its last one is in use, and passes over a lock file that another program now bears', async () => {
    await release(await attach());
    await writeFile(path.join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n/nowhere\n1\n1\n`);
    expect(await answers(await attach())).toBe('eli4u_app');
  });

  it('says so when the secrets are not those of the data', async () => {
    await release(await attach());
    await writeFile(path.join(dataDir, 'secrets', 'postgres'), 'another');
    await expect(attach()).rejects.toThrow(/password/);
    execFileSync('pkill', ['-9', '-f', dataDir]);
  });
});
