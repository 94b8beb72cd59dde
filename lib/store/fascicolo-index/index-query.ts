import type { ReadableDocuments } from '#lib/access/documents.ts';
import type { Registration } from '#lib/procedures/cases/filing-facts.ts';
import type { VirusScan } from '#lib/store/documents/virus-scans.ts';
import type { DocumentKind } from '#lib/store/procedures/case-view.ts';

/** `number`: as they joined the fascicolo. `date`: the day of the protocollo, or of joining. */
export const indexOrders = ['number', '-number', 'date', '-date', 'protocol', '-protocol'] as const;
export type IndexOrder = (typeof indexOrders)[number];
export const documentFlows = ['in', 'out', 'internal'] as const;

/** What narrows the index of a fascicolo. */
export interface IndexFilter {
  words?: string | undefined;
  flow?: (typeof documentFlows)[number] | undefined;
  registered?: boolean | undefined;
  year?: number | undefined;
}

export interface IndexQuery extends IndexFilter {
  readable: ReadableDocuments;
  order: IndexOrder;
  /** As a page before or after gave it. */
  after?: string | undefined;
  before?: string | undefined;
  /** At most 100. */
  limit?: number | undefined;
}

/** A correspondent as the register has it; in fascicoli without a procedure sometimes a name alone. */
export interface Correspondent {
  name: string;
  address: string | null;
}

/** One document of a fascicolo with all that its index says. */
export interface IndexedDocument {
  record: string;
  /** Counts the documents of the fascicolo from 1. */
  ordinal: number;
  kind: DocumentKind;
  code: string | null;
  title: string;
  /** As registered. */
  object: string | null;
  fileName: string | null;
  format: string;
  bytes: number;
  sha256: string;
  flow: (typeof documentFlows)[number] | null;
  registration: Registration | null;
  /** It bears the number of what it came with. */
  enclosure: boolean;
  sender: Correspondent[];
  recipients: Correspondent[];
  /** Day of the protocollo, or of joining. */
  on: string;
  addedAt: string;
  addedBy: string;
  destroyedOn: string | null;
  visibility: 'hidden' | 'described' | 'open';
  /** Which one this is, from 1. */
  version: number;
  scan: VirusScan;
}

export interface IndexPage {
  items: IndexedDocument[];
  next: string | null;
  prev: string | null;
}

export interface IndexCounts {
  /** That one may read. */
  all: number;
  /** Of these, what the filter leaves. */
  found: number;
  /** Of all, the latest year first. */
  years: { year: number; count: number }[];
}
