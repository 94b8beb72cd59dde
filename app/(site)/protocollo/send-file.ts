import { Readable } from 'node:stream';
import type { ReadStream } from 'node:fs';

export const noFile = () => new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });

/** Bytes to be saved: never shown as a page of ours, whatever they hold. */
export const sendFile = (content: ReadStream | string, name: string): Response =>
  new Response(
    typeof content === 'string' ? content : (Readable.toWeb(Readable.from(content)) as ReadableStream<Uint8Array>),
    {
      headers: {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`,
        'content-security-policy': `default-src 'none'; sandbox`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    },
  );
