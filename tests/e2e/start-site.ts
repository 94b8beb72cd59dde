import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { startPagoPaPlatform } from '#tests/setup/pagopa-platform.ts';
import { addTestHoldings } from './holdings.ts';

/** Whom the error page names. */
const contact = 'archivio@example.org';
/** Minutes that database, demonstration holdings and pages may take on a slow machine. */
const patience = 6;

/** Starts the site as `npm start` does, on a free port with data of its own; `SITE_URL` names one that already runs instead. */
export default async function startSite(): Promise<(() => Promise<void>) | void> {
  if (process.env.SITE_URL) return;
  const port = await freePort();
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-e2e-'));
  const url = `http://127.0.0.1:${port}`;
  // A mail server that is away until a test starts one there.
  process.env.SITE_SMTP_PORT = String(await freePort());
  const pec = await pecServer();
  const pagoPa = await startPagoPaPlatform();
  const output: string[] = [];
  const { DATABASE_URL: _other, ...env } = process.env;
  const site = spawn(process.execPath, ['--import', 'tsx', 'lib/launcher/start.ts'], {
    env: {
      ...env,
      PORT: String(port),
      DATA_DIR: dataDir,
      BASE_URL: url,
      HOST: '127.0.0.1',
      ADMIN_EMAIL: contact,
      SMTP_URL: `smtp://127.0.0.1:${process.env.SITE_SMTP_PORT}`,
      ...pec.env,
      PAGOPA_URL: pagoPa.url,
      PAGOPA_API_KEY: pagoPa.apiKey,
      PAGOPA_SEGREGATION_CODE: '12',
      PAGOPA_IBAN: 'IT60X0542811101000000123456',
      PAGOPA_TAXONOMY_CODE: '9/0201138TS/',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = path.join(dataDir, 'site.log');
  for (const stream of [site.stdout, site.stderr])
    stream.on('data', (chunk: Buffer) => {
      output.push(chunk.toString());
      appendFileSync(log, chunk);
    });
  const stop = async () => {
    await stopped(site);
    pec.close();
    await pagoPa.end();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await ready(url, site);
    process.env.SITE_HOLDINGS = JSON.stringify(await addTestHoldings(url, dataDir));
  } catch (error) {
    await stop();
    throw new Error(`the site did not start:\n${output.join('').slice(-4000)}`, { cause: error });
  }
  process.env.SITE_URL = url;
  process.env.SITE_DATA_DIR = dataDir;
  process.env.SITE_LOG = log;
  return stop;
}

/** The provider of the box of PEC, as far as something is sent: it takes all and gives no receipts. */
async function pecServer(): Promise<{ env: Record<string, string>; close(): void }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => done());
    },
  });
  const port = await freePort();
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return {
    env: { PEC_SMTP_URL: `smtp://127.0.0.1:${port}`, PEC_ADDRESS: 'protocollo@pec.example.it' },
    close: () => server.close(),
  };
}

async function ready(url: string, site: ChildProcess): Promise<void> {
  const end = Date.now() + patience * 60_000;
  while (Date.now() < end) {
    if (site.exitCode !== null) throw new Error(`it ended with code ${site.exitCode}`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await sleep(500);
  }
  throw new Error(`not ready in ${patience} minutes`);
}

async function stopped(site: ChildProcess): Promise<void> {
  if (site.exitCode !== null) return;
  const exit = new Promise((resolve) => site.once('exit', resolve));
  site.kill('SIGTERM');
  await Promise.race([exit, sleep(15_000).then(() => site.kill('SIGKILL'))]);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
