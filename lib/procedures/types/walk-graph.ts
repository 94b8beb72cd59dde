import type { Effect } from './effects.ts';
import type { Graph, Transition } from './graph.ts';
import type { Guard } from './guards.ts';

/** A node together with what has happened on the way to it: only what the guards and the law ask about. */
export interface WalkState {
  node: string;
  clock: 'off' | 'running' | 'suspended' | 'stopped';
  suspensionUsed: boolean;
  preavviso: 'none' | 'open' | 'done';
  startCommunicated: boolean;
  effective: boolean;
}

export interface WalkStep {
  from: number;
  to: number;
  /** Index in the graph's transitions. */
  transition: number;
}

export interface Walk {
  states: WalkState[];
  steps: WalkStep[];
}

/**
 * Everything that can happen in a graph. What an officer or a calendar finds out may be either way; what the graph itself decides (a
 * suspension already used, a preavvisoDiRigetto not done) is followed. At most a few dozen states to a node.
 */
export function walkGraph(graph: Graph): Walk {
  const states: WalkState[] = [];
  const steps: WalkStep[] = [];
  const known = new Map<string, number>();
  const visit = (state: WalkState): number => {
    const key = Object.values(state).join(' ');
    const number = known.get(key) ?? states.push(state) - 1;
    known.set(key, number);
    return number;
  };
  if (!isNode(graph, graph.start)) return { states, steps };
  visit({
    node: graph.start,
    clock: 'off',
    suspensionUsed: false,
    preavviso: 'none',
    startCommunicated: false,
    effective: false,
  });
  for (let number = 0; number < states.length; number++) {
    const state = states[number];
    if (!state || Object.hasOwn(graph.ends, state.node)) continue;
    for (const [index, transition] of graph.transitions.entries()) {
      if (transition.from !== state.node || !isNode(graph, transition.to) || !isOpen(transition, state)) continue;
      steps.push({ from: number, to: visit(after(state, transition)), transition: index });
    }
  }
  return { states, steps };
}

const isNode = (graph: Graph, name: string): boolean =>
  Object.hasOwn(graph.nodes, name) || Object.hasOwn(graph.ends, name);

const decided: Partial<Record<Guard, (state: WalkState) => boolean>> = {
  suspensionUnused: (state) => !state.suspensionUsed,
  suspensionUsed: (state) => state.suspensionUsed,
  preavvisoUnused: (state) => state.preavviso === 'none',
  preavvisoDone: (state) => state.preavviso === 'done',
};

const isOpen = (transition: Transition, state: WalkState): boolean =>
  transition.guards.every((guard) => decided[guard]?.(state) ?? true);

const after = (state: WalkState, { to, effects }: Transition): WalkState =>
  effects.reduce((now, effect) => changes[effect]?.(now) ?? now, { ...state, node: to });

const suspended = (state: WalkState): WalkState =>
  state.clock === 'running' ? { ...state, clock: 'suspended' } : state;

const changes: Partial<Record<Effect, (state: WalkState) => WalkState>> = {
  startClock: (state) => ({ ...state, clock: 'running' }),
  stopClock: (state) => (state.clock === 'off' ? state : { ...state, clock: 'stopped' }),
  'suspend:art2c7': (state) => ({ ...suspended(state), suspensionUsed: true }),
  'suspend:conferenza': suspended,
  'suspend:art10bis': (state) => ({ ...suspended(state), preavviso: 'open' }),
  'interrupt:regularisation': suspended,
  'interrupt:art19c3': suspended,
  resumeClock: (state) => ({
    ...state,
    clock: state.clock === 'suspended' ? 'running' : state.clock,
    preavviso: state.preavviso === 'open' ? 'done' : state.preavviso,
  }),
  restartClock: (state) => (state.clock === 'suspended' ? { ...state, clock: 'running' } : state),
  communicateStart: (state) => ({ ...state, startCommunicated: true }),
  makeEffective: (state) => ({ ...state, effective: true }),
};
