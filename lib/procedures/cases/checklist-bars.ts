import type { Given } from './given.ts';
import type { Reason } from './decision.ts';
import { reason } from './reason.ts';
import type { Standing } from './standing.ts';

/** What must be ticked before the activity is left, given what was found; positions that are not there are no ticks. */
export function checklistBars({ context, graph }: Standing, node: string, given: Given): Reason[] {
  const { checked, found } = given;
  if (checked === null) return [];
  const checklist = context.catalogue.get(graph.nodes[node]?.activity ?? '')?.checklist ?? [];
  const beyond = checked.filter((position) => position >= checklist.length);
  const missing = checklist.filter(
    ({ required, unless }, position) =>
      required && !checked.includes(position) && !unless.some((finding) => found.includes(finding)),
  );
  return [
    ...missing.map(({ item }) =>
      reason('notChecked', `manca dalla lista di controllo: ${item.it}`, `missing from the checklist: ${item.en}`),
    ),
    ...(beyond.length > 0
      ? [
          reason(
            'noSuchItem',
            `la lista di controllo non ha la voce ${beyond.map((position) => position + 1).join(', ')}`,
            `the checklist has no item ${beyond.map((position) => position + 1).join(', ')}`,
          ),
        ]
      : []),
  ];
}
