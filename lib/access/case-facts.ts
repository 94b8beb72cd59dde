import type { ActivityCatalogue, Actor } from '#lib/procedures/types/activity-type.ts';
import type { Party } from '#lib/procedures/cases/filing-facts.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { TypeOffices } from './organisation.ts';
import type { ReachFacts } from './reach.ts';

/** What decides who may do what to a case. */
export interface CaseFacts {
  id: string;
  /** The version of the type that the case keeps. */
  type: TypeOffices;
  /** Office in whose hands it is. */
  unit: string;
  assignee: string | null;
  parties: readonly Party[];
  /** Whose turn it is by the catalogue; null where nothing runs. */
  turn: Actor | null;
}

/** The facts of a procedure. */
export function caseFacts(procedure: Procedure, type: ProcedureType, catalogue: ActivityCatalogue): CaseFacts {
  const { id, unit, assignee, filing } = procedure;
  const turn = procedure.state === 'running' ? (catalogue.get(procedure.at.activity)?.actor ?? null) : null;
  return { id, type, unit, assignee, parties: filing.parties, turn };
}

/** As reach looks at it. */
export const reachFacts = ({ id, unit, type, parties }: CaseFacts): ReachFacts => ({
  id,
  unit,
  type: type.code,
  parties,
});
