import type { Day } from '../day.ts';
import { evolve } from './evolve.ts';
import type { Procedure } from './procedure.ts';
import type { ProcedureEvent } from './procedure-event.ts';

/** What has happened in a decision so far: the events, and what they make of the procedure. */
export interface Course {
  procedure: Procedure;
  events: readonly ProcedureEvent[];
}

/** An event before it has its day. */
export type Fact = ProcedureEvent extends infer E ? (E extends ProcedureEvent ? Omit<E, 'day'> : never) : never;

export const begin = (procedure: Procedure): Course => ({ procedure, events: [] });

export function follow(course: Course, day: Day, facts: readonly Fact[]): Course {
  const events = facts.map((fact): ProcedureEvent => ({ ...fact, day }));
  return {
    procedure: events.reduce<Procedure>(evolve, course.procedure),
    events: [...course.events, ...events],
  };
}
