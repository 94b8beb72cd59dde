/** What a look at bytes came to. `engine` is what the scanner calls itself, with the version of its signatures. */
export type Scanned =
  | { kind: 'clean'; engine: string }
  | { kind: 'infected'; signature: string; engine: string }
  /** Longer than the scanner takes: it has not looked at all of it. */
  | { kind: 'notChecked'; reason: string; engine: string }
  /** The scanner does not answer, or not what it should. */
  | { kind: 'away'; problem: string };

/** Looks at bytes for viruses; never throws on what a scanner does, only where the bytes themselves cannot be read. */
export interface VirusScanner {
  /** @param open gives the bytes from their beginning; asked again where the scanner hung up without a word */
  scan(open: () => AsyncIterable<Uint8Array>): Promise<Scanned>;
  /** What the scanner calls itself; null while it does not answer. */
  engine(): Promise<string | null>;
}
