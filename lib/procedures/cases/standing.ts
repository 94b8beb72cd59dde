import { type ClockReading, type ClockContext, readClock } from '../clock.ts';
import { type Day, laterOf } from '../day.ts';
import type { LedgerEntry, NoticeOfRefusal } from '../ledger.ts';
import { type PreavvisoDiRigettoWindow, mayRefuse, preavvisoDiRigettoWindow } from '../preavviso-di-rigetto.ts';
import { romeDay } from '../rome.ts';
import type { Graph, Transition } from '../types/graph.ts';
import type { Outcome } from '../types/outcomes.ts';
import type { DecisionContext } from './decision.ts';
import type { Procedure } from './procedure.ts';

/** A procedure on the day on which something is decided: what its clocks and its notice of refusal say then. */
export interface Standing {
  procedure: Procedure;
  context: DecisionContext;
  /** The day it is in Italy, and never before the last event: a machine whose clock was set back undoes nothing. */
  day: Day;
  graph: Graph;
  clock: ClockContext;
  /** Of the term of law; null where none has begun. */
  legal: ClockReading | null;
  preavviso: Preavviso | null;
}

/** The last notice of art. 10-bis: who answers has received. `window` is null while nobody knows that the party has it. */
export interface Preavviso {
  entry: NoticeOfRefusal;
  window: PreavvisoDiRigettoWindow | null;
  done: boolean;
}

export const standingOf = (procedure: Procedure, context: DecisionContext): Standing =>
  standingOn(laterOf(romeDay(context.now), procedure.lastOn), procedure, context);

/** The same on another day, which may be one to come. */
export function standingOn(day: Day, procedure: Procedure, context: DecisionContext): Standing {
  const { type } = context;
  if (type.code !== procedure.type.code || type.version !== procedure.type.version)
    throw new Error(`${procedure.id} keeps ${procedure.type.code} version ${procedure.type.version}`);
  const clock = { law: context.law, calendar: context.calendar, today: day };
  const legal = procedure.legal && readClock(procedure.legal, clock);
  return { procedure, context, day, graph: type.graph, clock, legal, preavviso: preavvisoOf(procedure, clock) };
}

function preavvisoOf(procedure: Procedure, { law, calendar, today }: ClockContext): Preavviso | null {
  const entry = ledgerOf(procedure).findLast((one) => one.kind === 'art10bis');
  if (!entry) return null;
  const receivedOn = entry.receivedOn ?? entry.observationsOn;
  const window = receivedOn === null ? null : preavvisoDiRigettoWindow(receivedOn, law, calendar);
  if (window?.kind !== 'window') return { entry, window: null, done: false };
  return { entry, window, done: mayRefuse(window, entry.observationsOn, today) };
}

export const ledgerOf = (procedure: Procedure): readonly LedgerEntry[] => procedure.legal?.ledger ?? [];

/** A term that was stopped by a decision no longer expires: silence cannot form in a case that is opened again. */
export const hasExpired = ({ legal }: Standing): boolean => legal?.state === 'expired';

/** What the end of the term means in this case; an exception that holds leaves it without meaning. */
export function silenceIn({ context: { type } }: Standing): 'none' | 'silenzioAssenso' | 'silenzioRigetto' {
  return 'silence' in type ? type.silence.kind : 'none';
}

/** Whether silence counts, as last found. */
export function silenceHolds({ procedure }: Standing, found: readonly string[]): Procedure['silence'] {
  if (found.includes('silenceApplies')) return 'applies';
  return found.includes('silenceExcluded') ? 'excluded' : procedure.silence;
}

export const isSilent = (outcome: Outcome): boolean => outcome.startsWith('silenzio');

/** An end that comes with the last day of a term and without an act: silence, the end of the control of a SCIA. */
export function comesByTime({ graph }: Pick<Standing, 'graph'>, { to, guards }: Transition): boolean {
  const outcome = graph.ends[to]?.outcome;
  if (outcome === undefined) return false;
  return isSilent(outcome) || (outcome !== 'prohibited' && guards.includes('controlWindowExpired'));
}

export const phaseAt = ({ graph, context }: Standing, node: string) =>
  context.catalogue.get(graph.nodes[node]?.activity ?? '')?.phase;

/** Where it is written what the end of the term means here. */
export function articleOf({ context: { type } }: Standing): string | null {
  if (type.family === 'scia') return 'L. 241/1990 art. 19 c. 3';
  if (!('silence' in type)) return 'term' in type ? 'L. 241/1990 art. 2' : null;
  const { act, article } = type.silence.source;
  return article ? `${act} ${article}` : act;
}
