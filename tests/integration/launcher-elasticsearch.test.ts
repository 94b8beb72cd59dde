import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SearchAnswer } from '#lib/search/search.ts';
import { freePort } from '#lib/store/postmaster.ts';
import { ead, unit } from '#tests/builders/ead.ts';
import { closableDoor, type ClosableDoor } from '#tests/setup/closable-door.ts';
import { elasticsearchOfRun } from '#tests/setup/elasticsearch.ts';
import {
  ingest,
  killLeftovers,
  launch,
  preparedDataFolder,
  removeDataFolder,
  run,
  type Environment,
} from '#tests/setup/launcher.ts';

let missing: string | null = null;
let door: ClosableDoor;
let env: Environment;
let dataDir: string;

beforeAll(async () => {
  const server = await elasticsearchOfRun();
  if ('missing' in server) return void (missing = server.missing);
  door = await closableDoor(server.url);
  dataDir = await preparedDataFolder();
  env = {
    DATA_DIR: dataDir,
    PORT: String(await freePort(null)),
    ELASTICSEARCH_URL: door.url,
    ELASTICSEARCH_INDEX_PREFIX: `test-${randomBytes(6).toString('hex')}`,
  };
}, 300_000);
beforeEach((context) => {
  if (missing !== null) context.skip(missing);
});
afterEach(async () => {
  await killLeftovers();
  if (missing === null) await removeDataFolder(dataDir);
});

// The pages may have to be built first.
describe('npm start with ELASTICSEARCH_URL', { timeout: 300_000 }, () => {
  it('fills the index, searches there, and goes on without it; commands check it and make it again', async () => {
    const first = path.join(dataDir, 'first.xml');
    await writeFile(first, ead({ recordid: 'first', children: [unit('Registro degli estimi')] }));
    expect(await ingest([first], env).ended).toMatchObject({ code: 0 });
    const site = launch(env);
    await site.until(/ELI4U is running at/);
    const base = `http://127.0.0.1:${env['PORT']}`;
    const ask = async (q: string) =>
      (await (await fetch(`${base}/api/v1/search?q=${encodeURIComponent(q)}`)).json()) as SearchAnswer;
    const until = async (holds: () => Promise<boolean>) => {
      for (const end = Date.now() + 60_000; !(await holds()); await sleep(100))
        if (Date.now() > end) throw new Error(`it never came to that; the site said:\n${site.said()}`);
    };
    await site.until(/search index: filled/);
    await until(async () => !(await ask('estimi')).notices);
    expect((await ask('estimi')).total).toBeGreaterThan(0);

    const file = path.join(dataDir, 'added.xml');
    await writeFile(file, ead({ recordid: 'added', children: [unit('Aggiuntissimo')] }));
    expect(await ingest([file], env).ended).toMatchObject({ code: 0 });
    await until(async () => {
      const { total, notices } = await ask('aggiuntissimo');
      return total === 1 && !notices;
    });

    await door.shut();
    const alone = await ask('aggiuntissimo');
    expect(alone.total).toBe(1);
    expect(alone.notices).toHaveLength(1);
    const page = await (await fetch(`${base}/search?q=aggiuntissimo&lang=it`)).text();
    expect(page).toContain('di riserva');
    await door.open();
    await until(async () => !(await ask('aggiuntissimo')).notices);

    const reindexed = await run(['lib/jobs/reindex.ts'], env).ended;
    expect(reindexed).toMatchObject({
      code: 0,
      out: expect.stringMatching(/Elasticsearch: \d+ documents written, 0 refused/),
    });
    const verified = await run(['lib/jobs/verify.ts'], env).ended;
    expect(verified).toMatchObject({
      code: 0,
      out: expect.stringContaining('ok    every search row has its document'),
    });
    site.tell('SIGTERM');
    expect(await site.ended).toMatchObject({ code: 0 });
  });
});
