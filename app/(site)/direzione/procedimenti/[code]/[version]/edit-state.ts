import type { DiffLine } from '#lib/procedures/types/line-diff.ts';

/** What a form of a draft shows after it was sent. */
export interface EditState {
  /** Counts the answers. */
  turn: number;
  /** The revision that the form is about. */
  revision: number;
  /** What was sent, by the names of the fields: shown again where the page is drawn anew. */
  sent: Readonly<Record<string, string>> | null;
  notice: { good: boolean; title: string; lines: readonly string[] } | null;
  /** Where somebody else saved in between: what they have and the form has not, and the other way round. */
  theirs: readonly (DiffLine | null)[];
}

export const firstState = (revision: number): EditState => ({
  turn: 0,
  revision,
  sent: null,
  notice: null,
  theirs: [],
});
