import { readFile } from 'node:fs/promises';
import { documentPolicy } from './document-policy.ts';
import type { Previews } from '#lib/store/derived/previews.ts';
import type { HeldBytes } from '#lib/store/documents/held-document.ts';

const missing = () => new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });

/** Which picture is asked for: one to be read, or, by `?misura=miniatura`, the smaller one. */
export const previewSize = (request: Request): 'page' | 'thumb' =>
  new URL(request.url).searchParams.get('misura') === 'miniatura' ? 'thumb' : 'page';

/** A small picture of a document that somebody may read. */
export async function documentPreview(
  request: Request,
  found: Pick<HeldBytes, 'storageKey' | 'format' | 'bytes' | 'sha256' | 'destroyedOn'> | null,
  previews: Previews,
): Promise<Response> {
  if (!found || found.destroyedOn !== null) return missing();
  const size = previewSize(request);
  const etag = `"${size}-${found.sha256}"`;
  // Asked for again each time, for access may end; sent again only when it is another.
  const headers = { 'cache-control': 'private, no-cache', etag };
  const file = await previews.of(found, size);
  if (file === null) return missing();
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return missing();
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...headers,
      'content-type': 'image/webp',
      'content-security-policy': documentPolicy,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    },
  });
}
