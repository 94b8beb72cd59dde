import type { Translate } from '#lib/i18n/translate.ts';
import type { FileWords } from './use-file-sending.ts';

/** What a form says of its files while they go, and of those that do not. */
export const fileWords = (t: Translate): FileWords => ({
  tooLong: t('files.tooLong', { name: '{name}' }),
  together: t('files.together'),
  sent: t('files.sent', { sent: '{sent}', total: '{total}' }),
  lost: t('files.lost'),
});
