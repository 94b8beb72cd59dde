import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { phaseOf } from '#lib/procedures/cases/phase-of.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import { activityPhases, phaseWords, type ActivityCatalogue } from '#lib/procedures/types/activity-type.ts';

/** The five phases of the law, and where the case stands among them: drawn, and said. In lists it is one line (phase-line.tsx). */
export function PhaseDots({
  procedure,
  catalogue,
  t,
  lang,
}: {
  procedure: Procedure;
  catalogue: ActivityCatalogue;
  t: Translate;
  lang: Language;
}) {
  const now = phaseOf(procedure, catalogue);
  const at = activityPhases.indexOf(now);
  const ended = procedure.state !== 'running';
  return (
    <div className="phase-dots">
      <p className="visually-hidden">
        {ended ? t('case.phasesDone') : t('case.phaseNow', { number: at + 1, phase: phaseWords[now][lang] })}
      </p>
      <ol aria-hidden="true">
        {activityPhases.map((phase, index) => (
          <li key={phase} className={ended || index < at ? 'dot-done' : index === at ? 'dot-now' : 'dot-next'}>
            {phaseWords[phase][lang]}
          </li>
        ))}
      </ol>
      {ended ? null : (
        <p className="dot-now-name" aria-hidden="true">
          {phaseWords[now][lang]}
        </p>
      )}
    </div>
  );
}
