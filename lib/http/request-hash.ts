import { createHash } from 'node:crypto';
import type { GivenBytes } from '#lib/store/documents/keep.ts';
import type { KeptDocument } from '#lib/store/documents/storage-key.ts';

/** What a request is known again by when its form is sent twice: all that was typed and every file, the request itself among them. */
export function requestHash(typed: Uint8Array, files: readonly (GivenBytes | { kept: KeptDocument } | null)[]): string {
  const hash = createHash('sha256').update(typed);
  for (const file of files) hash.update(`\n${file ? digestOf(file) : '-'}`);
  return hash.digest('hex');
}

function digestOf(file: GivenBytes | { kept: KeptDocument }): string {
  if ('kept' in file) return file.kept.sha256;
  return 'received' in file ? file.received.sha256 : createHash('sha256').update(file.bytes).digest('hex');
}
