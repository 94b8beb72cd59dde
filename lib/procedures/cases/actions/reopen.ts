import { activityBegun } from '../activity-begun.ts';
import { groundBars } from '../annulment-bars.ts';
import { reason } from '../reason.ts';
import { type Doing, onlyWhile, refuse } from './doing.ts';

/** By the act that orders it, at the activity it names. The term has had its end and does not run again by itself. */
export const reopen: Doing<'reopen'> = {
  bars: (standing) => onlyWhile(standing, 'concluded', 'closed'),
  done: (standing, { act, to, ground, judgment }) => {
    const { procedure, context, graph, day } = standing;
    if (!Object.hasOwn(graph.nodes, to))
      return refuse(
        reason(
          'noSuchActivity',
          `«${to}» non è un’attività di questo procedimento`,
          `"${to}" is no activity of this procedure`,
        ),
      );
    const bars = groundBars(standing, ground, judgment ?? null);
    if (bars.length > 0) return refuse(...bars);
    const activity = activityBegun(context, to, procedure.activities + 1, day, procedure.filing);
    return [{ kind: 'reopened', act, activity, ground, judgment: judgment ?? null }];
  },
};
