import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import type { Received } from '#lib/store/documents/receive.ts';

/** Takes bytes into the store as they come. */
export type TakeBytes = (source: AsyncIterable<Uint8Array>) => Promise<Received>;

/** What came, with what was said beside it; `unreadable` for a form without its part "file", or that is none. */
export type ReceivedUpload =
  { kind: 'taken'; received: Received; fields: Record<string, string | undefined> } | { kind: 'unreadable' };

const limits = { fieldNameSize: 100, fieldSize: 1000, fields: 10, files: 1, parts: 11, headerPairs: 50 };

/** A body as bytes or as a form, whichever it says it is: the file in it goes to the store a part at a time. */
export async function receiveUpload(request: Request, take: TakeBytes): Promise<ReceivedUpload> {
  const type = request.headers.get('content-type') ?? '';
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const body = Readable.from(partsOf(request), { objectMode: false });
  if (!type.startsWith('multipart/form-data')) return { kind: 'taken', received: await take(body), fields: asked };
  return receiveForm(body, type, asked, take);
}

/** The body a part at a time; whoever stops reading lets its sender go. */
export async function* partsOf({ body }: Request): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A form that broke off says so to the reading of its file, and again later, when nobody listens: that would end the process. */
const toldAlready = (): void => undefined;

async function receiveForm(
  body: Readable,
  type: string,
  asked: Record<string, string>,
  take: TakeBytes,
): Promise<ReceivedUpload> {
  const said: Record<string, string> = {};
  let taking: Promise<Received> | null = null;
  let name: string | null = null;
  try {
    const form = new Busboy({ headers: { 'content-type': type }, limits, isPartAFile: (field) => field === 'file' });
    form.on('error', toldAlready);
    form.on('field', (field, value) => {
      if (['sha256', 'code', 'fileName', 'flow', 'reason', 'expected'].includes(field)) said[field] = value;
    });
    form.on('file', (_field, file, fileName) => {
      name = fileName || null;
      file.on('error', toldAlready);
      // A form that breaks off ends the file with it.
      form.once('error', (error) => file.destroy(error instanceof Error ? error : new Error('the form broke off')));
      body.once('error', (error) => file.destroy(error));
      taking = take(file);
      // Refused before its end: what still comes of it is let go by.
      taking.then(
        () => file.resume(),
        () => file.resume(),
      );
    });
    await pipeline(body, form);
  } catch {
    const received = await Promise.resolve<Received | null>(taking).catch(() => null);
    if (received?.kind === 'received') await received.document.discard();
    if (received && received.kind !== 'received') return { kind: 'taken', received, fields: asked };
    return { kind: 'unreadable' };
  }
  const received = await Promise.resolve<Received | null>(taking);
  if (!received) return { kind: 'unreadable' };
  const fileName = said['fileName'] ?? asked['fileName'] ?? name ?? undefined;
  return { kind: 'taken', received, fields: { ...asked, ...said, fileName } };
}
