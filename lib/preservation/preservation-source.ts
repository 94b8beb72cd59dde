import type { Readable } from 'node:stream';

export type PreservedKind = 'dailyRegister' | 'fascicolo';

/** A file of a package; its bytes are read when their turn has come. */
export interface PreservedFile {
  /** Its path in the package. */
  name: string;
  sha256: string;
  bytes: number;
  format: string;
  open(): Readable;
}

/** What is to be preserved, before it is packed. */
export interface Preservable {
  description: string;
  metadata: readonly (readonly [name: string, value: string | null])[];
  files: readonly PreservedFile[];
}

/** Where packages of one kind come from. */
export interface PreservationSource {
  kind: PreservedKind;
  /** Null where there is nothing to deliver any more: reopened, or destroyed with the permit of a scarto. */
  load(id: string): Promise<Preservable | null>;
  /** Told in the transaction in which its acceptance is noted. */
  accepted?(
    client: { query(sql: string, values: unknown[]): Promise<unknown> },
    id: string,
    answer: Accepted,
  ): Promise<void>;
}

export interface Accepted {
  packageId: string;
  reportHash: string;
  at: Date;
}
