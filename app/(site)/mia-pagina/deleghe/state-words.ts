import type { DelegationState } from '#lib/access/delegations/delegation.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';

/** Where a delegation stands, in one sentence. */
export function stateWords(state: DelegationState, { t, lang }: { t: Translate; lang: Language }): string {
  const day = (on: string) => dayInWords(on, lang);
  switch (state.state) {
    case 'offered':
      return t('own.state.offered', { day: day(state.answerBy) });
    case 'toCheck':
      return t('own.state.toCheck');
    case 'notYet':
      return t('own.state.notYet', { day: day(state.from) });
    case 'inForce':
      return state.until ? t('own.state.inForce', { day: day(state.until) }) : t('own.state.inForceOpen');
    case 'revoked':
      return t(state.by === 'principal' ? 'own.state.revoked' : 'own.state.renounced', { day: day(state.on) });
    case 'refused':
      return `${t('own.state.refused', { day: day(state.on) })}${state.reason ? ` ${state.reason}` : ''}`;
    default:
      return t(`own.state.${state.state}`, { day: day(state.on) });
  }
}
