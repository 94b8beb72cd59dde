import type { IncomingMessage } from 'node:http';

export function headersOf({ headers }: IncomingMessage): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
}

/** A request with its body, of which a part is asked for when the one before was taken. */
export function webRequest(incoming: IncomingMessage, url: URL): Request {
  const init = {
    method: incoming.method ?? 'POST',
    headers: headersOf(incoming),
    body: bodyOf(incoming),
    duplex: 'half',
  };
  return new Request(url, init as RequestInit);
}

/** Not `Readable.toWeb`: a reader that leaves would end the connection with it, and nobody would be told why. */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const parts = incoming.iterator({ destroyOnReturn: false });
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next: IteratorResult<Uint8Array, undefined> = await parts.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      cancel: async () => {
        await parts.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
