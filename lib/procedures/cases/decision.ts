import type { Calendar } from '../calendar.ts';
import type { Day } from '../day.ts';
import type { Law } from '../law.ts';
import type { ActivityCatalogue } from '../types/activity-type.ts';
import type { ProcedureType } from '../types/procedure-type.ts';
import type { Text } from '../types/text.ts';
import type { ActionKind } from './action.ts';
import type { Procedure } from './procedure.ts';
import type { ProcedureEvent } from './procedure-event.ts';

/** What a decision is taken by, besides the procedure itself: the version of the type that it keeps, the law, the office's days, the instant. */
export interface DecisionContext {
  type: ProcedureType;
  catalogue: ActivityCatalogue;
  law: Law;
  calendar: Calendar;
  now: Date;
}

/** A way on from where the procedure stands. */
export interface Option {
  action: ActionKind;
  /** The node or end that `advance` goes to. */
  to: string | null;
  label: Text;
  /** What the officer says to have found by going this way. */
  finds: readonly string[];
  /** Why it is not open now; null where it is. */
  barred: Reason | null;
  /** Whether an act must be named. */
  needsAct: boolean;
  /** What it brings about, in words. */
  effects: readonly Text[];
}

/** Why not, with the article that says so; null where it is the type's own order and no law's. */
export interface Reason {
  code: string;
  text: Text;
  article: string | null;
  /** The first day on which it will bar no longer by itself, where that is known. */
  from: Day | null;
}

/** A refused action is a value (HTTP 409): what was tried, where the procedure stands, why not, and what is allowed. */
export interface Refusal {
  kind: 'refused';
  action: ActionKind;
  state: Procedure['state'];
  node: string | null;
  reasons: [Reason, ...Reason[]];
  allowed: Option[];
}

export interface Decided {
  kind: 'decided';
  procedure: Procedure;
  /** In order; never none. */
  events: ProcedureEvent[];
}

export type Decision = Decided | Refusal;

/** Nothing was filed, so nothing stands anywhere and nothing else is allowed. */
export interface FilingRefusal {
  kind: 'refused';
  reasons: [Reason, ...Reason[]];
}

export type FilingDecision = Decided | FilingRefusal;
