import type { Day } from '../day.ts';
import { advantageOutcomes } from '../types/outcomes.ts';
import type { Procedure } from './procedure.ts';

/**
 * The day from which what was decided can be annulled for so long. A rectification puts words or facts right and gives nothing anew: the day
 * stays that of the decision that was rectified, or one would rectify to have more time.
 */
export function givenOn({ outcome, concludedOn, reopening }: Exclude<Procedure, { state: 'running' }>): Day {
  const rectified =
    reopening?.ground === 'rectification' && advantageOutcomes.has(reopening.outcome) && advantageOutcomes.has(outcome);
  return rectified ? reopening.decidedOn : concludedOn;
}
