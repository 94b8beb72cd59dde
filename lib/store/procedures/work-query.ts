import { z } from 'zod';
import type { Reach } from '#lib/access/reach.ts';
import type { ActivityPhase, Actor as ActivityActor } from '#lib/procedures/types/activity-type.ts';
import type { ClockState } from '#lib/procedures/clock.ts';
import type { Day } from '#lib/procedures/day.ts';
import type { Outcome } from '#lib/procedures/types/outcomes.ts';
import type { Procedure, RunningActivity } from '#lib/procedures/cases/procedure.ts';

/**
 * The piles of the desk. All but the last two are of running cases: `mine` has me as assignee, `unit` lies with my offices, `dueSoon` ends
 * within the week, `overdue` is past its term, `waiting` waits for somebody outside. `toClose` is decided and its fascicolo still open.
 */
export const workViews = ['mine', 'unit', 'dueSoon', 'overdue', 'waiting', 'all', 'toClose', 'closed'] as const;
export type WorkView = (typeof workViews)[number];

/** Days ahead that `dueSoon` looks. */
export const soonDays = 7;

export const workFilterSchema = z.object({
  type: z.string().optional(),
  unit: z.string().optional(),
  /** A person's id; null: nobody has it. */
  assignee: z.string().nullable().optional(),
  /** Words, or beginnings of words, of protocol number, subject, applicant, references. */
  text: z.string().trim().max(200).optional(),
});
export type WorkFilter = z.infer<typeof workFilterSchema>;

export interface WorkScope {
  reach: Reach;
  /** Who looks: whose pile `mine` is. */
  me: string;
  /** The offices of who looks, for `unit`. */
  units: readonly string[];
  filter: WorkFilter;
}

/** One page, by the day the term ends (what is decided and goes on, by that of its next step), cases without a day last. `after` and `before` are what a page gave as `next` and `prev`. */
export interface WorkQuery extends WorkScope {
  view: WorkView;
  after?: string | undefined;
  before?: string | undefined;
  /** At most 100; 50 unless told. */
  limit?: number | undefined;
}

/** A case in one line. */
export interface WorkLine {
  id: string;
  type: { code: string; version: number };
  /** Names no person. */
  title: string;
  /** As registered. */
  subject: string;
  protocol: { register: string; year: number; number: number };
  applicant: { agent: string; name: string } | null;
  state: Procedure['state'];
  node: string | null;
  activity: string | null;
  activityState: RunningActivity['state'] | null;
  phase: ActivityPhase | null;
  activityDueOn: Day | null;
  waitingFor: ActivityActor | null;
  unit: string;
  assignee: string | null;
  channel: string;
  filedOn: Day;
  /** Null where the family has no term. While a stop is open: the earliest, and in `dueLatest` the latest. */
  dueOn: Day | null;
  dueLatest: Day | null;
  clockState: ClockState | null;
  /** Past its term today, and not suspended. */
  overdue: boolean;
  silence: Procedure['silence'];
  outcome: Outcome | null;
  concludedOn: Day | null;
  closedOn: Day | null;
  /** Of a concluded case. */
  daysLate: number | null;
  version: number;
  /** Since when a message of a party waits for the office to read it. */
  unreadSince: string | null;
}

export interface WorkPage {
  lines: WorkLine[];
  next: string | null;
  prev: string | null;
}

/** Counted up to 10,000; `over` says that there are more. */
export interface Count {
  value: number;
  over: boolean;
}
export type WorkCounts = Record<WorkView, Count>;
