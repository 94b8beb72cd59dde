import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { phaseOf } from '#lib/procedures/cases/phase-of.ts';
import type { RunningProcedure } from '#lib/procedures/cases/procedure.ts';
import { activityPhases, phaseWords, type ActivityCatalogue } from '#lib/procedures/types/activity-type.ts';

/**
 * In which of the five phases of the law a running case is, in a list: drawn in five parts by the style sheet and said, without the names of the
 * others, which its own page has. One element: a page of cases has many.
 */
export function PhaseLine({
  procedure,
  catalogue,
  t,
  lang,
}: {
  procedure: RunningProcedure;
  catalogue: ActivityCatalogue;
  t: Translate;
  lang: Language;
}) {
  const phase = phaseOf(procedure, catalogue);
  const number = activityPhases.indexOf(phase) + 1;
  return (
    <p className={`phase-line phase-at-${number}`}>{t('mine.phase', { number, phase: phaseWords[phase][lang] })}</p>
  );
}
