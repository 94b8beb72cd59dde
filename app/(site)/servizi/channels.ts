import type { Translate } from '#lib/i18n/translate.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { isOnline } from '#lib/procedures/types/is-online.ts';

/** How a service is asked for, in words. What can't be filed on this site yet is not promised. */
export function channelWords(type: ProcedureType, t: Translate): string[] {
  if (!('channels' in type)) return [t('procedure.noFiling')];
  const later = type.onlineService.kind === 'available' && !isOnline(type);
  return type.channels.map((channel) => t(channel === 'web' && later ? 'channel.webLater' : `channel.${channel}`));
}
