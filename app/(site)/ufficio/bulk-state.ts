/** What came of assigning several cases at once, each told. */
export interface BulkState {
  /** Counts the answers. */
  turn: number;
  title: string | null;
  results: { id: string; title: string; done: boolean; words: string }[];
}
