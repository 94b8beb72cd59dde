/** What the form of a restriction answers. */
export interface RestrictionState {
  turn: number;
  sent: Readonly<Record<string, string>>;
  good: boolean;
  lines: readonly string[];
}
