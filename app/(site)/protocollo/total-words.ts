import type { Translate } from '#lib/i18n/translate.ts';
import { mostCounted } from '#lib/store/protocol/find-registrations.ts';

/** How many there are of what a list shows a page of. */
export const totalWords = (t: Translate, what: 'registrations' | 'messages' | 'days', count: number): string =>
  count > mostCounted
    ? t(`protocol.total.more.${what}`, { count: mostCounted })
    : t(`protocol.total.${what}`, { count });
