import { contradictedExtension, plainFileName } from '#lib/records/file-name.ts';
import { satisfies, sniffFormat } from '#lib/records/sniff-format.ts';
import type { NotReceived } from '#lib/store/documents/receive.ts';
import type { GivenFile } from '#lib/store/procedures/procedure-store.ts';
import { noteFull } from './forms/form-run.ts';
import { sentFile } from './forms/sent-files.ts';

/** A file that was sent, read for what it is, or why not; with the name it was sent under. */
export type ReadFile =
  | { kind: 'read'; file: GivenFile }
  | { kind: 'missing' }
  | { kind: NotReceived['kind'] | 'wrongFormat'; name: string | null }
  /** Its name says another format than its bytes are of. */
  | { kind: 'contradicted'; name: string | null; extension: string; format: string };

/** @param asked formats that the document may have, as its type names them */
export async function readFile(file: File | null, asked: readonly string[]): Promise<ReadFile> {
  if (!file) return { kind: 'missing' };
  // As browsers write a quotation mark in the head of a part.
  const name = plainFileName(file.name.replaceAll('%22', '"'));
  const received = await sentFile(file);
  // Of a form that did not come through lib/launcher/files-ahead.ts: nothing of the file is here.
  if (!received) return { kind: 'cut', name };
  if (received.kind === 'noSpace') noteFull();
  if (received.kind !== 'received') return { kind: received.kind, name };
  const { evidence } = received.document;
  const sniffed = sniffFormat(evidence.ends);
  const format = sniffed && satisfies(sniffed, evidence, asked);
  if (!format) return { kind: 'wrongFormat', name };
  const extension = contradictedExtension(name, format);
  if (extension) return { kind: 'contradicted', name, extension, format };
  return { kind: 'read', file: { received: received.document, format, fileName: name } };
}
