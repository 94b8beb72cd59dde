import type { Day } from '../day.ts';
import type { ActivityCatalogue } from '../types/activity-type.ts';
import type { Procedure } from './procedure.ts';

/** An activity of the history, and the day on which it was done. */
interface DoneActivity {
  activity: string;
  doneOn: Day | null;
}

/**
 * The day from which remedies run: on which the decision was communicated (L. 241/1990 art. 21-bis); what came by silence is known on its day.
 * Null while the case runs.
 */
export function communicatedOn(
  procedure: Procedure,
  activities: readonly DoneActivity[],
  catalogue: ActivityCatalogue,
): Day | null {
  if (procedure.state === 'running') return null;
  if (procedure.act === null) return procedure.concludedOn;
  const told = activities.findLast(({ activity, doneOn }) => {
    const type = catalogue.get(activity);
    return doneOn !== null && type?.notify === 'legal' && type.phase === 'integrazioneDellEfficacia';
  });
  return told?.doneOn ?? procedure.concludedOn;
}
