/** `npm start`: from a fresh machine to a running site. One launcher; web and workers are its children. */
import { ConfigError, readConfig } from '#lib/config.ts';
import { WorldError } from '#lib/errors.ts';
import { attachDatabase } from '#lib/store/cluster.ts';
import { migrate } from '#lib/store/migrate.ts';
import { buildWhenStale } from './build.ts';
import { superviseChild, type Child } from './child.ts';
import { loadDemoOnce } from './demo.ts';
import { waitForTurn } from './one-at-a-time.ts';
import { choosePort, type PortChoice } from './port.ts';

async function start(): Promise<void> {
  const dev = process.argv.includes('--dev');
  const config = readConfig(process.env);
  const atFirst = await choosePort(config.web, config.dataDir);
  if (atFirst.kind === 'running') return sayRunning(atFirst);
  say('database: starting');
  const database = await attachDatabase(config);
  const children: Child[] = [];
  const stop = stopOnce(async () => {
    await Promise.all(children.map((child) => child.stop()));
    await database.release();
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      say('stopping');
      void stop();
    });
  }
  try {
    const ran = await migrate(database);
    say(ran.length ? `database: ready, ${ran.length} migrations applied` : 'database: ready');
    const choice = await waitForTurn(database.appUrl, config.web, config.dataDir, say);
    if (choice.kind === 'running') {
      sayRunning(choice);
      return await stop();
    }
    if (choice.notice) say(choice.notice);
    await loadDemoOnce(database.appUrl);
    if (!dev) await buildWhenStale(say);
    const baseUrl =
      config.web.baseUrl ?? `http://${config.web.host === '127.0.0.1' ? 'localhost' : config.web.host}:${choice.port}`;
    const env = {
      ...process.env,
      ELI4U_APP_URL: database.appUrl,
      BASE_URL: baseUrl,
      HOST: config.web.host,
      PORT: String(choice.port),
      DATA_DIR: config.dataDir,
      NODE_ENV: dev ? ('development' as const) : ('production' as const),
    };
    children.push(superviseChild('web', ['lib/launcher/web.ts', ...(dev ? ['--dev'] : [])], env));
    children.push(superviseChild('worker', ['ingest/worker.ts'], env));
    await children[0]?.ready;
    say(`ELI4U is running at ${baseUrl}`);
  } catch (error) {
    // Told first: stopping ends the process.
    tell(error);
    await stop(1);
  }
}

function sayRunning(choice: Extract<PortChoice, { kind: 'running' }>): void {
  say(`ELI4U is already running at ${choice.url}`);
}

/** Ends everything once, however often it is asked. */
function stopOnce(work: () => Promise<void>): (code?: number) => Promise<void> {
  let stopping: Promise<void> | null = null;
  return (code = 0) =>
    (stopping ??= work().then(
      () => process.exit(code),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    ));
}

function say(line: string): void {
  console.log(line);
}

function tell(error: unknown): void {
  if (error instanceof ConfigError || error instanceof WorldError) {
    console.error(`ELI4U cannot start: ${error.message}`);
    if (error.cause instanceof Error) console.error(`because: ${error.cause.message}`);
  } else console.error(error);
}

start().catch((error: unknown) => {
  tell(error);
  process.exit(1);
});
