import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { UnitNames } from '#lib/procedures/types/units.ts';

/** What every part of a service's page is made of. */
export interface SectionProps {
  type: ProcedureType;
  t: Translate;
  lang: Language;
}

export interface OfficeSectionProps extends SectionProps {
  units: UnitNames;
}
