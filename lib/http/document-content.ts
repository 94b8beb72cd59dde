import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { savedName } from '#lib/records/file-name.ts';
import { headBytes, shownFormat, shownType } from '#lib/records/shown-format.ts';
import type { HeldBytes } from '#lib/store/documents/held-document.ts';
import { byteRange } from './byte-range.ts';
import { contentDisposition } from './content-disposition.ts';
import { documentPolicy } from './document-policy.ts';
import { lostDocument } from './lost-document.ts';

const without = (status: 404 | 410) => new Response(null, { status, headers: { 'cache-control': 'no-store' } });

type Shown = Omit<HeldBytes, 'storageKey'>;

/**
 * The bytes of a document that somebody may read, whole or the part that is asked for: shown where their own first bytes are of a format
 * that browsers show without running anything (`shown-format.ts`), saved otherwise, and where `scarica` is asked for.
 * @param name as it is saved
 */
export async function documentContent(request: Request, found: Shown | null, name: string | null): Promise<Response> {
  if (found?.destroyedOn) return without(410);
  if (!found) return without(404);
  if ((await found.present()) !== found.bytes) return lostDocument();
  const save = new URL(request.url).searchParams.has('scarica');
  const type = save || !shownFormat(found.format) ? null : shownType(found.format, await headOf(found));
  const etag = `"${found.sha256}"`;
  const headers = {
    'content-type': type ?? 'application/octet-stream',
    'content-disposition': contentDisposition(
      type ? 'inline' : 'attachment',
      savedName(name ?? found.record, found.format),
    ),
    'content-security-policy': documentPolicy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
    'accept-ranges': 'bytes',
    etag,
  };
  const asked = byteRange(request.headers.get('range'), request.headers.get('if-range'), etag, found.bytes);
  if (asked.kind === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${found.bytes}` } });
  if (asked.kind === 'whole')
    return new Response(sent(found.open()), { headers: { ...headers, 'content-length': String(found.bytes) } });
  const { start, end } = asked;
  return new Response(sent(found.open({ start, end })), {
    status: 206,
    headers: {
      ...headers,
      'content-length': String(end - start + 1),
      'content-range': `bytes ${start}-${end}/${found.bytes}`,
    },
  });
}

const headOf = (found: Shown): Promise<Uint8Array> =>
  buffer(found.open({ start: 0, end: Math.min(headBytes, found.bytes) - 1 }));

const sent = (stream: Readable) => Readable.toWeb(stream) as ReadableStream<Uint8Array>;
