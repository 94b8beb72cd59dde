import type { Translate } from '#lib/i18n/translate.ts';

/** Words of the tree for the client, which carries no dictionary. */
export interface TreeWords {
  label: string;
  /** With {count}. */
  previous: string;
  next: string;
  open: string;
  close: string;
  loading: string;
  failed: string;
  empty: string;
  keys: string;
  units: Record<string, string>;
}

export function treeWords(t: Translate, label: string): TreeWords {
  const levels = ['fonds', 'subfonds', 'series', 'subseries', 'file', 'item', 'other'] as const;
  return {
    label,
    previous: t('tree.previous'),
    next: t('tree.next'),
    open: t('tree.open'),
    close: t('tree.close'),
    loading: t('tree.loading'),
    failed: t('tree.failed'),
    empty: t('tree.empty'),
    keys: t('tree.keys'),
    units: Object.fromEntries(levels.map((level) => [level, t(`level.${level}`)])),
  };
}
