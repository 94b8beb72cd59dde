import type { ActivityCatalogue, ActivityPhase } from '../types/activity-type.ts';
import type { Procedure } from './procedure.ts';

/** One of the five phases of AgID's metadata for files. What is concluded has only to take, or has taken, its effect. */
export function phaseOf(procedure: Procedure, catalogue: ActivityCatalogue): ActivityPhase {
  if (procedure.state !== 'running') return 'integrazioneDellEfficacia';
  return catalogue.get(procedure.at.activity)?.phase ?? 'istruttoria';
}
