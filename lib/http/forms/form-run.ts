import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';

interface FormRun {
  begun: Date;
  /** Said in place of 200. */
  status: 400 | 507 | null;
}

// Kept on globalThis: the server and the pages are bundles of one process.
const shelf = globalThis as typeof globalThis & { eli4uFormRun?: AsyncLocalStorage<FormRun> };
const runs = () => (shelf.eli4uFormRun ??= new AsyncLocalStorage());

/** The form that is being answered is none of ours: the answer, which no action can give a status, says so. */
export const noteForged = (): void => note(400);

/** For a file of the form there is no room on the disk. */
export const noteFull = (): void => note(507);

function note(status: 400 | 507): void {
  const run = runs().getStore();
  if (run) run.status = status;
}

/** When the form that is being answered began to come; null outside of one. */
export const formBegun = (): Date | null => runs().getStore()?.begun ?? null;

/** Answers a form; where it turns out to be none of ours, with 400, where the disk has no room for it, with 507. */
export function runForm(response: ServerResponse, begun: Date, answer: () => Promise<void>): Promise<void> {
  const run: FormRun = { begun, status: null };
  const { writeHead } = response;
  Object.assign(response, {
    writeHead: (status: number, ...rest: unknown[]) =>
      Reflect.apply(writeHead, response, [run.status !== null && status === 200 ? run.status : status, ...rest]),
  });
  return runs().run(run, answer);
}
