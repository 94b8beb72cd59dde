/** What the form of publication answers. */
export interface PublishState {
  turn: number;
  /** The day as it was given. */
  day: string;
  title: string | null;
  lines: readonly { href: string | null; text: string }[];
}
