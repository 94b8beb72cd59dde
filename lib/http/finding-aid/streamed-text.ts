import { Readable } from 'node:stream';
import { problem } from '#lib/http/problem.ts';

/** Finding aids read at once in this process: each holds a connection of the pool as long as it is read. */
const mostAtOnce = 3;
let reading = 0;

/** A reader that takes nothing for so long is let go, and the connection with it. */
const patience = 60_000;

/** Pieces are sent when so many letters are there: a unit at a time would be a system call each. */
const enough = 65_536;

/** A text that is written while it is read, or 503 while too many are; `headers` say what it is. Who asks only for these (HEAD) takes nobody's place. */
export function streamedText(
  { method }: Pick<Request, 'method'>,
  pieces: () => AsyncIterable<string>,
  headers: Record<string, string>,
): Response {
  if (method === 'HEAD') return new Response(null, { headers });
  if (reading >= mostAtOnce)
    return problem(503, 'Too many finding aids are being read: try again in a moment.', [], {
      headers: { 'retry-after': '10' },
    });
  reading++;
  const stream = Readable.from(inChunks(pieces()), { objectMode: false });
  const timer = setTimeout(() => stream.destroy(new Error('nobody takes the finding aid')), patience);
  stream.on('data', () => timer.refresh());
  stream.pause();
  stream.once('close', () => {
    reading--;
    clearTimeout(timer);
  });
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, { headers });
}

async function* inChunks(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let held = '';
  for await (const piece of pieces) {
    held += piece;
    if (held.length < enough) continue;
    yield Buffer.from(held);
    held = '';
  }
  if (held !== '') yield Buffer.from(held);
}
