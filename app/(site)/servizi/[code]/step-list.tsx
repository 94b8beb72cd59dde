import type { GraphStep } from '#lib/procedures/types/graph-steps.ts';
import type { SectionProps } from './section-props.ts';

/** The drawing in words: each step, who takes it, within how long, and where it leads. */
export function StepList({ steps, t, lang }: { steps: readonly GraphStep[] } & Omit<SectionProps, 'type'>) {
  return (
    <ol className="step-list">
      {steps.map((step) => (
        <li key={step.name} id={`step-${step.number}`}>
          <h3>{step.title[lang]}</h3>
          <p className="aside">
            {[step.phase, step.actor, step.norm].flatMap((text) => (text ? [text[lang]] : [])).join(' · ')}
          </p>
          {step.citizenText ? (
            <p>
              {t('procedure.citizenReads')} <q>{step.citizenText[lang]}</q>
            </p>
          ) : null}
          <ul>
            {step.ways.map((way) => (
              <li key={way.it}>{way[lang]}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
