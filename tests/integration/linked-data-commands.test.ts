import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ead, unit } from '#tests/builders/ead.ts';
import { identify, listRecords, oaiRecord, startProvider, type FakeProvider } from '#tests/builders/oai-provider.ts';

let folder: string;
let provider: FakeProvider;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-commands-'));
  await chmod(folder, 0o755);
  env = {
    ...process.env,
    DATA_DIR: path.join(folder, 'data'),
    DATABASE_URL: '',
    BASE_URL: 'https://archivio.example.it',
  };
  const document = ead({ recordid: 'harvested', title: 'Fondo raccolto', children: [unit('A'), unit('B')] });
  provider = await startProvider({
    Identify: [identify()],
    ListRecords: [listRecords(oaiRecord('oai:x:1', document.replace(/^<\?xml.*?\?>\s*/, '')))],
  });
});
afterAll(async () => {
  await provider.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Ended {
  code: number;
  out: string;
  said: string;
}

const command = (script: string, ...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', script, ...args], { env, maxBuffer: 1 << 26 }, (error, out, said) =>
      resolve({ code: error ? Number(error.code) : 0, out, said }),
    );
  });

describe('the commands', () => {
  it('npm run ingest -- --oai ends with the counts', async () => {
    const { code, out } = await command('ingest/cli.ts', '--oai', provider.address, '--prefix', 'ead3', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out.trim().split('\n').at(-1) ?? '')).toMatchObject({ read: 3, created: 3, quarantined: 0 });
  }, 90_000);

  it.each([
    ['no address', ['--oai', 'nowhere']],
    ['no day', ['--oai', 'http://127.0.0.1:1/', '--from', 'yesterday']],
    ['files too', ['--oai', 'http://127.0.0.1:1/', 'file.xml']],
  ])(
    'npm run ingest -- --oai cannot run with %s',
    async (_name, args) => {
      expect((await command('ingest/cli.ts', ...args)).code).toBe(2);
    },
    60_000,
  );

  it('npm run dump writes a file, compressed where its name says so, or what another program reads', async () => {
    const packed = path.join(folder, 'all.nq.gz');
    expect((await command('lib/jobs/dump.ts', '--out', packed)).code).toBe(0);
    const text = gunzipSync(await readFile(packed)).toString();
    expect(text).toContain('"Fondo raccolto"');
    expect(text).toContain('<https://archivio.example.it/id/');
    const { code, out } = await command('lib/jobs/dump.ts', '--out', '-');
    expect(code).toBe(0);
    expect(out).toBe(text);
    expect((await command('lib/jobs/dump.ts')).code).toBe(2);
    expect((await command('lib/jobs/dump.ts', '--out', path.join(folder, 'nowhere', 'x.nq'))).code).toBe(2);
    await expect(stat(`${packed}.draft`)).rejects.toThrow('ENOENT');
  }, 120_000);

  it('npm run publish:rdf tells a store, and says why where it would not', async () => {
    const puts: string[] = [];
    const { server, url } = await startStore((graph) => {
      puts.push(graph);
      return 201;
    });
    const done = await command('lib/jobs/publish-rdf.ts', '--to', url);
    expect(done.code).toBe(0);
    // What no worker has stamped yet is not told; the types of procedure always are.
    expect(puts).toContain('https://archivio.example.it/servizi');
    server.close();
    const refusing = await startStore(() => 403);
    const refused = await command('lib/jobs/publish-rdf.ts', '--to', refusing.url);
    expect(refused.code).toBe(2);
    expect(refused.said).toContain('403');
    refusing.server.close();
    expect((await command('lib/jobs/publish-rdf.ts', '--to', 'nowhere')).code).toBe(2);
  }, 120_000);
});

async function startStore(answer: (graph: string) => number): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(answer(new URL(request.url ?? '/', 'http://x').searchParams.get('graph') ?? '')).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('no port');
  return { server, url: `http://127.0.0.1:${place.port}/ds/data` };
}
