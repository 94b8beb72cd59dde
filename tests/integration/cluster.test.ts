import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '#lib/config.ts';
import { attachDatabase, type Database } from '#lib/store/cluster.ts';
import { postgresAccount, startServer } from '#lib/store/postgres-programs.ts';
import { lastPort, stopServer } from '#lib/store/postmaster.ts';
import { withClient } from '#lib/store/prepare-database.ts';
import { reachablePrograms } from '#lib/store/reachable.ts';
import { serverLog } from '#lib/store/server-log.ts';
import { plainAccount } from '#tests/setup/plain-account.ts';

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
  // Its children may still be writing.
  await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
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

/** A node of its own that attaches to the same data folder and stays. */
function startNode(work: string, account: { uid?: number; gid?: number } = {}) {
  const from = (file: string) => JSON.stringify(path.resolve(file));
  const script = `import { readConfig } from ${from('lib/config.ts')}; import { attachDatabase } from ${from('lib/store/cluster.ts')};
    const attach = () => attachDatabase(readConfig({ DATA_DIR: ${JSON.stringify(dataDir)} })); ${work}; setInterval(() => undefined, 1000);`;
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    ...account,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** How many processes hold the server. */
const holds = (database: Database) =>
  withClient(
    database.adminUrl,
    async (client) =>
      (await client.query(`SELECT FROM pg_stat_activity WHERE application_name = 'eli4u hold'`)).rowCount,
  ).catch(() => 0);

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

  it('starts in a data folder that only root may enter', async () => {
    await chmod(dataDir, 0o700);
    expect(await answers(await attach())).toBe('eli4u_app');
  });

  it.runIf(process.getuid?.() === 0)(
    'starts below a folder that only root may enter, is found there again, and begins anew with new secrets',
    async () => {
      const closed = await mkdtemp(path.join(os.tmpdir(), 'eli4u-closed-'));
      const below = () => attachDatabase(readConfig({ DATA_DIR: path.join(closed, 'data') }));
      const first = await below();
      const homes = [path.dirname(first.keptElsewhere ?? '')];
      try {
        expect(await answers(first)).toBe('eli4u_app');
        await first.release();
        const second = await below();
        expect(second.keptElsewhere).toBe(first.keptElsewhere);
        expect(await answers(second)).toBe('eli4u_app');
        await second.release();
      } finally {
        await rm(closed, { recursive: true, force: true });
        for (const home of homes) await rm(home, { recursive: true, force: true });
      }
    },
  );

  it.runIf(process.getuid?.() === 0)('runs programs that lie below a folder that only root may enter', async () => {
    const closed = await mkdtemp(path.join(os.tmpdir(), 'eli4u-closed-'));
    const version = `test-${path.basename(closed)}`;
    await mkdir(path.join(closed, 'native', 'bin'), { recursive: true });
    await writeFile(path.join(closed, 'native', 'bin', 'hello'), '#!/bin/sh\necho hello\n', { mode: 0o755 });
    const account = postgresAccount();
    const reached = reachablePrograms(path.join(closed, 'native'), version, account);
    try {
      expect(reached).not.toContain(closed);
      expect(execFileSync(path.join(reached, 'bin', 'hello'), { ...account, cwd: '/' }).toString()).toBe('hello\n');
      expect(reachablePrograms(path.join(closed, 'native'), version, account)).toBe(reached);
    } finally {
      await rm(closed, { recursive: true, force: true });
      await rm(reached, { recursive: true, force: true });
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

  it('its stop is not held up by a server that somebody starts right after', async () => {
    await release(await attach());
    const folder = path.join(dataDir, 'postgres');
    const account = postgresAccount();
    const start = async () => startServer(folder, serverLog(folder), [`-p ${await lastPort(folder)}`], account);
    const startAgain = async () => {
      while (existsSync(path.join(folder, 'postmaster.pid'))) await sleep(1);
      return start();
    };
    expect(await start()).toBe(0);
    const [, startedAgain] = await Promise.all([stopServer(folder, account), startAgain()]);
    expect(startedAgain).toBe(0);
    await stopServer(folder, account);
    expect(await postmaster()).toBeNull();
  });

  it('keeps the end of a log that has grown long, and begins it anew, also while the server writes it', async () => {
    const file = path.join(dataDir, 'postgres', 'server.log');
    const grow = () => appendFile(file, `${'x'.repeat(99)}\n`.repeat(100_000) + 'the last line\n');
    await release(await attach());
    await grow();
    const database = await attach();
    expect((await stat(file)).size).toBeLessThan(100_000);
    expect((await stat(`${file}.1`)).size).toBeLessThan(5_000_000);
    expect((await readFile(`${file}.1`, 'utf8')).includes('the last line')).toBe(true);
    await grow();
    await release(await attach());
    await withClient(database.appUrl, (client) => client.query('SELECT what_is_not_there').catch(() => undefined));
    const text = await readFile(file, 'utf8');
    expect(text.length).toBeLessThan(100_000);
    expect(text).toMatch(/^\d{4}-.*what_is_not_there/);
  });

  it('is no trouble to whoever waits to be the last one out while another is', async () => {
    for (const delay of [0, 20, 40, 60, 80]) {
      const patient = await attach();
      const other = await attach();
      held.length = 0;
      await Promise.all([patient.release(1000), sleep(delay).then(() => other.release())]);
      expect(await postmaster()).toBeNull();
    }
  });

  it('serves who comes while the last one out is stopping it', async () => {
    for (const delay of [0, 5, 10, 20, 40, 80]) {
      const before = await attach();
      const [after] = await Promise.all([sleep(delay).then(attach), release(before)]);
      expect(await answers(after)).toBe('eli4u_app');
      await release(after);
      expect(await postmaster()).toBeNull();
    }
  });

  it('gives up when it is told to, and leaves no server behind', async () => {
    const config = readConfig({ DATA_DIR: dataDir });
    await expect(attachDatabase(config, AbortSignal.abort('told before'))).rejects.toBe('told before');
    expect(existsSync(path.join(dataDir, 'postgres'))).toBe(false);
    for (const delay of [0, 300, 600, 900, 1200]) {
      const given = new AbortController();
      const attaching = attachDatabase(config, given.signal);
      setTimeout(() => given.abort(), delay);
      const outcome = await attaching.then(
        (database) => database.release(),
        (error: unknown) => error,
      );
      expect([undefined, given.signal.reason]).toContain(outcome);
      expect(await postmaster()).toBeNull();
    }
  });

  it('is made once when two start at once', async () => {
    const both = await Promise.all([attach(), attach(), attach()]);
    expect(new Set(both.map((database) => database.appUrl)).size).toBe(1);
    expect(await answers(both[0] as Database)).toBe('eli4u_app');
  });

  it('is found again after the node that started it was killed', async () => {
    const node = startNode(`await attach(); console.log('up')`);
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

  it('comes back for whoever was attached, on the same port, and is not stopped under him', async () => {
    const site = await attach();
    const killed = (await postmaster()) as number;
    process.kill(killed, 'SIGKILL');
    await expect.poll(() => answers(site).catch(() => 'gone'), { timeout: 30_000 }).toBe('eli4u_app');
    await expect.poll(() => holds(site), { timeout: 30_000 }).toBe(1);
    await release(await attach());
    expect(await answers(site)).toBe('eli4u_app');
    expect(await postmaster()).not.toBe(killed);
  });

  it('is started once when everything was killed and several start at once', async () => {
    const node = startNode(`await attach(); console.log('up')`);
    await new Promise<void>((resolve) => node.stdout.once('data', () => resolve()));
    node.kill('SIGKILL');
    process.kill((await postmaster()) as number, 'SIGKILL');
    const all = await Promise.all([attach(), attach(), attach()]);
    expect(new Set(all.map((database) => database.appUrl)).size).toBe(1);
    expect(await answers(all[0] as Database)).toBe('eli4u_app');
  });

  it('keeps its port, takes another when that is in use, and passes over a lock file that another program now bears', async () => {
    const first = await attach();
    const { appUrl } = first;
    await release(first);
    await writeFile(path.join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n/nowhere\n1\n1\n`);
    const second = await attach();
    expect(second.appUrl).toBe(appUrl);
    await release(second);
    const other = createServer().listen(Number(new URL(appUrl).port), '127.0.0.1');
    try {
      const third = await attach();
      expect(third.appUrl).not.toBe(appUrl);
      expect(await answers(third)).toBe('eli4u_app');
    } finally {
      other.close();
    }
  });

  it('runs for a user who is not root, as that user', async (context) => {
    const { uid, gid } = plainAccount(context) ?? context.skip('every other test runs so');
    await chmod(dataDir, 0o777);
    const node = startNode(`console.log((await attach()).appUrl)`, { uid, gid });
    const said = await new Promise<string>((resolve) =>
      node.stdout.once('data', (data: Buffer) => resolve(data.toString())),
    );
    expect(said).toMatch(/^postgres:/);
    expect((await stat(path.join(dataDir, 'postgres'))).uid).toBe(uid);
    process.kill((await postmaster()) as number, 'SIGINT');
    node.kill('SIGKILL');
  });

  it('says so when the secrets are not those of the data', async () => {
    await release(await attach());
    await writeFile(path.join(dataDir, 'secrets', 'postgres'), 'another');
    await expect(attach()).rejects.toThrow(/password/);
  });
});
