/** Who does something at the desk of the archive, as lists and the audit name them: `officer:…`, or `system` for the clock. */
export interface Keeper {
  by: string;
  now: Date;
  /** The day it is in Italy. */
  today: string;
}
