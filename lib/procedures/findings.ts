import type { Day } from './day.ts';
import type { LawKey } from './law.ts';

/**
 * What is not as the law wants it, as values: the clock never throws over a ledger. `refused`: the entry moves nothing;
 * `limited`: only a part of it counts; `noted`: it counts, and a person should look.
 */
export type Finding =
  /** A second suspension where the law allows one (L. 241/1990 art. 2 c. 7). */
  | { code: 'suspendedTooOften'; effect: 'refused'; id: string; article: string; times: number }
  /** It ended by itself at its limit, whatever came later. */
  | { code: 'beyondLimit'; effect: 'limited'; id: string; article: string; maxDays: number; endedOn: Day }
  /** The term had already ended: what is over cannot be stopped or prolonged. */
  | { code: 'afterExpiry'; effect: 'refused'; id: string; expiredOn: Day }
  | { code: 'beforeStart'; effect: 'refused'; id: string; startOn: Day }
  | { code: 'afterConclusion'; effect: 'refused'; id: string; concludedOn: Day }
  /** Dates in an order that cannot be. */
  | { code: 'wrongOrder'; effect: 'refused'; id: string; earlier: Day; later: Day }
  /** No known rule gave that power on that day. */
  | { code: 'noLawInForce'; effect: 'refused'; id: string; key: LawKey; on: Day }
  /** Days that two suspensions share are taken off once. */
  | { code: 'overlap'; effect: 'noted'; id: string; with: string }
  /** Observations after the party's term (art. 10-bis): they may be weighed, the clock does not wait for them. */
  | { code: 'lateObservations'; effect: 'noted'; id: string; until: Day }
  | { code: 'concludedBeforeStart'; effect: 'noted'; startOn: Day; concludedOn: Day }
  /** The machine's day lies before what is recorded: the reading is made as of the latest recorded day. */
  | { code: 'clockSetBack'; effect: 'noted'; today: Day; latest: Day };

export type FindingCode = Finding['code'];
