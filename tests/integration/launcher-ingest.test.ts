import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '#lib/store/postmaster.ts';
import { ead, unit } from '#tests/builders/ead.ts';
import {
  ingest,
  killLeftovers,
  launch,
  postmasterOf,
  preparedDataFolder,
  removeDataFolder,
  type Environment,
  type Running,
} from '#tests/setup/launcher.ts';

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

/** Ingests a finding aid of two records that no other has. */
async function ingestNew(name: string): Promise<Running> {
  const file = path.join(dataDir, `${name}.xml`);
  await writeFile(file, ead({ recordid: name, title: `Fondo ${name}`, children: [unit('Busta')] }));
  return ingest([file], env);
}

async function expectLoaded(run: Running): Promise<void> {
  expect(await run.ended).toMatchObject({ code: 0, errors: '', out: expect.stringContaining('2 created') as string });
}

async function served(): Promise<Running> {
  const site = launch(env);
  await site.until(/ELI4U is running at/);
  return site;
}

async function expectStopped(site: Running): Promise<void> {
  expect(await site.ended).toMatchObject({ code: 0, errors: '' });
  expect(await postmasterOf(dataDir)).toBeNull();
}

const found = async (name: string): Promise<number> => {
  const answer = await fetch(`${url}/api/v1/search?q=${name}`);
  return ((await answer.json()) as { total: number }).total;
};

// The pages may have to be built first.
describe('npm run ingest', { timeout: 300_000 }, () => {
  it('works while the site is down, and leaves no server', async () => {
    await expectLoaded(await ingestNew('spento'));
    expect(await postmasterOf(dataDir)).toBeNull();
  });

  it('works while the site is up, which finds at once what was loaded, and does not stop its server', async () => {
    const site = await served();
    const server = await postmasterOf(dataDir);
    expect(await found('acceso')).toBe(0);
    await expectLoaded(await ingestNew('acceso'));
    expect(await found('acceso')).toBe(1);
    expect(await postmasterOf(dataDir)).toBe(server);
    site.tell('SIGTERM');
    await expectStopped(site);
  });

  it('works while the site is starting, whichever of the two starts the server', async () => {
    const site = launch(env);
    await expectLoaded(await ingestNew('avvio'));
    await site.until(/ELI4U is running at/);
    expect(await found('avvio')).toBe(1);
    site.tell('SIGTERM');
    await expectStopped(site);
  });

  // Ingest reaches the database some half a second after it was called: before or while the server stops.
  it.each([0, 400])('works while the site is stopping: told to end %i ms after the call', async (delay) => {
    const site = await served();
    const run = await ingestNew(`fine${delay}`);
    await sleep(delay);
    site.tell('SIGTERM');
    await expectLoaded(run);
    await expectStopped(site);
  });
});
