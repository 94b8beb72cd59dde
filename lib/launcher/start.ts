/** `npm start`: from a fresh machine to a running site. One launcher; web and workers are its children. */
import { readConfig } from '#lib/config.ts';
import { describeFailure } from './failure.ts';
import { serve } from './serve.ts';
import { stopSignal } from './stopping.ts';

const say = (line: string) => console.log(line);
const signal = stopSignal(say);

/** 0 when it ran until it was told to end, or runs already; 1 when it could not. */
async function start(): Promise<number> {
  try {
    await serve({ config: readConfig(process.env), dev: process.argv.includes('--dev'), say, signal });
    return 0;
  } catch (error) {
    if (signal.aborted && error === signal.reason) return 0;
    console.error(`ELI4U cannot ${signal.aborted ? 'stop' : 'start'}: ${describeFailure(error)}`);
    return 1;
  }
}

process.exit(await start());
