import { Readable } from 'node:stream';
import { savedName } from '#lib/records/file-name.ts';
import { canBeRead, lostDocument } from './lost-document.ts';

/** Bytes to be saved: never shown as a page of ours, whatever they hold. */
export async function download(
  opened: { stream: NodeJS.ReadableStream; format: string; fileName: string | null; bytes: number } | null,
  record: string,
): Promise<Response> {
  if (!opened) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  if (!(await canBeRead(opened.stream))) return lostDocument();
  const name = savedName(opened.fileName ?? record, opened.format);
  return new Response(Readable.toWeb(Readable.from(opened.stream)) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(opened.bytes),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
      'content-security-policy': `default-src 'none'; sandbox`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
