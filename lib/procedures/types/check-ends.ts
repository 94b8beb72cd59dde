import type { Graph } from './graph.ts';
import { negativeOutcomes } from './outcomes.ts';
import type { TypeProblem } from './problem.ts';
import type { ProcedureType } from './procedure-type.ts';
import type { Text } from './text.ts';
import type { Walk, WalkState } from './walk-graph.ts';

/** What the law wants before an end, in every way that leads there. */
export function checkEnds(type: ProcedureType, graph: Graph, { states }: Walk): TypeProblem[] {
  const wanted = wants(type);
  const found = new Map<string, TypeProblem>();
  for (const state of states) {
    const outcome = graph.ends[state.node]?.outcome;
    if (!outcome || outcome === 'withdrawn') continue;
    const isSilence = outcome === 'silenzioAssenso' || outcome === 'silenzioRigetto';
    for (const { code, message, holds, of } of wanted)
      if ((of === 'all' || (of === 'negative' ? negativeOutcomes.has(outcome) : !isSilence)) && !holds(state))
        found.set(`${code} ${state.node}`, { code, path: ['graph', 'ends', state.node], message });
  }
  return [...found.values()];
}

interface Want {
  code: string;
  of: 'all' | 'negative' | 'express';
  holds: (state: WalkState) => boolean;
  message: Text;
}

const startCommunicated: Want = {
  code: 'noStartNotice',
  of: 'all',
  holds: (state) => state.startCommunicated,
  message: {
    it: 'si può arrivare qui senza la comunicazione di avvio (L. 241/1990, artt. 7-8)',
    en: 'can be reached without communication of start (L. 241/1990, arts. 7–8)',
  },
};

const preavvisoDone: Want = {
  code: 'noPreavviso',
  of: 'negative',
  holds: (state) => state.preavviso === 'done',
  message: {
    it: 'si può arrivare qui senza un preavviso di rigetto concluso (L. 241/1990, art. 10-bis)',
    en: 'can be reached without a finished preavviso di rigetto (L. 241/1990, art. 10-bis)',
  },
};

const clockStarted: Want = {
  code: 'clockNeverStarted',
  of: 'all',
  holds: (state) => state.clock !== 'off',
  message: { it: 'si può arrivare qui senza che il termine cominci', en: 'can be reached without the term beginning' },
};

const notSuspended: Want = {
  code: 'endsSuspended',
  of: 'all',
  holds: (state) => state.clock !== 'suspended',
  message: { it: 'si può finire qui mentre il termine è sospeso', en: 'can end here while the term is suspended' },
};

const madeEffective: Want = {
  code: 'neverEffective',
  of: 'all',
  holds: (state) => state.effective,
  message: {
    it: 'si può arrivare qui senza che la dichiarazione abbia avuto effetto',
    en: 'can be reached without the declaration having taken effect',
  },
};

function wants(type: ProcedureType): Want[] {
  switch (type.family) {
    case 'application':
      return [
        startCommunicated,
        clockStarted,
        notSuspended,
        ...(type.preavvisoDiRigetto.kind === 'applies' ? [preavvisoDone] : []),
      ];
    case 'declaration':
      return [
        madeEffective,
        clockStarted,
        notSuspended,
        ...(type.preavvisoDiRigetto.kind === 'applies' ? [preavvisoDone] : []),
      ];
    case 'exOfficio':
      return [startCommunicated, clockStarted, notSuspended];
    case 'scia':
      return [madeEffective, clockStarted, notSuspended];
    case 'communication':
    case 'ranking':
      return [];
  }
}
