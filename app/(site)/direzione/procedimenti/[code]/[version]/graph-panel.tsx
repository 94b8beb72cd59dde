import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { drawGraph } from '#lib/procedures/types/draw-graph.ts';
import type { Graph } from '#lib/procedures/types/graph.ts';
import { toGraphSteps } from '#lib/procedures/types/graph-steps.ts';
import { ProcedureGraph } from '../../../../servizi/[code]/procedure-graph.tsx';
import { StepList } from '../../../../servizi/[code]/step-list.tsx';

/** The graph of the text as it is saved, drawn and in words; also of one with errors elsewhere. */
export async function GraphPanel({ graph, title }: { graph: Graph | null; title: string }) {
  const { t, lang } = await pageContext();
  const catalogue = composition().procedureTypes.catalogue();
  const steps = graph ? toGraphSteps(graph, catalogue) : [];
  return (
    <section className="edit-graph" aria-labelledby="graph">
      <h2 id="graph">{t('procedure.steps')}</h2>
      {graph ? (
        <>
          <ProcedureGraph
            drawing={drawGraph(graph, catalogue)}
            numbers={new Map(steps.map(({ name, number }) => [name, number]))}
            title={t('procedure.graphTitle', { title })}
            t={t}
            lang={lang}
          />
          <details className="unfolds">
            <summary>{t('procedure.stepsInWords', { count: steps.length })}</summary>
            <StepList steps={steps} t={t} lang={lang} />
          </details>
        </>
      ) : (
        <p>{t('edit.noGraph')}</p>
      )}
    </section>
  );
}
