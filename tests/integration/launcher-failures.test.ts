import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WorldError } from '#lib/errors.ts';
import { describeFailure } from '#lib/launcher/failure.ts';
import { freePort } from '#lib/store/postmaster.ts';
import {
  emptyDataFolder,
  killLeftovers,
  launch,
  postmasterOf,
  removeDataFolder,
  run,
  type Ended,
  type Environment,
} from '#tests/setup/launcher.ts';
import { plainAccount } from '#tests/setup/plain-account.ts';

let folder: string;
let dataDir: string;
let env: Environment;
/** Takes connections and says nothing that either protocol knows. */
let stranger: Server;
let strangersPort: number;

beforeAll(async () => {
  folder = await emptyDataFolder();
  dataDir = path.join(folder, 'data');
  env = { DATA_DIR: dataDir, PORT: String(await freePort(null)) };
  stranger = createServer((socket) => socket.end('who is there?\n').on('error', () => undefined));
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  strangersPort = (stranger.address() as AddressInfo).port;
});
afterEach(() => killLeftovers(dataDir));
afterAll(async () => {
  stranger.close();
  await removeDataFolder(folder);
});

/** One line that says where and what: no stack, no password, exit 1, nothing left running. */
async function expectRefusal(ended: Ended, ...told: (string | RegExp)[]): Promise<void> {
  expect(ended.code).toBe(1);
  expect(ended.errors).toMatch(/^ELI4U cannot start: .*\n$/);
  expect(ended.errors).not.toMatch(/s3cret|undefined|\[object/);
  for (const each of told) expect(ended.errors).toMatch(each);
  expect(await postmasterOf(dataDir)).toBeNull();
}

describe('npm start that cannot', () => {
  it('says which port is in use, and what to do', async () => {
    const port = String(strangersPort);
    await expectRefusal(await launch({ ...env, PORT: port }).ended, port, /another program/, /set PORT/);
  });

  it('says so of an address that is not of this machine', async () =>
    expectRefusal(await launch({ ...env, HOST: '192.0.2.1' }).ended, 'HOST 192.0.2.1', /no address of this machine/));

  it.each([
    [
      'nobody listens',
      () => 'postgres://me:s3cret@127.0.0.1:1/archive',
      /127\.0\.0\.1:1, database archive, role me.*ECONNREFUSED/,
    ],
    [
      'the host does not exist',
      () => 'postgres://me:s3cret@nowhere.invalid/archive',
      /nowhere\.invalid:5432.*(ENOTFOUND|EAI_AGAIN)/,
    ],
    [
      'another program answers',
      () => `postgres://me:s3cret@127.0.0.1:${strangersPort}/archive`,
      /database archive, role me/,
    ],
  ])('says where DATABASE_URL leads and what is wrong there: %s', async (_, url, told) =>
    expectRefusal(await launch({ ...env, DATABASE_URL: url() }).ended, 'DATABASE_URL', told),
  );

  it('lists every value of the environment that is bad', async () => {
    const { code, out, errors } = await launch({ ...env, PORT: 'many', DATABASE_URL: 'mysql://me:s3cret@x/y' }).ended;
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(errors.split('\n')).toEqual([
      'ELI4U cannot start: the configuration is wrong:',
      expect.stringMatching(/^ {2}DATABASE_URL: must be a URL \(postgres: or postgresql:\)$/),
      expect.stringMatching(/^ {2}PORT: must be a port number \(found "many"\)$/),
      '',
    ]);
  });

  it('says of a password with a mark that a URL must escape that it is not', async () => {
    const { code, errors } = await launch({ ...env, DATABASE_URL: 'postgres://me:s3cret%@x/y' }).ended;
    expect(code).toBe(1);
    expect(errors).toMatch(/DATABASE_URL: must have its user and password percent-encoded\n$/);
  });

  it('names its own line for what nobody foresaw, and every reason once', () => {
    const error = new TypeError('reading of nothing', { cause: new Error('it was not there') });
    expect(describeFailure(error)).toMatch(
      /^reading of nothing: it was not there \(tests\/integration\/launcher-failures\.test\.ts:\d+\)$/,
    );
    const group = new AggregateError([
      new Error('connect ECONNREFUSED ::1:1'),
      new Error('connect ECONNREFUSED 127.0.0.1:1'),
    ]);
    expect(describeFailure(new WorldError('no database', group))).toBe(
      'no database: connect ECONNREFUSED ::1:1, connect ECONNREFUSED 127.0.0.1:1',
    );
  });

  it('names a data folder that it may not write', async (context) => {
    const account = plainAccount(context) ?? {};
    const closed = path.join(folder, 'closed');
    await mkdir(closed);
    await chmod(closed, 0o555);
    const within = path.join(closed, 'data');
    const ended = await run(['lib/launcher/start.ts'], { ...env, DATA_DIR: within }, account).ended;
    await expectRefusal(ended, `the data folder ${within} cannot be used: permission denied`, /set DATA_DIR/);
  });

  it('names a data folder that is a file', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    await expectRefusal(await launch({ ...env, DATA_DIR: file }).ended, file, /a file is in its place/);
  });

  it.each<[string, () => string]>([
    ['below a file', () => path.join(folder, 'file', 'data')],
    ['where nothing can be made', () => (existsSync('/proc/self') ? '/proc/data' : '/dev/null/data')],
  ])('names a data folder %s, at once; so does an ingest', async (_, place) => {
    await writeFile(path.join(folder, 'file'), '');
    const told = `the data folder ${place()} cannot be used: `;
    await expectRefusal(await launch({ ...env, DATA_DIR: place() }).ended, told, /set DATA_DIR/);
    for (const more of [{}, { DATABASE_URL: 'postgres://me:s3cret@127.0.0.1:1/archive' }]) {
      const ingest = await run(['ingest/cli.ts', folder], { ...env, ...more, DATA_DIR: place() }).ended;
      expect(ingest.code).toBe(2);
      expect(ingest.errors).toMatch(/^ingest could not run: .*set DATA_DIR\n$/);
      expect(ingest.errors).toContain(told);
    }
  });

  it('says in one line why the server does not start, and not only when all patience is at an end', async () => {
    const first = launch(env);
    await first.until(/database: ready/);
    first.tell('SIGTERM');
    await first.ended;
    const settings = path.join(dataDir, 'postgres', 'postgresql.conf');
    const sound = await readFile(settings, 'utf8');
    await writeFile(settings, `${sound}\nshared_buffers = plenty\n`);
    try {
      await expectRefusal(
        await launch(env).ended,
        `${path.join(dataDir, 'postgres')} did not start: `,
        /postgresql\.conf/,
      );
    } finally {
      await writeFile(settings, sound);
    }
  }, 50_000);

  it('names the folder whose data and secrets do not belong together', async () => {
    const first = launch(env);
    await first.until(/database: ready/);
    first.tell('SIGTERM');
    await first.ended;
    await writeFile(path.join(dataDir, 'secrets', 'postgres'), 's3cret');
    const ended = await launch(env).ended;
    expect(ended).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/^ELI4U cannot start: .*password.*\n$/) as string,
    });
    expect(ended.errors).toContain(path.join(dataDir, 'postgres'));
  });
});
