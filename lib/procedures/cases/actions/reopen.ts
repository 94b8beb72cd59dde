import { activityBegun } from '../activity-begun.ts';
import { reason } from '../reason.ts';
import { type Doing, onlyWhile, refuse } from './doing.ts';

/** By the act that orders it, at the activity it names. The term has had its end and does not run again by itself. */
export const reopen: Doing<'reopen'> = {
  bars: (standing) => onlyWhile(standing, 'concluded', 'closed'),
  done: ({ procedure, context, graph, day }, { act, to }) => {
    if (!Object.hasOwn(graph.nodes, to))
      return refuse(
        reason(
          'noSuchActivity',
          `«${to}» non è un’attività di questo procedimento`,
          `"${to}" is no activity of this procedure`,
        ),
      );
    const activity = activityBegun(context, to, procedure.activities + 1, day, procedure.filing);
    return [{ kind: 'reopened', act, activity }];
  },
};
