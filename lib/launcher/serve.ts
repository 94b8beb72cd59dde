import { createClamd } from '#lib/antivirus/clamd.ts';
import type { Config } from '#lib/config.ts';
import { howToGetTesseract, tesseractLanguages } from '#lib/images/tesseract.ts';
import { attachDatabase, type Database } from '#lib/store/cluster.ts';
import { migrate } from '#lib/store/migrate.ts';
import { buildWhenStale } from './build.ts';
import { superviseChild } from './child.ts';
import { loadDemoOnce, loadDemoPages } from './demo.ts';
import { publishTypes } from './publish-types.ts';
import { waitForTurn } from './one-at-a-time.ts';
import { prepareStaff } from './prepare-staff.ts';
import { describeFailure } from './failure.ts';
import { choosePort, type PortChoice } from './port.ts';
import { unlessStopped } from './stopping.ts';

/** Milliseconds for children just ended to vanish from the database before the last one out is looked for. */
const patienceForChildren = 1000;

/** What a site consists of, here or on several machines. */
export const parts = ['web', 'worker'] as const;
export type Part = (typeof parts)[number];

export interface Launch {
  config: Config;
  parts: readonly Part[];
  /** With reloading, nothing built. */
  dev: boolean;
  say: (line: string) => void;
  /** Given when all is to end. */
  signal: AbortSignal;
}

/** From whatever is there to a running site; returns when the site runs already, throws the signal's reason when it was told to end. */
export async function serve(launch: Launch): Promise<void> {
  const { config, say, signal } = launch;
  if (launch.parts.includes('web')) {
    const atFirst = await unlessStopped(signal, choosePort(config.web, config.dataDir));
    if (atFirst.kind === 'running') return sayRunning(atFirst, say);
  }
  say('database: starting');
  const database = await attachDatabase(config, signal);
  try {
    await serveFrom(database, launch);
  } finally {
    await database.release(patienceForChildren);
  }
}

async function serveFrom(database: Database, launch: Launch): Promise<void> {
  const { config, dev, say, signal } = launch;
  if (database.keptElsewhere)
    say(`database: kept in ${database.keptElsewhere}, for ${config.dataDir} is closed to the user PostgreSQL runs as`);
  const ran = await unlessStopped(signal, migrate(database));
  say(ran.length ? `database: ready, ${ran.length} migrations applied` : 'database: ready');
  await unlessStopped(signal, publishTypes(database.appUrl, say));
  await unlessStopped(signal, prepareStaff(database.appUrl, config));
  say(await unlessStopped(signal, scannerLine(config)));
  const languages = await unlessStopped(signal, tesseractLanguages());
  if (languages === null) say(`text recognition: none (npm run ocr wants Tesseract: ${howToGetTesseract})`);
  if (!launch.parts.includes('web')) {
    await loadDemoOnce(database.appUrl, signal);
    return runSite(database, config.web.port, null, launch);
  }
  const choice = await unlessStopped(signal, waitForTurn(database.appUrl, config.web, config.dataDir, say));
  if (choice.kind === 'running') return sayRunning(choice, say);
  if (choice.notice) say(choice.notice);
  await loadDemoOnce(database.appUrl, signal);
  const build = dev ? null : await unlessStopped(signal, buildWhenStale(say));
  try {
    await runSite(database, choice.port, build?.folder ?? null, launch);
  } finally {
    await build?.release();
  }
}

/** Web and worker, or one of them, until all is to end. */
async function runSite(
  database: Database,
  port: number,
  buildFolder: string | null,
  { config, dev, parts: wanted, say, signal }: Launch,
): Promise<void> {
  const { host, baseUrl: given } = config.web;
  const baseUrl = given ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`;
  const env = {
    ...process.env,
    ELI4U_APP_URL: database.appUrl,
    BASE_URL: baseUrl,
    HOST: host,
    PORT: String(port),
    DATA_DIR: config.dataDir,
    ...(buildFolder ? { ELI4U_BUILD: buildFolder } : {}),
    NODE_ENV: dev ? ('development' as const) : ('production' as const),
  };
  const programs = { web: ['lib/launcher/web.ts', ...(dev ? ['--dev'] : [])], worker: ['ingest/worker.ts'] };
  const children = wanted.map((part) => ({ part, child: superviseChild(part, programs[part], env) }));
  let drawing: Promise<void> = Promise.resolve();
  try {
    for (const { part, child } of children) if (part === 'web') await unlessStopped(signal, child.ready);
    say(wanted.includes('web') ? `ELI4U is running at ${baseUrl}` : 'ELI4U’s worker is running');
    drawing = loadDemoPages(database.appUrl, signal).catch((error: unknown) =>
      console.error(`demonstration pages: ${describeFailure(error)}`),
    );
    await unlessStopped(signal, new Promise<never>(() => undefined));
  } finally {
    await Promise.all([...children.map(({ child }) => child.stop()), drawing]);
  }
}

/** Whether what comes in is checked for viruses. */
async function scannerLine({ clamav }: Config): Promise<string> {
  if (clamav === null) return 'virus scanner: none, documents are not checked (CLAMAV_SOCKET)';
  const engine = await createClamd(clamav).engine();
  return engine === null
    ? 'virus scanner: does not answer at CLAMAV_SOCKET; no document is taken until it does'
    : `virus scanner: ${engine}`;
}

function sayRunning(choice: Extract<PortChoice, { kind: 'running' }>, say: (line: string) => void): void {
  say(`ELI4U is already running at ${choice.url}`);
}
