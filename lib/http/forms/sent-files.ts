import { randomUUID } from 'node:crypto';
import type { Received } from '#lib/store/documents/receive.ts';

// Kept on globalThis: the server that takes the bytes and the pages that are built from it are bundles of one process.
const shelf = globalThis as typeof globalThis & { eli4uSentFiles?: Map<string, Received> };
const sent = () => (shelf.eli4uSentFiles ??= new Map());

const mark = 'eli4u-sent-file:';
const longestMark = mark.length + 36;

/** Puts aside what came of a file, for the page that its form belongs to. @returns what stands in the form in its place */
export function putAside(received: Received): string {
  const token = `${mark}${randomUUID()}`;
  sent().set(token, received);
  return token;
}

/** What came of a file of a form; null for a file that was not put aside: nobody may have its bytes taken otherwise. */
export async function sentFile(file: File): Promise<Received | null> {
  if (file.size !== longestMark) return null;
  return sent().get(await file.text()) ?? null;
}

/** The form was answered: what was not kept by then is nobody's. */
export async function forgetSent(tokens: readonly string[]): Promise<void> {
  for (const token of tokens) {
    const received = sent().get(token);
    sent().delete(token);
    if (received?.kind === 'received') await received.document.discard();
  }
}
