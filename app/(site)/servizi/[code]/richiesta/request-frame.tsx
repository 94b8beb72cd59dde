import type { ReactNode } from 'react';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { rawOf } from '#lib/http/request-drafts/draft-form.ts';
import { documentsOf } from '#lib/http/request-drafts/documents-view.ts';
import { stepProblems } from '#lib/http/request-drafts/step-view.ts';
import { owedWithFiling } from '#lib/procedures/payments/owed.ts';
import { unsettled } from '#lib/procedures/payments/unsettled.ts';
import { isOfStep, type RequestStep } from '#lib/procedures/requests/request-steps.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { draftPath } from './draft-path.ts';
import { draftPayments } from './draft-payments.ts';
import type { OpenDraft } from './open-draft.ts';
import { stepName } from './step-name.ts';

/** A page of the form of a request: what it is part of, how far one is, and the other pages. */
export async function RequestFrame({
  type,
  steps,
  step,
  open,
  children,
}: {
  type: ProcedureType;
  steps: readonly RequestStep[];
  step: RequestStep;
  /** Null while nothing is saved. */
  open: OpenDraft | null;
  children: ReactNode;
}) {
  const { t, lang } = await pageContext();
  const states = await Promise.all(steps.map((one) => (open ? stateOf(one, open) : null)));
  return (
    <div className="container request-page request-guided">
      <p className="desk-crumb">
        <a href={`/servizi/${type.code}`}>‹ {type.title[lang]}</a>
      </p>
      <div className="request-columns">
        <div>
          <p className="kicker">
            {t('request.title')} · {t('draft.step', { n: steps.indexOf(step) + 1, of: steps.length })}
          </p>
          <h1>
            {stepName(step, t, lang)}
            {isOneOptional(step) ? <span className="asked-optional"> {t('form.optional')}</span> : null}
          </h1>
          {children}
        </div>
        <nav aria-label={t('draft.steps')} className="request-steps">
          <p className="request-steps-title" aria-hidden="true">
            {t('draft.steps')}
          </p>
          <ol>
            {steps.map((one, n) => {
              const name = stepName(one, t, lang);
              const state = states[n];
              return (
                <li key={one.slug} className={state === 'done' ? 'request-step-done' : undefined}>
                  {open && one !== step ? (
                    <a href={draftPath(type.code, open.draft.id, one.slug)}>{name}</a>
                  ) : (
                    <span aria-current={one === step ? 'step' : undefined}>{name}</span>
                  )}
                  {state ? <span className="request-step-state"> {t(`draft.state.${state}`)}</span> : null}
                </li>
              );
            })}
          </ol>
        </nav>
      </div>
    </div>
  );
}

const isOneOptional = (step: RequestStep): boolean =>
  step.kind === 'section' && step.fields.length === 1 && step.fields.every(({ required }) => !required);

type StepState = 'done' | 'todo' | 'optionalStep' | null;

/** Whether a page has what it wants; of the last one nothing is said. */
async function stateOf(step: RequestStep, open: OpenDraft): Promise<StepState> {
  const { type, mode, session, answers, draft } = open;
  const { t, lang } = await pageContext();
  switch (step.kind) {
    case 'review':
      return null;
    case 'documents': {
      const wanted = documentsOf(type).filter(({ mandatory }) => mandatory.kind === 'always');
      if (wanted.some(({ code }) => !draft.files.some((file) => file.code === code))) return 'todo';
      return draft.files.length > 0 ? 'done' : 'optionalStep';
    }
    case 'payment': {
      const owed = owedWithFiling(type, composition().payments.settles());
      if (owed.length === 0) return null;
      return unsettled(owed, await draftPayments(open)).length > 0 ? 'todo' : 'done';
    }
    case 'forWhom':
    case 'section': {
      const raw = rawOf(answers);
      if (stepProblems({ type, mode, step, raw, t, lang }, session.agent).length > 0) return 'todo';
      const isAnswered = Object.keys(answers).some((name) => isOfStep(step, name));
      return isAnswered ? 'done' : step.kind === 'forWhom' ? 'todo' : 'optionalStep';
    }
  }
}
