import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';

interface FormRun {
  begun: Date;
  forged: boolean;
}

// Kept on globalThis: the server and the pages are bundles of one process.
const shelf = globalThis as typeof globalThis & { eli4uFormRun?: AsyncLocalStorage<FormRun> };
const runs = () => (shelf.eli4uFormRun ??= new AsyncLocalStorage());

/** The form that is being answered is none of ours: the answer, which no action can give a status, says so. */
export function noteForged(): void {
  const run = runs().getStore();
  if (run) run.forged = true;
}

/** When the form that is being answered began to come; null outside of one. */
export const formBegun = (): Date | null => runs().getStore()?.begun ?? null;

/** Answers a form; where it turns out to be none of ours, with 400. */
export function runForm(response: ServerResponse, begun: Date, answer: () => Promise<void>): Promise<void> {
  const run: FormRun = { begun, forged: false };
  const { writeHead } = response;
  Object.assign(response, {
    writeHead: (status: number, ...rest: unknown[]) =>
      Reflect.apply(writeHead, response, [run.forged && status === 200 ? 400 : status, ...rest]),
  });
  return runs().run(run, answer);
}
