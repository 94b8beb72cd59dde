import type { Correspondent } from '#lib/procedures/protocollo/correspondent.ts';
import type { KeptDocument } from '#lib/store/documents/storage-key.ts';

export type Flow = 'in' | 'out' | 'internal';

/** Bytes that are kept, with what they are called. */
export interface KeptFile {
  title: string;
  format: string;
  kept: KeptDocument;
}

/** A document to be registered (DPR 445/2000 art. 53 c. 1), its bytes kept already. */
export interface DocumentToRegister {
  flow: Flow;
  sender: readonly Correspondent[];
  recipients: readonly Correspondent[];
  object: string;
  /** Public title of its record: without names of persons. */
  main: KeptFile;
  attachments: readonly KeptFile[];
  /** Date and number that the sender gave it. */
  senderOn: string | null;
  senderNumber: string | null;
  channel: string;
  operator: string;
  unit: string | null;
  /** Title and class, `X/10`, of the titolario in force. */
  classification: string | null;
  /** Registered by hand while the register could not be reached (art. 63). */
  emergency: { id: string; number: number; at: Date } | null;
}

/** The titolario in force has no class of this code. */
export class UnknownClass extends Error {}
