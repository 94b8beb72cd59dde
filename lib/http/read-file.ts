import type { GivenFile } from '#lib/store/procedures/procedure-store.ts';
import { evidenceOf } from '#lib/records/file-evidence.ts';
import { contradictedExtension, plainFileName } from '#lib/records/file-name.ts';
import { satisfies, sniffFormat } from '#lib/records/sniff-format.ts';

/** Of one file of a form, which is read into memory. */
export const longestFile = 20 * 1024 * 1024;

/** A file that was sent, read for what it is, or why not. */
export type ReadFile =
  | { kind: 'read'; file: GivenFile }
  | { kind: 'missing' }
  | { kind: 'empty' }
  | { kind: 'tooLong' }
  | { kind: 'wrongFormat' }
  /** Its name says another format than its bytes are of. */
  | { kind: 'contradicted'; extension: string; format: string };

/** @param asked formats that the document may have, as its type names them */
export async function readFile(file: File | null, asked: readonly string[]): Promise<ReadFile> {
  if (!file) return { kind: 'missing' };
  if (file.size === 0) return { kind: 'empty' };
  if (file.size > longestFile) return { kind: 'tooLong' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sniffed = sniffFormat(bytes);
  const format = sniffed && satisfies(sniffed, evidenceOf(bytes), asked);
  if (!format) return { kind: 'wrongFormat' };
  const fileName = plainFileName(file.name);
  const extension = contradictedExtension(fileName, format);
  if (extension) return { kind: 'contradicted', extension, format };
  return { kind: 'read', file: { bytes, format, fileName } };
}

/** What the message about a name that says another format names. */
export const contradictionOf = (file: ReadFile): Record<string, string> =>
  file.kind === 'contradicted' ? { extension: file.extension, format: file.format } : {};
