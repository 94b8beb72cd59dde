import type { z } from 'zod';

/** pagoPA could not be reached, or answered what it should not. `forGood`: it will not take the same again; else it is tried later. */
export class PagoPaFailure extends Error {
  readonly forGood: boolean;
  constructor(message: string, options?: ErrorOptions & { forGood?: boolean }) {
    super(message, options);
    this.name = 'PagoPaFailure';
    this.forGood = options?.forGood ?? false;
  }
}

/** Milliseconds for one question: somebody waits for its answer. */
const patience = 10_000;

/** Longest answer that is read: receipts with their signature are some kilobytes. */
const mostBytes = 2_000_000;

/** Calls by path, as POST where there is a body. @returns the answer where it is good, or of one of the statuses that are known */
export function pagoPaCaller(url: string, apiKey: string) {
  return async (path: string, body?: unknown, known: readonly number[] = []): Promise<Response> => {
    const answer = await fetch(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'ocp-apim-subscription-key': apiKey,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    }).catch((error: unknown) => {
      throw new PagoPaFailure('pagoPA non risponde', { cause: error });
    });
    if (Number(answer.headers.get('content-length') ?? 0) > mostBytes)
      throw new PagoPaFailure('pagoPA risponde più di quanto si legga');
    if (answer.ok || known.includes(answer.status)) return answer;
    const said = (await answer.text().catch(() => '')).slice(0, 300);
    // Of what was asked, not of who asks or how often.
    const forGood = [400, 409, 413, 415, 422].includes(answer.status);
    throw new PagoPaFailure(`pagoPA risponde ${answer.status}: ${said}`, { forGood });
  };
}

/** What was answered, as it should be. */
export function read<T>(schema: z.ZodType<T>, said: unknown): T {
  const { success, data } = schema.safeParse(said);
  if (!success) throw new PagoPaFailure('pagoPA risponde qualcosa che non si legge');
  return data;
}
