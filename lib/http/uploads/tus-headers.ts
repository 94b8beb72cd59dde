import { problem } from '#lib/http/problem.ts';
import { longestDocument } from '#lib/http/procedures/document-upload.ts';

/** Of the protocol (https://tus.io/protocols/resumable-upload, 1.0.0), in every answer. */
export const tusVersion = '1.0.0';

const always = { 'tus-resumable': tusVersion, 'cache-control': 'no-store' };

/** What a client may do here. */
export const tusOptions = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...always,
      'tus-version': tusVersion,
      'tus-extension': 'creation,expiration,termination,checksum',
      'tus-checksum-algorithm': 'sha256',
      'tus-max-size': String(longestDocument),
    },
  });

/** An answer of the protocol. */
export const tusAnswer = (status: number, headers: Record<string, string> = {}): Response =>
  new Response(null, { status, headers: { ...always, ...headers } });

/** A refusal, in words. */
export const tusProblem = (status: number, detail: string, headers: Record<string, string> = {}): Response =>
  problem(status, detail, [], { headers: { ...always, ...headers } });

/** A request of another version, or of none, is answered without being looked at. */
export const wrongVersion = (request: Request): Response | null =>
  request.headers.get('tus-resumable') === tusVersion
    ? null
    : tusProblem(412, `Tus-Resumable: ${tusVersion} is wanted.`, { 'tus-version': tusVersion });

/** A number of bytes as a header says it; null for what is none. */
export function bytesOf(request: Request, header: string): number | null {
  const text = request.headers.get(header) ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

const pair = /^[\x21-\x2b\x2d-\x7e]+(?: [A-Za-z0-9+/]*={0,2})?$/;

/** Whether `Upload-Metadata` is what the protocol says: names, each with a value in base64. */
export const isMetadata = (text: string): boolean =>
  text.length <= 2000 && text.split(',').every((one) => pair.test(one.trim()));

/** One value of it. */
export function metadataValue(text: string | null, name: string): string | null {
  const found = (text ?? '')
    .split(',')
    .map((one) => one.trim().split(' '))
    .find(([key]) => key === name);
  return found?.[1] === undefined ? null : Buffer.from(found[1], 'base64').toString('utf8');
}

/** `Upload-Checksum`: null where there is none, `wrong` for another algorithm or no digest. */
export function checksumOf(request: Request): Buffer | null | 'wrong' {
  const text = request.headers.get('upload-checksum');
  if (text === null) return null;
  const [, digest] = /^sha256 ([A-Za-z0-9+/]{43}=)$/.exec(text) ?? [];
  return digest ? Buffer.from(digest, 'base64') : 'wrong';
}
