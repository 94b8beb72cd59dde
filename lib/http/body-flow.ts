import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { writablePath } from './writable-paths.ts';

/**
 * Next gives a route the body of a request as a stream that takes whatever comes, however slowly it is read: an upload may
 * be as much memory as it is long. So that what has come and was not read stays bounded, the server counts what it hands to Next, and whoever
 * reads says what was taken. The two meet by a header that only the server sets: Next's bundles have modules of their own.
 */
export interface BodyFlow {
  /** From now on somebody says what was taken. */
  claim(): void;
  taken(bytes: number): void;
  /** Nobody reads on: what still comes is let go by. */
  leave(): void;
}

const header = 'x-eli4u-body';
/** Bytes that have come and wait. */
const most = 4 * 1024 * 1024;
/** A body that may be longer is held from its first byte, before anybody reads. */
const longestForm = 64 * 1024 * 1024;

const shelf = globalThis as typeof globalThis & { eli4uBodies?: Map<string, BodyFlow> };
const bodies = (): Map<string, BodyFlow> => (shelf.eli4uBodies ??= new Map());

/** Bounds what waits of the body of a request, as soon as its reader claims it. */
export function boundBody(request: IncomingMessage, response: ServerResponse): void {
  delete request.headers[header];
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const id = randomUUID();
  request.headers[header] = id;
  let waiting = 0;
  let held = (writablePath(request.url ?? '')?.longest ?? 0) > longestForm;
  const look = () => {
    if (held && waiting > most) request.pause();
    else if (request.isPaused() && waiting <= most / 2) request.resume();
  };
  let left = false;
  // To listen for data would begin the reading.
  const emit = request.emit.bind(request);
  request.emit = (event: string | symbol, ...given: unknown[]): boolean => {
    const [part] = given;
    if (event === 'data' && part instanceof Uint8Array) {
      if (left) return true;
      waiting += part.byteLength;
      look();
    }
    try {
      return emit(event, ...given);
    } catch (error) {
      // Next's stream is closed twice where its reader has left before the end, which would end the process.
      if (left && event === 'end') return true;
      throw error;
    }
  };
  bodies().set(id, {
    claim: () => {
      held = true;
      look();
    },
    taken: (bytes) => {
      waiting -= bytes;
      look();
    },
    leave: () => {
      left = true;
      held = false;
      request.resume();
    },
  });
  // Answered before its end: what still comes is let go by.
  response.once('close', () => {
    bodies().delete(id);
    held = false;
    request.resume();
  });
}

/** The body of a request a part at a time: what comes waits for what was taken. Whoever stops reading lets its sender go. */
export async function* bodyParts({ body, headers }: Request): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const flow = bodies().get(headers.get(header) ?? '');
  flow?.claim();
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      yield part.value;
      flow?.taken(part.value.byteLength);
    }
  } finally {
    flow?.leave();
    await reader.cancel().catch(() => undefined);
  }
}
