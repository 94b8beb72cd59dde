import type { Translate } from '#lib/i18n/translate.ts';

/** Words of the tree for the client, which carries no dictionary. */
export interface TreeWords {
  label: string;
  /** With {count}. */
  previous: string;
  next: string;
  loading: string;
  failed: string;
  keys: string;
  units: Record<string, string>;
}

export function treeWords(t: Translate): TreeWords {
  const levels = ['fonds', 'subfonds', 'series', 'subseries', 'file', 'item', 'other'] as const;
  return {
    label: t('tree.title'),
    previous: t('tree.previous'),
    next: t('tree.next'),
    loading: t('tree.loading'),
    failed: t('tree.failed'),
    keys: t('tree.keys'),
    units: Object.fromEntries(levels.map((level) => [level, t(`level.${level}`)])),
  };
}
