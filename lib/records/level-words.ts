import type { Level } from './level.ts';

/** The levels as Italian archives call them (design §6), for outputs that have no language of a reader. */
export const levelWords: Record<Level, string> = {
  fonds: 'fondo',
  subfonds: 'subfondo',
  series: 'serie',
  subseries: 'sottoserie',
  file: 'unità archivistica',
  item: 'unità documentaria',
  other: 'livello',
};
