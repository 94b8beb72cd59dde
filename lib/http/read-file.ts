import type { GivenFile } from '#lib/store/procedures/procedure-store.ts';
import { satisfies, sniffFormat } from '#lib/records/sniff-format.ts';
import { longestDocument } from './procedures/document-upload.ts';

/** A file that was sent, read for what it is, or why not. */
export type ReadFile =
  | { kind: 'read'; file: GivenFile }
  | { kind: 'missing' }
  | { kind: 'empty' }
  | { kind: 'tooLong' }
  | { kind: 'wrongFormat' };

/** @param asked formats that the document may have, as its type names them */
export async function readFile(file: File | null, asked: readonly string[]): Promise<ReadFile> {
  if (!file) return { kind: 'missing' };
  if (file.size === 0) return { kind: 'empty' };
  if (file.size > longestDocument) return { kind: 'tooLong' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sniffed = sniffFormat(bytes);
  const format = sniffed && satisfies(sniffed, bytes, asked);
  if (!format) return { kind: 'wrongFormat' };
  return { kind: 'read', file: { bytes, format, fileName: plainName(file.name) } };
}

/** Without folders and what no name holds; null for none. */
function plainName(name: string): string | null {
  const plain = (name.split(/[\\/]/).at(-1) ?? '')
    // Signs that turn the direction of writing make «fdp.exe» look like «exe.pdf».
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
    .slice(0, 200);
  return plain === '' ? null : plain;
}
