import type { ConservationRule } from '#lib/fascicoli/conservation-plan.ts';
import type { Translate } from '#lib/i18n/translate.ts';

/** What a line of the conservation plan says becomes of a fascicolo. */
export function retentionInWords(retention: ConservationRule['retention'], t: Translate): string {
  switch (retention.disposition) {
    case 'keep':
      return t('titolario.keep');
    case 'unknown':
      return t('titolario.unknown');
    case 'discard':
      return t('titolario.discard', { count: retention.years, trigger: t(`trigger.${retention.trigger}`) });
  }
}
