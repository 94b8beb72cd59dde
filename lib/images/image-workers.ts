import { fork, type ChildProcess } from 'node:child_process';
import { z } from 'zod';
import type { ImageAnswer, ImageTask, LookedAt } from './image-task.ts';
import { BadImage, type MadePyramid } from './make-pyramid.ts';

const answerSchema: z.ZodType<ImageAnswer> = z.union([
  z.object({ ok: z.literal(true), kind: z.literal('look'), pages: z.number(), mediaType: z.string() }),
  z.object({ ok: z.literal(true), kind: z.literal('make'), width: z.number(), height: z.number() }),
  z.object({ ok: z.literal(false), bad: z.boolean(), reason: z.string() }),
]);

/** A page of 600 megapixels takes some twenty seconds; whoever takes so long does not end. */
const longest = 180_000;

/** Processes that look at images and make pyramids. */
export interface ImageWorkers {
  look(file: string): Promise<LookedAt>;
  /** @param page from 1 */
  make(file: string, page: number, target: string): Promise<MadePyramid>;
  close(): void;
}

/** @param many processes at once: one a core */
export function createImageWorkers(many: number, patience = longest): ImageWorkers {
  const idle: ChildProcess[] = [];
  const all = new Set<ChildProcess>();
  const waiting: ((worker: ChildProcess) => void)[] = [];
  const begin = (): ChildProcess => {
    const child = fork(new URL('./image-worker.ts', import.meta.url), {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // Nothing of ours is told to what reads a file from anywhere: no address of the database, no secret.
      env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production' },
    });
    all.add(child);
    return child;
  };
  const take = (): Promise<ChildProcess> => {
    const free = idle.pop();
    if (free) return Promise.resolve(free);
    if (all.size < many) return Promise.resolve(begin());
    return new Promise((resolve) => waiting.push(resolve));
  };
  const giveBack = (worker: ChildProcess, isSound: boolean): void => {
    if (!isSound) {
      all.delete(worker);
      worker.kill('SIGKILL');
    }
    const next = waiting.shift();
    const free = isSound ? worker : next ? begin() : null;
    if (next && free) next(free);
    else if (free) idle.push(free);
  };
  const ask = async (task: ImageTask): Promise<Extract<ImageAnswer, { ok: true }>> => {
    const worker = await take();
    const answer = await answerOf(worker, task, patience);
    giveBack(worker, answer !== null);
    if (answer === null) throw new BadImage('whoever read it did not end, or ended badly');
    if (!answer.ok) throw answer.bad ? new BadImage(answer.reason) : new Error(answer.reason);
    return answer;
  };
  return {
    async look(file) {
      const answer = await ask({ kind: 'look', file });
      if (answer.kind !== 'look') throw new Error('another question was answered');
      return answer;
    },
    async make(file, page, target) {
      const answer = await ask({ kind: 'make', file, page, target });
      if (answer.kind !== 'make') throw new Error('another question was answered');
      return answer;
    },
    close() {
      for (const worker of all) worker.disconnect();
      all.clear();
    },
  };
}

/** Null where the process ended or took too long. */
function answerOf(worker: ChildProcess, task: ImageTask, patience: number): Promise<ImageAnswer | null> {
  return new Promise((resolve) => {
    const end = (answer: ImageAnswer | null) => {
      clearTimeout(timer);
      worker.off('message', heard);
      worker.off('exit', ended);
      resolve(answer);
    };
    const heard = (message: unknown) => end(answerSchema.parse(message));
    const ended = () => end(null);
    const timer = setTimeout(ended, patience);
    worker.on('message', heard);
    worker.on('exit', ended);
    worker.send(task);
  });
}
