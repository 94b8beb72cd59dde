import type { SourceFormat } from '#ingest/draft.ts';

/** What surrounds a document and speaks for it: ICAR-IMPORT's record header, or nothing for a plain file. */
export interface Envelope {
  identifier: string | null;
  action: 'insert' | 'update' | 'delete';
  cascade: boolean;
  lastUpdate: string | null;
  system: string | null;
  /** The namespace decided which EAD, EAC, EAG it is. */
  format: SourceFormat;
}

/** A plain file. */
export function noEnvelope(format: Envelope['format']): Envelope {
  return { identifier: null, action: 'insert', cascade: false, lastUpdate: null, system: null, format };
}
