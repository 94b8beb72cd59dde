import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Child {
  /** Resolves when the child first says that it serves. */
  ready: Promise<void>;
  /** Of the process that runs now; 0 between two. */
  pid(): number;
  stop(): Promise<void>;
}

const longestPause = 30_000;
/** MB. With the 16 there are otherwise, collecting took a tenth of what the web process did under searches (profiled 2026-11-26). */
const roomForYoungObjects = '--max-semi-space-size=48';

/** Runs a child and starts it again when it ends unasked, waiting twice as long each time it ended within a minute. */
export function superviseChild(name: string, args: string[], env: NodeJS.ProcessEnv): Child {
  let stopping = false;
  let process_: ChildProcess | null = null;
  const pausing = new AbortController();
  let isReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (isReady = resolve));
  const [file = '', ...rest] = args;

  const loop = (async () => {
    let pause = 500;
    while (!stopping) {
      const started = Date.now();
      const child = fork(file, rest, {
        env,
        execArgv: [roomForYoungObjects, '--import', 'tsx', '--import', './lib/launcher/end-with-launcher.ts'],
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      process_ = child;
      child.on('message', (message) => message === 'ready' && isReady());
      const ended = await new Promise<string>((resolve) => {
        child.on('exit', (code, signal) => resolve(signal ?? `code ${code}`));
        child.on('error', (error) => resolve(error.message));
      });
      if (stopping) return;
      if (Date.now() - started > 60_000) pause = 500;
      console.error(`${name} ended (${ended}); starting it again in ${pause / 1000} s`);
      await sleep(pause, undefined, { signal: pausing.signal }).catch(() => undefined);
      pause = Math.min(pause * 2, longestPause);
    }
  })();

  return {
    ready,
    pid: () => process_?.pid ?? 0,
    async stop() {
      stopping = true;
      pausing.abort();
      process_?.kill('SIGTERM');
      // A child that listens for the end of its channel would be kept alive by it.
      if (process_?.connected) process_.disconnect();
      const killed = await Promise.race([loop.then(() => false), sleep(10_000, true, { ref: false })]);
      if (killed) process_?.kill('SIGKILL');
    },
  };
}
