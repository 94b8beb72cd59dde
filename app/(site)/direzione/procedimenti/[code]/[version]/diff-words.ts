import type { Translate } from '#lib/i18n/translate.ts';
import type { LineDiffWords } from './line-diff.tsx';

/** The words of a difference line by line. */
export const lineDiffWords = (t: Translate, caption: string): LineDiffWords => ({
  caption,
  removed: t('diff.removed'),
  added: t('diff.added'),
  left: t('diff.left'),
});
