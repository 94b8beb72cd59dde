import { receiveDocument } from './receive.ts';
import type { KeptDocument } from './storage-key.ts';

/**
 * Keeps bytes that are in memory under their SHA-256 before anything refers to them. A transaction that fails afterwards leaves a file that
 * nobody refers to, which harms nothing and serves the next attempt.
 */
export async function keepDocument(dataDir: string, bytes: Uint8Array): Promise<KeptDocument> {
  const received = await receiveDocument(dataDir, once(bytes), bytes.byteLength);
  if (received.kind === 'received') return received.document.keep();
  throw new Error(`a document of ${bytes.byteLength} bytes cannot be kept: ${received.kind}`);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
