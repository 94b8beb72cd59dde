/** What the form of a closure answers. */
export interface ClosureState {
  turn: number;
  sent: Readonly<Record<string, string>>;
  good: boolean;
  lines: readonly string[];
}
