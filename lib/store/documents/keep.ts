import { receiveDocument, type ReceivedDocument } from './receive.ts';
import type { KeptDocument } from './storage-key.ts';

/**
 * Keeps bytes that are in memory under their SHA-256 before anything refers to them. A transaction that fails afterwards leaves a file that
 * nobody refers to, which harms nothing and serves the next attempt. For what we make ourselves; what comes in is admitted (`admit.ts`).
 */
export async function keepDocument(dataDir: string, bytes: Uint8Array): Promise<KeptDocument> {
  return (await draftOf(dataDir, bytes)).keep();
}

/** Bytes that are in memory, as a draft. */
export async function draftOf(dataDir: string, bytes: Uint8Array): Promise<ReceivedDocument> {
  const received = await receiveDocument(dataDir, once(bytes), bytes.byteLength);
  if (received.kind === 'received') return received.document;
  throw new Error(`a document of ${bytes.byteLength} bytes cannot be kept: ${received.kind}`);
}

/** Bytes in memory, or received as they came and not yet kept. */
export type GivenBytes = { bytes: Uint8Array } | { received: ReceivedDocument };

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
