import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '#lib/config.ts';
import { attachDatabase, type Database } from '#lib/store/cluster.ts';
import { withClient } from '#lib/store/prepare-database.ts';
import { ead, unit } from '#tests/builders/ead.ts';
import { writeEad } from '#tests/bench/generate-ead.ts';

let folder: string;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-command-'));
  await chmod(folder, 0o755);
  // The test runner sets a BASE_URL of its own.
  env = { ...process.env, DATA_DIR: path.join(folder, 'data'), DATABASE_URL: '', BASE_URL: '' };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function ingest(
  args: string[],
  more: Record<string, string> = {},
): ChildProcess & { stdout: NonNullable<ChildProcess['stdout']> } {
  return spawn(process.execPath, ['--import', 'tsx', 'ingest/cli.ts', ...args], {
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function finished(
  child: ReturnType<typeof ingest>,
): Promise<{ code: number | null; out: string; last: unknown }> {
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  const line = out.trim().split('\n').at(-1) ?? '';
  return { code, out, last: line.startsWith('{') ? JSON.parse(line) : line };
}

const records = (database: Database) =>
  withClient(
    database.appUrl,
    async (client) => (await client.query<{ n: number }>('SELECT count(*)::integer AS n FROM eli4u.record')).rows[0]?.n,
  );

describe('npm run ingest', () => {
  it('says what it did, as text and as one JSON object, exit 0', async () => {
    const file = path.join(folder, 'good.xml');
    await writeFile(file, ead({ recordid: 'good', children: [unit('A'), unit('B')] }));
    const { code, last } = await finished(ingest([file, '--json']));
    expect(code).toBe(0);
    expect(last).toEqual({
      read: 3,
      created: 3,
      changed: 0,
      unchanged: 0,
      moved: 0,
      deleted: 0,
      quarantined: 0,
      problems: 0,
      agents: 0,
      seconds: expect.any(Number) as number,
    });
  });

  it('exit 1 when something was quarantined, 2 when it could not run', async () => {
    const file = path.join(folder, 'bad.xml');
    await writeFile(file, '<nothing/>');
    expect((await finished(ingest([file]))).code).toBe(1);
    expect((await finished(ingest([]))).code).toBe(2);
    env.PORT = 'many';
    expect((await finished(ingest([file]))).code).toBe(2);
    delete env.PORT;
  });

  it('ends with one JSON object whatever goes wrong', async () => {
    const nothing = {
      read: 0,
      created: 0,
      changed: 0,
      unchanged: 0,
      moved: 0,
      deleted: 0,
      quarantined: 0,
      problems: 0,
      agents: 0,
    };
    const line = { ...nothing, seconds: expect.any(Number) as number };
    const elsewhere = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
    for (const [args, more] of [
      [['--json'], {}],
      [['--jsom', '--json'], {}],
      [[folder, '--json'], elsewhere],
    ] satisfies [string[], Record<string, string>][])
      expect(await finished(ingest(args, more))).toMatchObject({ code: 2, last: line });
    const absent = await finished(ingest([path.join(folder, 'absent.xml'), '--json']));
    expect(absent).toMatchObject({ code: 1, last: { ...line, read: 1, quarantined: 1, problems: 1 } });
  });

  it('goes on when nobody reads what it says', async () => {
    const place = path.join(folder, 'unheard');
    await mkdir(place);
    for (let n = 0; n < 20; n++)
      await writeFile(path.join(place, `${n}.xml`), ead({ recordid: `unheard-${n}`, children: [unit('A')] }));
    const child = ingest([place]);
    child.stdout.destroy();
    expect(await new Promise<number | null>((resolve) => child.on('exit', resolve))).toBe(0);
    const { last } = await finished(ingest([place, '--json']));
    expect(last).toMatchObject({ read: 40, unchanged: 40 });
  });

  it('leaves nothing half-written when it is killed, wherever it is, and can be run again', async () => {
    const database = await attachDatabase(readConfig(env));
    try {
      const file = path.join(folder, 'large.xml');
      await writeEad(file, { components: 4000 });
      const before = await records(database);
      for (const delay of [600, 1200, 1800]) {
        const child = ingest([file]);
        child.stdout.resume();
        await sleep(delay);
        child.kill('SIGKILL');
        await new Promise((resolve) => setTimeout(resolve, 300));
        const now = await records(database);
        // Killed after its commit is as good as not killed.
        expect([before, (before ?? 0) + 4001]).toContain(now);
        if (now !== before) break;
      }
      const { code, last } = await finished(ingest([file, '--json']));
      expect(code).toBe(0);
      expect(last).toMatchObject({ read: 4001, quarantined: 0 });
      expect(await records(database)).toBe((before ?? 0) + 4001);
    } finally {
      await database.release();
    }
  });

  it('works while others use the database, and two at once take turns', async () => {
    const files = ['one', 'two'].map((name) => path.join(folder, `${name}.xml`));
    for (const file of files) await writeFile(file, ead({ recordid: file, children: [unit('A'), unit('B')] }));
    const results = await Promise.all(files.map((file) => finished(ingest([file, '--json']))));
    for (const { code, last } of results) {
      expect(code).toBe(0);
      expect(last).toMatchObject({ created: 3 });
    }
  });
});
