import { givenOn } from './given-on.ts';
import type { Procedure, RunningActivity, RunningProcedure } from './procedure.ts';
import type { ProcedureEvent } from './procedure-event.ts';

type Event<K extends ProcedureEvent['kind']> = Extract<ProcedureEvent, { kind: K }>;

export const filed = ({ id, type, filing, unit, silence, activity, day }: Event<'filed'>): RunningProcedure => ({
  state: 'running',
  id,
  type,
  version: 1,
  lastOn: day,
  activities: activity.n,
  filing,
  unit,
  assignee: null,
  legal: null,
  service: null,
  silence,
  substitute: { state: 'none' },
  attestation: { state: 'none' },
  startCommunicatedOn: null,
  effectiveOn: null,
  reopening: null,
  notices: [],
  at: activity,
  adopted: null,
});

/** The activity at hand changed; `taken` up or `handed` on, an activity that waits for others goes on waiting until it is `answered`. */
export function at(
  procedure: Procedure,
  change: Partial<RunningActivity> | 'taken' | 'handed' | 'answered',
): Procedure {
  if (procedure.state !== 'running') return procedure;
  if (typeof change === 'object') return { ...procedure, at: { ...procedure.at, ...change } };
  if (change === 'answered')
    return { ...procedure, at: { ...procedure.at, state: procedure.assignee === null ? 'todo' : 'inProgress' } };
  if (procedure.at.state === 'waiting') return procedure;
  return { ...procedure, at: { ...procedure.at, state: change === 'taken' ? 'inProgress' : 'todo' } };
}

export const adopted = (procedure: Procedure, { act, day }: Event<'adopted'>): Procedure =>
  procedure.state === 'running' ? { ...procedure, adopted: { act, on: day } } : procedure;

export function concluded(procedure: Procedure, { outcome, on, act }: Event<'concluded'>): Procedure {
  if (procedure.state !== 'running') throw new Error(`${procedure.id} is concluded already`);
  const { at: _at, adopted: _adopted, ...rest } = procedure;
  return { ...rest, state: 'concluded', outcome, concludedOn: on, act };
}

export function closed(procedure: Procedure, { on, retention }: Event<'closed'>): Procedure {
  if (procedure.state !== 'concluded')
    throw new Error(`${procedure.id} cannot be closed while it is ${procedure.state}`);
  return { ...procedure, state: 'closed', closedOn: on, retention };
}

/** What its end and its closing had fixed is void: outcome, retention, attestation. What it was opened again from is kept. */
export function reopened(procedure: Procedure, { activity, ground }: Event<'reopened'>): Procedure {
  if (procedure.state === 'running') throw new Error(`${procedure.id} is not concluded`);
  const { outcome, concludedOn: _concludedOn, act: _act, ...rest } = procedure;
  const {
    closedOn: _closedOn,
    retention: _retention,
    ...kept
  } = rest.state === 'closed' ? rest : { ...rest, closedOn: null, retention: null };
  return {
    ...kept,
    state: 'running',
    activities: activity.n,
    attestation: { state: 'none' },
    at: activity,
    adopted: null,
    reopening: ground && { ground, outcome, decidedOn: givenOn(procedure) },
  };
}
