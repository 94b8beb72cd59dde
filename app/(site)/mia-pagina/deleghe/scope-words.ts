import type { DelegationView } from '#lib/store/delegations/delegation-store.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { ProcedureTypes } from '#lib/store/procedure-types.ts';

/** For what it was given, in words; cases by their number, for their titles are read in them. */
export function scopeWords(
  { scope }: Pick<DelegationView, 'scope'>,
  types: Pick<ProcedureTypes, 'findType'>,
  today: string,
  { t, lang }: { t: Translate; lang: Language },
): string {
  if (scope.kind === 'all') return t('own.scope.all');
  if (scope.kind === 'cases') return t('own.scope.someCases', { count: scope.cases.length });
  return scope.types.map((code) => types.findType(code, today)?.title[lang] ?? code).join(', ');
}
