import { fork, type ChildProcess } from 'node:child_process';
import os from 'node:os';
import { z } from 'zod';
import { WorldError } from '#lib/errors.ts';
import { heldMemory } from '#lib/held-memory.ts';
import { imageFaults, type ImageAnswer, type ImageTask, type LookedAt } from './image-task.ts';
import { BadImage, type MadePyramid } from './make-pyramid.ts';

const answerSchema: z.ZodType<ImageAnswer> = z.union([
  z.object({ ok: z.literal(true), kind: z.literal('look'), pages: z.number(), mediaType: z.string(), cut: z.number() }),
  z.object({ ok: z.literal(true), kind: z.literal('make'), width: z.number(), height: z.number() }),
  z.object({ ok: z.literal(false), fault: z.enum(imageFaults), reason: z.string() }),
]);

/** What one of them may take for one question. */
export interface WorkerLimits {
  milliseconds: number;
  /** Of memory held, where the system tells it (Linux). */
  bytes: number;
}

/** A page of 600 megapixels takes some twenty seconds; whoever takes so long does not end. */
const longest = 180_000;
const gibibyte = 1024 ** 3;
/** Between two looks at how much is held. */
const look = 100;

/** Together no more than three quarters of what the machine, or the container, has; each enough for a large PDF, and for a map that has to be turned. */
function usualBytes(many: number): number {
  const constrained = process.constrainedMemory();
  const all = constrained > 0 ? Math.min(constrained, os.totalmem()) : os.totalmem();
  return Math.min(3 * gibibyte, Math.max(gibibyte, (all * 3) / 4 / many));
}

/** Processes that look at images and make pyramids. */
export interface ImageWorkers {
  look(file: string): Promise<LookedAt>;
  /** @param page from 1 */
  make(file: string, page: number, target: string): Promise<MadePyramid>;
  close(): void;
}

/** @param many processes at once: one a core */
export function createImageWorkers(many: number, given: Partial<WorkerLimits> = {}): ImageWorkers {
  const limits: WorkerLimits = { milliseconds: longest, bytes: usualBytes(many), ...given };
  const idle: ChildProcess[] = [];
  const all = new Set<ChildProcess>();
  const waiting: ((worker: ChildProcess) => void)[] = [];
  const begin = (): ChildProcess => {
    const child = fork(new URL('./image-worker.ts', import.meta.url), {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // Nothing of ours is told to what reads a file from anywhere: no address of the database, no secret.
      // libvips holds three times as much with an arena of memory for each thread.
      env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', MALLOC_ARENA_MAX: '2' },
    });
    all.add(child);
    // One that ends while nobody asks it anything is given to nobody.
    child.once('exit', () => {
      all.delete(child);
      const at = idle.indexOf(child);
      if (at >= 0) idle.splice(at, 1);
    });
    // What cannot be started or spoken to ends the question (below), and not whoever asked.
    child.on('error', () => undefined);
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
  const answer = async (task: ImageTask): Promise<Answered> => {
    const worker = await take();
    const answered = await answerOf(worker, task, limits);
    giveBack(worker, typeof answered === 'object');
    return answered;
  };
  const ask = async (task: ImageTask): Promise<Extract<ImageAnswer, { ok: true }>> => {
    const first = await answer(task);
    // It may have ended before it was asked: whoever comes in its place is asked once more.
    const answered = first === 'ended' ? await answer(task) : first;
    if (answered === 'late') throw new BadImage(`it takes longer than ${limits.milliseconds / 1000} seconds to read`);
    if (answered === 'large')
      throw new BadImage(`it takes more than ${Math.round(limits.bytes / 1024 ** 2)} MiB of memory to read`);
    if (answered === 'ended') throw new BadImage('whoever reads it ends badly');
    if (answered.ok) return answered;
    const { fault, reason } = answered;
    throw fault === 'file' ? new BadImage(reason) : fault === 'place' ? new WorldError(reason) : new Error(reason);
  };
  return {
    async look(file) {
      const answered = await ask({ kind: 'look', file });
      if (answered.kind !== 'look') throw new Error('another question was answered');
      const { pages, mediaType, cut } = answered;
      return { pages, mediaType, cut };
    },
    async make(file, page, target) {
      const answered = await ask({ kind: 'make', file, page, target });
      if (answered.kind !== 'make') throw new Error('another question was answered');
      const { width, height } = answered;
      return { width, height };
    },
    close() {
      for (const worker of all) worker.disconnect();
      all.clear();
    },
  };
}

/** What a process answers; or that it ended, or took too long or too much. */
type Answered = ImageAnswer | 'ended' | 'late' | 'large';

function answerOf(worker: ChildProcess, task: ImageTask, limits: WorkerLimits): Promise<Answered> {
  return new Promise((resolve) => {
    const end = (answer: Answered) => {
      clearTimeout(timer);
      clearInterval(watch);
      worker.off('message', heard);
      worker.off('exit', ended);
      worker.off('error', ended);
      resolve(answer);
    };
    const heard = (message: unknown) => end(answerSchema.safeParse(message).data ?? 'ended');
    const ended = () => end('ended');
    const timer = setTimeout(() => end('late'), limits.milliseconds);
    const watch = setInterval(() => {
      void heldMemory(worker.pid).then((held) => held > limits.bytes && end('large'));
    }, look);
    worker.on('message', heard);
    worker.on('exit', ended);
    worker.on('error', ended);
    worker.send(task, (error) => {
      if (error) ended();
    });
  });
}
