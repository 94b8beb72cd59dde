import type { ActivityCatalogue } from '#lib/procedures/types/activity-type.ts';
import { drawGraph } from '#lib/procedures/types/draw-graph.ts';
import { toGraphSteps } from '#lib/procedures/types/graph-steps.ts';
import { PhaseStrip } from './phase-strip.tsx';
import { ProcedureGraph } from './procedure-graph.tsx';
import type { SectionProps } from './section-props.ts';
import { StepList } from './step-list.tsx';

/** The steps: the five phases, the same as numbered text, and drawn. */
export function Steps({ type, catalogue, t, lang }: SectionProps & { catalogue: ActivityCatalogue }) {
  const steps = toGraphSteps(type.graph, catalogue);
  return (
    <section className="area steps" aria-labelledby="steps">
      <h2 id="steps">{t('procedure.steps')}</h2>
      <p>{t('procedure.stepsLead', { count: steps.length })}</p>
      <PhaseStrip graph={type.graph} catalogue={catalogue} t={t} lang={lang} />
      <details className="unfolds">
        <summary>{t('procedure.stepsInWords', { count: steps.length })}</summary>
        <StepList steps={steps} t={t} lang={lang} />
      </details>
      <ProcedureGraph
        drawing={drawGraph(type.graph, catalogue)}
        numbers={new Map(steps.map(({ name, number }) => [name, number]))}
        title={t('procedure.graphTitle', { title: type.title[lang] })}
        t={t}
        lang={lang}
      />
    </section>
  );
}
