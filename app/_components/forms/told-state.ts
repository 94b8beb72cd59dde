/** What a short form answers: sentences over it, and what was sent where it has to be mended. */
export interface ToldState {
  turn: number;
  sent: Readonly<Record<string, string>>;
  good: boolean;
  lines: readonly string[];
}
