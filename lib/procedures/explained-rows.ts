import type { NamedDay } from './calendar.ts';
import { type Day, type DayNumber, dayAt } from './day.ts';
import type { StopKind, StopRule } from './ledger.ts';
import type { StopEnd } from './stop-end.ts';

export type DatedName = NamedDay & { on: Day };

export interface StopReference {
  id: string;
  kind: StopKind;
  act: string | null;
  article: string;
  effect: StopRule['effect'];
  ended: StopEnd['how'];
}

/** `firstDayOut`: Codice civile art. 2963 c. 2. `rolled`: the term had ended on a day that is passed over (c. 3). */
export type RowReason =
  | { kind: 'firstDayOut' }
  | { kind: 'counted' }
  | { kind: 'stopped'; stops: StopReference[] }
  | { kind: 'notWorking'; days: DatedName[] }
  | { kind: 'rolled'; passed: DatedName[] };

/** Days on end that are counted, or not, for one reason. */
export interface ExplainedRow {
  from: Day;
  to: Day;
  days: number;
  counted: number;
  /** Days of the term used up by the end of the row. */
  total: number;
  why: RowReason;
  /** Interruption that has put the count back to nothing just before this row. */
  restarted: string | null;
}

/** @param restarts the day of an interruption and its id: what was counted up to that day is lost. */
export function rowsOf(
  start: DayNumber,
  end: DayNumber,
  restarts: ReadonlyMap<DayNumber, string>,
  reasonOf: (day: DayNumber) => RowReason,
): ExplainedRow[] {
  const rows: ExplainedRow[] = [];
  let total = 0;
  for (let day = start; day <= end; day++) {
    const why = reasonOf(day);
    const restarted = restarts.get(day - 1) ?? null;
    if (restarted !== null) total = 0;
    const counted = why.kind === 'counted' ? 1 : 0;
    total += counted;
    const row = rows.at(-1);
    if (row && restarted === null && isSame(row.why, why)) {
      row.to = dayAt(day);
      row.days++;
      row.counted += counted;
      row.total = total;
      if (row.why.kind === 'notWorking' && why.kind === 'notWorking') row.why.days.push(...why.days);
    } else {
      rows.push({ from: dayAt(day), to: dayAt(day), days: 1, counted, total, why, restarted });
    }
  }
  return rows;
}

function isSame(one: RowReason, other: RowReason): boolean {
  if (one.kind !== 'stopped' || other.kind !== 'stopped') return one.kind === other.kind;
  const ids = (reason: { stops: StopReference[] }) => reason.stops.map(({ id }) => id).join('\n');
  return ids(one) === ids(other);
}
