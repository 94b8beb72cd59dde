/**
 * What became of a document where its fascicolo was handed out. `withheld`: who asked may not read it. `destroyed`: with a permit, at the end
 * of its time (D.Lgs. 42/2004 art. 21 c. 1 d). `lost`: its bytes are not there, or no longer have the hash that they had.
 */
export type Outcome = 'included' | 'withheld' | 'destroyed' | 'lost';

export interface DescribedDocument {
  record: string;
  /** Names no person. */
  title: string;
  /** As it was sent. */
  fileName: string | null;
  format: string;
  bytes: number;
  sha256: string;
  /** Which one it is, from 1: the current one is what is handed out. */
  version: number;
  flow: 'in' | 'out' | 'internal' | null;
  registration: { register: string; year: number; number: number; on: string } | null;
  /** ISO day. */
  addedOn: string;
  destroyedOn: string | null;
}

/** A former version of a document that has none of the register. */
export interface FormerLine {
  version: number;
  sha256: string;
  /** ISO day. */
  replacedOn: string;
  /** Null where its bytes are lost. */
  entry: string | null;
}

/** One line of the index of a fascicolo. */
export interface FascicoloLine {
  ordinal: number;
  outcome: Outcome;
  /** Where its bytes are in the archive; null where they are not. */
  entry: string | null;
  /** Where its metadata are there. */
  metadata: string | null;
  /** Those that another took the place of, the first one first. */
  former: readonly FormerLine[];
  /** Null of one that is withheld: that there is one is all that is said. */
  document: DescribedDocument | null;
}

/** Of which fascicolo an index is, and when it was made. */
export interface FascicoloFacts {
  id: string;
  /** Names no person. */
  title: string;
  /** As the repertorio cites it. */
  code: string | null;
  openedOn: string | null;
  closedOn: string | null;
  agency: string;
  /** The instant, ISO. */
  madeAt: string;
  /** The address of the case. */
  url: string;
}
