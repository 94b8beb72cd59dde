/** What the page is told of its saving. */
export type Saving =
  | { kind: 'saved'; time: string; revision: number }
  /** The session is over. */
  | { kind: 'signIn' }
  | { kind: 'full' }
  /** Sent or deleted meanwhile: it is not saved any more. */
  | { kind: 'gone' };
