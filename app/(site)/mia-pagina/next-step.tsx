import { composition } from '#lib/composition.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { citizenStateOf } from '#lib/procedures/cases/citizen-state.ts';
import { nextStepsOf } from '#lib/procedures/cases/next-steps.ts';
import { nextStepWords } from '#lib/projections/next-step-words.ts';
import type { HandledCase, WorkLine } from '#lib/store/procedures/procedure-store.ts';

/** What comes next in a case, and by when it is expected; nothing where it runs no more. */
export function NextStep({
  handled: { procedure, context },
  line,
  t,
  lang,
}: {
  handled: Pick<HandledCase, 'procedure' | 'context'>;
  line: Pick<WorkLine, 'clockState'>;
  t: Translate;
  lang: Language;
}) {
  const next = procedure.state === 'running' ? nextStepsOf(procedure, context, line.clockState === 'suspended') : null;
  if (!next) return null;
  const afterParty = citizenStateOf(procedure, context).todo !== null;
  return (
    <p className="my-next">{t('mine.next', { what: nextStepWords(next, afterParty, composition().today())[lang] })}</p>
  );
}
