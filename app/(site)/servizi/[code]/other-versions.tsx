import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { lastDayOf } from '#lib/procedures/types/version-periods.ts';
import type { SectionProps } from './section-props.ts';

/** Every published version as a file, with the days on which requests are filed under it: who filed under another keeps that one. */
export function OtherVersions({ type, t, lang }: SectionProps) {
  const { procedureTypes } = composition();
  const versions = procedureTypes.versions(type.code).map((one) => one.type);
  const daysOf = (one: ProcedureType): string => {
    const last = lastDayOf(one, versions);
    return [
      t('procedure.versionNumber', { number: one.version }),
      ...(one.validFrom ? [t('procedure.validFrom', { day: dayInWords(one.validFrom, lang) })] : []),
      ...(last ? [t('procedure.validTo', { day: dayInWords(last, lang) })] : []),
    ].join(', ');
  };
  return (
    <>
      {versions.length > 1 ? <p>{t('procedure.versionsKept')}</p> : null}
      <ul className="said">
        {versions.map((one) => (
          <li key={one.version}>
            {versions.length > 1 ? `${daysOf(one)} · ` : ''}
            <a href={`/api/v1/procedure-types/${one.code}/versions/${one.version}`}>
              {t('procedure.versionFile', { number: one.version })}
            </a>
          </li>
        ))}
        <li>
          <a href="/api/v1/schemas/procedure-type">{t('procedure.versionSchema')}</a>
        </li>
      </ul>
    </>
  );
}
