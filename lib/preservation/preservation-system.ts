import type { Readable } from 'node:stream';

/** A package on its way: a ZIP of index and files, written as it is read. */
export interface SubmissionPackage {
  id: string;
  open(): Readable;
}

export type Sent =
  | { kind: 'sent' }
  /** The system will not take it, whenever it is asked. */
  | { kind: 'refused'; said: string; report: Uint8Array | null }
  /** It could not be asked, or could not answer: later again. */
  | { kind: 'failed'; said: string };

export type Verdict =
  | { kind: 'pending' }
  | { kind: 'accepted'; report: Uint8Array }
  | { kind: 'refused'; said: string; report: Uint8Array }
  | { kind: 'failed'; said: string };

/** A system of preservation. A package is known by its id: sent twice, it is there once. */
export interface PreservationSystem {
  /** Where it is, without anything secret; for people. */
  name: string;
  send(one: SubmissionPackage): Promise<Sent>;
  /** What has become of a package: the rapporto di versamento. */
  ask(packageId: string): Promise<Verdict>;
}

/** Longest report that is kept. */
export const longestReport = 10 * 1024 * 1024;

/** A package that cannot be made: bytes are missing, or no longer what they were. */
export class UnsoundPackage extends Error {
  override name = 'UnsoundPackage';
}

/** The beginning of what a system said, for people: tags and line breaks taken out. */
export const saidIn = (report: Uint8Array): string =>
  new TextDecoder()
    .decode(report.subarray(0, 20_000))
    .replace(/<[^>]*>/g, ' ')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\s]+/g, ' ')
    .trim()
    .slice(0, 1000);
