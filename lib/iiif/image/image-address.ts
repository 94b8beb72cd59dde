import type { Parameters } from './image-request.ts';

/** What the address of an image service names. `wrong` is none of its addresses (400). */
export type ImageAddress =
  | { kind: 'base'; id: string }
  | { kind: 'info'; id: string }
  | ({ kind: 'image'; id: string } & Parameters)
  | { kind: 'wrong'; id: string; why: string };

export const imagePath = '/iiif/image/';
/** The longest request that means anything has some 120 characters. */
const longest = 512;

/** Reads the path of a request below `/iiif/image/`, percent-encoded as it came. A slash that is encoded parts nothing. */
export function readImageAddress(pathname: string): ImageAddress {
  const [first = '', ...rest] = pathname
    .slice(imagePath.length, imagePath.length + longest)
    .split('/')
    .map(decoded);
  if (pathname.length > longest) return { kind: 'wrong', id: first, why: 'the address is too long' };
  const parts = [first, ...rest];
  const [id = '', region = '', size = '', rotation = '', name = ''] = parts;
  if (parts.length === 1 || (parts.length === 2 && region === '')) return { kind: 'base', id };
  if (parts.length === 2 && region === 'info.json') return { kind: 'info', id };
  if (parts.length === 5) return { kind: 'image', id, region, size, rotation, name };
  return {
    kind: 'wrong',
    id,
    why: 'an address is {id}/info.json or {id}/{region}/{size}/{rotation}/{quality}.{format}',
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
