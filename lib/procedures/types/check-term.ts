import type { ActivityCatalogue } from './activity-type.ts';
import type { Graph } from './graph.ts';
import type { TypeProblem } from './problem.ts';
import type { ProcedureType } from './procedure-type.ts';
import { strongComponents } from './strong-components.ts';
import type { Norm } from './term.ts';
import type { Walk } from './walk-graph.ts';
import { normOf } from './norm-of.ts';

const weekPerWorkingDay = 7 / 5;

/**
 * Calendar days that weekends at their worst place and holidays add to seven fifths of some working days: found by counting from every day of
 * 2024–2042 with the legal holidays and 13 June (20 working days from 3 December 2025 end on 7 January, 35 days on).
 */
function holidaysAtWorst(workingDays: number): number {
  if (workingDays === 0) return 0;
  if (workingDays <= 15) return 7;
  return workingDays <= 60 ? 8 : 14;
}

/** The most calendar days that a norm can take. */
export const mostCalendarDays = ({ days, unit }: Norm): number =>
  unit === 'working' ? Math.ceil(days * weekPerWorkingDay - 1e-9) + holidaysAtWorst(days) : days;

/** The fewest calendar days that some working days can take: whole weeks of five, no holiday. */
const workingAtLeast = (days: number): number => days + 2 * Math.floor((days - 1) / 5);

export interface LongestPath {
  /** Calendar days that the norms add up to while the term runs, working days converted at their worst. */
  days: number;
  nodes: string[];
}

/** The longest way of a case while its term runs. Suspended days don't count, a loop counts once, a control begun anew counts anew. */
export function longestPath(graph: Graph, catalogue: ActivityCatalogue, { states, steps }: Walk): LongestPath {
  const successors = states.map((): number[] => []);
  const counted = states.map((): number[] => []);
  for (const { from, to, transition } of steps) {
    successors[from]?.push(to);
    if (!graph.transitions[transition]?.effects.includes('restartClock')) counted[from]?.push(to);
  }
  const days = (unit: Norm['unit']) => (state: number) => {
    const { node = '', clock } = states[state] ?? {};
    const norm = clock === 'running' ? normOf(graph, catalogue, node) : undefined;
    return norm?.unit === unit ? norm.days : 0;
  };
  const [calendar, working] = [days('calendar'), days('working')];
  const parts = strongComponents(successors);
  const all = heaviest(parts, counted, (state) => calendar(state) + working(state) * weekPerWorkingDay);
  const slack = holidaysAtWorst(heaviest(parts, counted, working).weight);
  return {
    // Sevenths of fifths are not exact in binary.
    days: Math.ceil(all.weight - 1e-9) + slack,
    nodes: all.states.map((state) => states[state]?.node ?? ''),
  };
}

interface Way {
  weight: number;
  states: number[];
}

/** @param parts each after all those that it leads to, so that what follows is known already. */
function heaviest(
  parts: readonly (readonly number[])[],
  successors: readonly (readonly number[])[],
  weightOf: (state: number) => number,
): Way {
  const best = new Map<number, Way>();
  let heaviestOfAll: Way = { weight: 0, states: [] };
  for (const part of parts) {
    const next = part
      .flatMap((state) => successors[state] ?? [])
      .flatMap((to) => (part.includes(to) ? [] : (best.get(to) ?? [])))
      .reduce((most, one) => (one.weight > most.weight ? one : most), { weight: 0, states: [] });
    const here = part.filter((state) => weightOf(state) > 0);
    const way = {
      weight: here.reduce((sum, state) => sum + weightOf(state), next.weight),
      states: [...here, ...next.states],
    };
    for (const state of part) best.set(state, way);
    if (way.weight > heaviestOfAll.weight) heaviestOfAll = way;
  }
  return heaviestOfAll;
}

/** The calendar days within which the activities must find room; null in families without a term. */
export function daysOfTerm(type: ProcedureType): { days: number; path: string[] } | null {
  switch (type.family) {
    case 'application':
    case 'exOfficio':
      return { days: calendarDays(type.term), path: ['term', 'days'] };
    case 'declaration':
      return { days: calendarDays(type.verification), path: ['verification', 'days'] };
    case 'scia':
      return { days: type.controlWindow.days, path: ['controlWindow', 'days'] };
    case 'communication':
    case 'ranking':
      return null;
  }
}

const calendarDays = ({ days, unit }: Norm): number => (unit === 'working' ? workingAtLeast(days) : days);

export function checkTerm(type: ProcedureType, graph: Graph, catalogue: ActivityCatalogue, walk: Walk): TypeProblem[] {
  const term = daysOfTerm(type);
  if (!term) return [];
  const { days, nodes } = longestPath(graph, catalogue, walk);
  if (days <= term.days) return [];
  return [
    {
      code: 'beyondTerm',
      path: term.path,
      message: {
        it: `le attività sommano fino a ${days} giorni, il termine ne ha ${term.days}: ${nodes.join(', ')}`,
        en: `the activities add up to ${days} days, the term has ${term.days}: ${nodes.join(', ')}`,
      },
    },
  ];
}
