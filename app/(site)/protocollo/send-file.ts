import { Readable } from 'node:stream';
import type { ReadStream } from 'node:fs';
import { canBeRead, lostDocument } from '#lib/http/lost-document.ts';

export const noFile = () => new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });

/** Bytes to be saved: never shown as a page of ours, whatever they hold. */
export async function sendFile(content: ReadStream | string, name: string): Promise<Response> {
  if (typeof content !== 'string' && !(await canBeRead(content))) return lostDocument();
  return new Response(
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
}
