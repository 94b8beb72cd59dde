import { createServer, type Server } from 'node:http';
import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freePort, lastPort } from '#lib/store/postmaster.ts';
import {
  emptyDataFolder,
  killed,
  killLeftovers,
  launch,
  postmasterOf,
  preparedDataFolder,
  removeDataFolder,
  type Environment,
  type Running,
} from '#tests/setup/launcher.ts';
import { familyOf, stillAlive } from '#tests/setup/processes.ts';

const serving = /ELI4U is running at/;
let dataDir: string;
let env: Environment;
let url: string;

beforeAll(async () => {
  dataDir = await preparedDataFolder();
  const port = String(await freePort(null));
  env = { DATA_DIR: dataDir, PORT: port };
  url = `http://127.0.0.1:${port}`;
});
afterEach(() => killLeftovers(dataDir));
afterAll(() => removeDataFolder(dataDir));

async function served(): Promise<Running> {
  const site = launch(env);
  await site.until(serving);
  return site;
}

const readiness = () =>
  fetch(`${url}/readyz`).then(
    (answer) => answer.status,
    () => null,
  );

async function endsInOrder(site: Running): Promise<void> {
  const family = familyOf(site.pid);
  site.tell('SIGTERM');
  expect(await site.ended).toMatchObject({ code: 0, errors: '' });
  await expect.poll(() => stillAlive(family)).toEqual([]);
  expect(await postmasterOf(dataDir)).toBeNull();
  expect(await readiness()).toBeNull();
}

const listening = (server: Server, port: number) =>
  new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

// The pages may have to be built first.
describe('npm start', { timeout: 300_000 }, () => {
  it('serves, and told to end it ends with all that it started: exit 0', async () => {
    const site = await served();
    expect(await readiness()).toBe(200);
    expect(familyOf(site.pid).length).toBeGreaterThan(2);
    await endsInOrder(site);
  });

  it('killed, it leaves the server, which the next start takes over', async () => {
    const first = await served();
    const family = familyOf(first.pid);
    const server = await postmasterOf(dataDir);
    first.tell('SIGKILL');
    expect(await first.ended).toMatchObject({ signal: 'SIGKILL' });
    await expect.poll(() => stillAlive(family), { timeout: 15_000 }).toEqual([]);
    const second = await served();
    expect(await postmasterOf(dataDir)).toBe(server);
    expect(await readiness()).toBe(200);
    await endsInOrder(second);
  });

  it('killed together with its server, it recovers at the next start', async () => {
    const first = await served();
    const server = (await postmasterOf(dataDir)) as number;
    await killed([...familyOf(first.pid), ...familyOf(server)]);
    expect(await postmasterOf(dataDir)).toBe(server); // stale now
    const second = await served();
    expect(await readiness()).toBe(200);
    await endsInOrder(second);
  });

  it('outlives its server: the site serves again when that was killed', async () => {
    const site = await served();
    const server = (await postmasterOf(dataDir)) as number;
    await killed(familyOf(server));
    await expect.poll(readiness, { timeout: 30_000 }).toBe(200);
    expect(await postmasterOf(dataDir)).not.toBe(server);
    site.tell('SIGTERM');
    expect(await site.ended).toMatchObject({ code: 0 });
    expect(await postmasterOf(dataDir)).toBeNull();
  });

  it('starts once when it is started twice, and a third time while it runs', async () => {
    const both = [launch(env), launch(env)];
    const early = await Promise.race(both.map(async (each) => ({ ...(await each.ended), pid: each.pid })));
    expect(early).toMatchObject({ code: 0, out: expect.stringContaining(`already running at ${url}`) as string });
    const site = both.find((each) => each.pid !== early.pid) as Running;
    expect(site.said()).toMatch(serving);
    expect(await launch(env).ended).toMatchObject({ code: 0, out: `ELI4U is already running at ${url}\n` });
    expect(await readiness()).toBe(200);
    await endsInOrder(site);
  });

  it('takes another port for the database when that is in use', async () => {
    const port = (await lastPort(`${dataDir}/postgres`)) as number;
    const other = createServer();
    await listening(other, port);
    try {
      const site = await served();
      expect(await readiness()).toBe(200);
      expect(await lastPort(`${dataDir}/postgres`)).not.toBe(port);
      await endsInOrder(site);
    } finally {
      other.close();
    }
  });

  it.skipIf(process.getuid?.() !== 0)('run by root, it runs the database as another', async () => {
    const site = await served();
    expect(statSync(`/proc/${await postmasterOf(dataDir)}`).uid).not.toBe(0);
    await endsInOrder(site);
  });

  it.each(['SIGINT', 'SIGHUP'] as const)(
    'takes %s for the same as SIGTERM, also while it is starting',
    async (name) => {
      const site = launch(env);
      await site.until(/database: ready/);
      site.tell(name);
      expect(await site.ended).toMatchObject({ code: 0, errors: '' });
      expect(await postmasterOf(dataDir)).toBeNull();
    },
  );
});

describe('npm start for the first time', () => {
  let fresh: string;
  beforeAll(async () => {
    fresh = await emptyDataFolder();
  });
  afterEach(() => killLeftovers(fresh));
  afterAll(() => removeDataFolder(fresh));

  it.each([
    ['database: starting', /database: starting/],
    ['the next moment', /database: starting/],
    ['database: ready', /database: ready/],
    ['demonstration holdings: loading', /holdings: loading/],
    ['files are being read', /loaded /],
  ])('told to end at «%s», it leaves no server and no child behind', async (moment, line) => {
    const site = launch({ ...env, DATA_DIR: fresh });
    await site.until(line);
    if (moment === 'the next moment') await sleep(700);
    const family = familyOf(site.pid);
    site.tell('SIGTERM');
    expect(await site.ended).toMatchObject({ code: 0, errors: '' });
    await expect.poll(() => stillAlive(family)).toEqual([]);
    expect(await postmasterOf(fresh)).toBeNull();
  });
});
