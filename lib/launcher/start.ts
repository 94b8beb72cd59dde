/** `npm start`: from a fresh machine to a running site. One launcher; web and workers are its children. */
import { ConfigError, readConfig } from '#lib/config.ts';
import { describeFailure } from './failure.ts';
import { parts, serve, type Part } from './serve.ts';
import { stopSignal } from './stopping.ts';

const say = (line: string) => console.log(line);
const signal = stopSignal(say);

/** `--only web` or `--only worker`: one part of the site on this machine, the others on further ones. */
function partsOf(argv: readonly string[]): readonly Part[] {
  const at = argv.indexOf('--only');
  if (at < 0) return parts;
  const wanted = parts.filter((part) => part === argv[at + 1]);
  if (wanted.length === 0)
    throw new ConfigError([`--only: web or worker (found ${JSON.stringify(argv[at + 1] ?? '')})`]);
  return wanted;
}

/** 0 when it ran until it was told to end, or runs already; 1 when it could not. */
async function start(): Promise<number> {
  try {
    const config = readConfig(process.env);
    await serve({ config, dev: process.argv.includes('--dev'), parts: partsOf(process.argv), say, signal });
    return 0;
  } catch (error) {
    if (signal.aborted && error === signal.reason) return 0;
    console.error(`ELI4U cannot ${signal.aborted ? 'stop' : 'start'}: ${describeFailure(error)}`);
    return 1;
  }
}

process.exit(await start());
