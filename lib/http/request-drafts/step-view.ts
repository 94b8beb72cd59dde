import { answerParts } from '#lib/http/answer-parts.ts';
import type { FormButton, FormProblem, FormView } from '#lib/http/form-view.ts';
import type { RawForm } from '#lib/http/raw-form.ts';
import { readRequest } from '#lib/http/read-request.ts';
import { forWhomPart, type RequestMode } from '#lib/http/request-form.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { isOfStep, type RequestStep } from '#lib/procedures/requests/request-steps.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';

export interface StepParts {
  type: ProcedureType;
  mode: Extract<RequestMode, { kind: 'web' }>;
  steps: readonly RequestStep[];
  step: RequestStep;
  raw: RawForm;
  /** Lets the page be saved whatever becomes of the session. */
  ticket: string;
  /** How often the draft was saved: 0 where there is none yet. */
  revision: number;
  /** They came from the last page to mend something, and go back there. */
  fromReview: boolean;
  t: Translate;
  lang: Language;
}

/** A page of questions. */
export function stepView(parts: StepParts): FormView {
  const { type, mode, step, raw, t, lang } = parts;
  return {
    parts:
      step.kind === 'forWhom'
        ? forWhomPart({ type, raw, t }, mode)
        : step.kind === 'section'
          ? answerParts(step.fields, raw, t, lang)
          : [],
    hidden: [
      { name: 'ticket', value: parts.ticket },
      { name: 'step', value: step.slug },
      { name: 'revision', value: String(parts.revision) },
      ...fromOf(parts),
      ...seedsOf(parts),
    ],
    buttons: stepButtons(parts),
  };
}

/** What is known beforehand and asked on a later page: the unit and the service that a record's page starts with. */
const seedsOf = ({ step, raw }: StepParts) =>
  ['for', ...raw.names('a.')].flatMap((name) =>
    isOfStep(step, name) ? [] : raw.all(name).map((value) => ({ name, value })),
  );

/** That they came to mend something, as the form carries it. */
export const fromOf = ({ fromReview }: Pick<StepParts, 'fromReview'>) =>
  fromReview ? [{ name: 'from', value: 'controllo' }] : [];

/** On, keep, back. */
export function stepButtons({
  steps,
  step,
  fromReview,
  t,
}: Pick<StepParts, 'steps' | 'step' | 'fromReview' | 't'>): FormButton[] {
  return [
    fromReview
      ? { label: t('draft.backToReview'), intent: 'review', manner: 'primary' }
      : { label: t('draft.next'), intent: 'next', manner: 'primary' },
    { label: t('draft.save'), intent: 'save', manner: 'secondary' },
    ...(steps[0] === step ? [] : [{ label: t('draft.back'), intent: 'back', manner: 'plain' } satisfies FormButton]),
  ];
}

/** What is wrong with the answers of one page. @param me the agent of who writes */
export function stepProblems(
  { type, mode, step, raw, t, lang }: Omit<StepParts, 'ticket' | 'revision' | 'fromReview' | 'steps'>,
  me: string,
): FormProblem[] {
  return readRequest({ type, mode, raw, t, lang }, me).problems.filter(({ name }) => isOfStep(step, name));
}
