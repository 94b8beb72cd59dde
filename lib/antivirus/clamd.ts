import { connect, type Socket } from 'node:net';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { Scanned, VirusScanner } from './scanner.ts';

/** Where clamd listens. */
export type ClamdPlace = { path: string } | { host: string; port: number };

/** For how long clamd may say nothing: longer than its own MaxScanTime (120 s), after which it gives up by itself. */
const patience = 180_000;
/** For its version. */
const shortPatience = 5000;
/** Part of a document in one chunk of the protocol. */
const chunkBytes = 64 * 1024;
/**
 * Milliseconds between chunks, for each time that a document is sent: what clamd says as it hangs up on one that is too long is lost where we
 * write to the closed connection before we have read it. It hangs up at its limit, so that slow attempts end there.
 */
const pauses = [0, 2, 10, 40];

/** ClamAV's daemon, spoken to as clamd(8) says: a connection for each document, commands and answers that end in NUL. */
export function createClamd(place: ClamdPlace, silence = patience): VirusScanner {
  const version = () => exchange(place, Math.min(silence, shortPatience), (socket) => void socket.write('zVERSION\0'));
  return {
    async scan(open) {
      let problem = '';
      for (const pause of pauses)
        try {
          // Before the document: what it was looked at with is at least as new.
          const engine = await version();
          return readAnswer(
            await exchange(place, silence, (socket, done) => stream(socket, open(), done, pause)),
            engine,
          );
        } catch (error) {
          if (error instanceof UnreadSource) throw error.cause;
          problem = error instanceof Error ? error.message : String(error);
          if (!hungUp(error)) break;
        }
      return { kind: 'away', problem };
    },
    engine: () => version().catch(() => null),
  };
}

const hungUp = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'ECONNRESET');

/** The bytes that were to be looked at could not be read: no fault of the scanner. */
class UnreadSource extends Error {}

type Ask = (socket: Socket, answered: AbortSignal) => void | Promise<void>;

/** One connection: what is asked, and the answer up to its NUL. */
async function exchange(place: ClamdPlace, silence: number, ask: Ask): Promise<string> {
  const answered = new AbortController();
  const socket = connect(place);
  socket.setTimeout(silence, () => socket.destroy(new Error('clamd says nothing')));
  const answer = new Promise<string>((done, failed) => {
    const parts: Buffer[] = [];
    const end = (error?: Error) => {
      const text = Buffer.concat(parts).toString('utf8');
      answered.abort();
      // An answer that came before the connection broke is one: so clamd says that a document is too long for it.
      if (text.includes('\0')) done(text.slice(0, text.indexOf('\0')).trim());
      else failed(error ?? new Error('clamd hung up'));
    };
    socket.on('data', (part: Buffer) => {
      parts.push(part);
      if (part.includes(0)) end();
    });
    socket.on('error', end);
    socket.on('close', () => end());
  });
  try {
    const [text] = await Promise.all([answer, ask(socket, answered.signal)]);
    return text;
  } finally {
    answer.catch(() => undefined);
    socket.destroy();
  }
}

/** `INSTREAM`: chunks with their length before them, an empty one at the end. Stops as soon as clamd has answered. */
async function stream(
  socket: Socket,
  source: AsyncIterable<Uint8Array>,
  answered: AbortSignal,
  pause: number,
): Promise<void> {
  socket.write('zINSTREAM\0');
  const parts = source[Symbol.asyncIterator]();
  try {
    while (!answered.aborted) {
      const next = await parts.next().catch((cause: unknown) => {
        throw new UnreadSource('the bytes cannot be read', { cause });
      });
      if (next.done) break;
      for (let at = 0; at < next.value.byteLength && !answered.aborted; at += chunkBytes) {
        await writeChunk(socket, next.value.subarray(at, at + chunkBytes), answered);
        if (pause > 0) await sleep(pause);
      }
    }
    if (!answered.aborted) socket.write(Buffer.alloc(4));
  } finally {
    await parts.return?.();
  }
}

/**
 * Waits until clamd has taken what was written, so that memory stays the same however long a document is; and a turn more, in which an answer
 * that is there is read before anything is written to a connection that was closed behind it.
 */
async function writeChunk(socket: Socket, chunk: Uint8Array, answered: AbortSignal): Promise<void> {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.byteLength);
  // In one write: clamd may hang up on the length alone.
  if (socket.write(Buffer.concat([length, chunk]))) return nextTurn();
  await new Promise<void>((go) => {
    const on = () => {
      socket.off('drain', on);
      answered.removeEventListener('abort', on);
      go();
    };
    socket.once('drain', on);
    answered.addEventListener('abort', on, { once: true });
  });
}

/** `stream: OK`, `stream: NAME FOUND`, or an error; names of limits that were passed are no viruses. */
function readAnswer(answer: string, engine: string): Scanned {
  if (answer === 'stream: OK') return { kind: 'clean', engine };
  const signature = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (signature?.startsWith('Heuristics.Limits.Exceeded')) return { kind: 'notChecked', reason: signature, engine };
  if (signature) return { kind: 'infected', signature, engine };
  if (answer.startsWith('INSTREAM size limit exceeded'))
    return { kind: 'notChecked', reason: 'StreamMaxLength', engine };
  return { kind: 'away', problem: answer.slice(0, 300) };
}
