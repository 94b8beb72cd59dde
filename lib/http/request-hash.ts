import { createHash } from 'node:crypto';
import type { GivenFile } from '#lib/store/procedures/procedure-store.ts';

/** What a request is known again by when its form is sent twice: all that was typed and every file, the request itself among them. */
export function requestHash(typed: Uint8Array, files: readonly (GivenFile | null)[]): string {
  const hash = createHash('sha256').update(typed);
  for (const file of files) hash.update(`\n${file?.bytes.length ?? '-'}\n`).update(file?.bytes ?? '');
  return hash.digest('hex');
}
