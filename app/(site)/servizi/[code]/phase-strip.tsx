import { activityPhases, phaseWords, type ActivityCatalogue } from '#lib/procedures/types/activity-type.ts';
import type { Graph } from '#lib/procedures/types/graph.ts';
import type { SectionProps } from './section-props.ts';

/** The five phases of the law, with how many steps this type has in each. */
export function PhaseStrip({
  graph,
  catalogue,
  t,
  lang,
}: { graph: Graph; catalogue: ActivityCatalogue } & Omit<SectionProps, 'type'>) {
  const phases = Object.values(graph.nodes).map(({ activity }) => catalogue.get(activity)?.phase);
  return (
    <ol className="phases">
      {activityPhases.map((phase) => {
        const count = phases.filter((one) => one === phase).length;
        return (
          <li key={phase} className={count > 0 ? `phase-${phase}` : 'phase-none'}>
            <strong>{phaseWords[phase][lang]}</strong>
            <span>{count > 0 ? t('procedure.phaseSteps', { count }) : t('procedure.phaseNone')}</span>
          </li>
        );
      })}
    </ol>
  );
}
